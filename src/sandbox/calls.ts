import type { Json } from '../report/report.ts'
import type { CallResult, Fault, NotData, ProgramResult, ProgramStep } from '../session.ts'
import type { GuestValue } from './engine.ts'
import type { Guest } from './guest.ts'
import { LIMITS } from './limits.ts'

/** Calls a function with data, twice: the same arguments must give the same result. */
export function callWithData(guest: Guest, id: number, args: readonly Json[]): CallResult {
  const operands = () => [guest.engine.fromNumber(id), guest.engine.fromText(JSON.stringify(args))]
  const first = askForData(guest, 'call', operands)
  if (first.kind !== 'returned' || guest.spent) return first
  const second = askForData(guest, 'call', operands)
  return sameData(first, second) ? first : { ...first, unstable: dataOf(second) }
}

/** Runs a program, twice; the values it keeps are its own each time. */
export function runProgram(
  guest: Guest,
  steps: readonly ProgramStep[],
  idOf: (name: string) => number,
): ProgramResult {
  const numbered = steps.map((step) =>
    step.do === 'call' ? { ...step, id: idOf(step.function) } : step,
  )
  const operands = () => [guest.engine.fromText(JSON.stringify(numbered))]
  const first = askForData(guest, 'program', operands)
  if (first.kind !== 'returned')
    return { ...first, step: guest.spent ? 0 : Number(guest.askNumber('step')) }
  const values = first.value as readonly Json[]
  if (guest.spent) return { kind: 'returned', values }
  const second = askForData(guest, 'program', operands)
  if (sameData(first, second)) return { kind: 'returned', values }
  const unstable = second.kind === 'returned' ? (second.value as readonly Json[]) : [dataOf(second)]
  return { kind: 'returned', values, unstable }
}

type Data =
  | { readonly kind: 'returned'; readonly value: Json; readonly rewrote?: number }
  | NotData
  | Fault

/** What an operation of the harness answers: `=` and JSON, or `!`, a place and what stands there. */
function askForData(guest: Guest, operation: string, operands: () => GuestValue[]): Data {
  const answer = guest.guarded<string>({ total: LIMITS.ticks }, () => {
    const given = operands()
    const completion = guest.ask(operation, ...given)
    guest.engine.free(...given)
    return completion.kind === 'value'
      ? guest.engine.text(completion.value)
      : guest.faultOf(completion.value)
  })
  if (typeof answer !== 'string') return answer
  const rewritten = /^~(\d+)\n/.exec(answer)
  const said = answer.slice(rewritten?.[0].length ?? 0)
  const rewrote = rewritten ? { rewrote: Number(rewritten[1]) } : {}
  if (said.startsWith('='))
    return { kind: 'returned', value: JSON.parse(said.slice(1)) as Json, ...rewrote }
  const [where = '', ...found] = said.slice(1).split('\n')
  return { kind: 'not-data', where, found: found.join(' ') }
}

function sameData(one: Data, other: Data): boolean {
  return JSON.stringify(dataOf(one)) === JSON.stringify(dataOf(other))
}

function dataOf(data: Data): Json {
  if (data.kind === 'returned') return data.value
  return data.kind === 'fault' ? data.message : `${data.where} ${data.found}`.trim()
}
