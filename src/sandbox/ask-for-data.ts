import type { Json } from '../report/report.ts'
import type { CallResult, Fault, NotData } from '../session.ts'
import type { GuestValue } from './engine.ts'
import type { Guest } from './guest.ts'
import { LIMITS } from './limits.ts'
import type { OwnGuest } from './own-guest.ts'

type Data =
  | { readonly kind: 'returned'; readonly value: Json; readonly rewrote?: number }
  | NotData
  | Fault

/** What an operation of the harness answers: `=` and JSON, or `!`, a place and what stands there. */
export function askForData(
  guest: Guest,
  total: number,
  operation: string,
  operands: () => GuestValue[],
): Data {
  guest.count(1, 0)
  const answer = guest.guarded<string>({ total }, () => {
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
  if (said.startsWith('=')) {
    guest.count(0, 1)
    return { kind: 'returned', value: JSON.parse(said.slice(1)) as Json, ...rewrote }
  }
  const [where = '', ...found] = said.slice(1).split('\n')
  return { kind: 'not-data', where, found: found.join(' ') }
}

/** Whether two answers are one. There is one zero, with either sign. */
export function sameData(one: Data, other: Data): boolean {
  return textOf(one) === textOf(other)
}

function textOf(data: Data): string {
  return JSON.stringify(dataOf(data), (_, value) => (value === '-0' ? 0 : value))
}

/** An answer as data: of what is none, what is said of it. */
export function dataOf(data: Data): Json {
  if (data.kind === 'returned') return data.value
  return data.kind === 'fault' ? data.message : `${data.where} ${data.found}`.trim()
}

/** With arguments of its own each time, or with the objects of the call before, filled anew. */
export type Calling = 'call' | 'refill'

/** Calls with each list of arguments in turn until `next` says no, all on one budget. */
export function callEach(
  own: OwnGuest,
  calls: readonly (readonly Json[])[],
  next: (result: CallResult, args: readonly Json[]) => boolean,
  calling: Calling = 'call',
): void {
  let left: number = LIMITS.ticksOfCalls
  for (const args of calls) {
    const ready = own.ready()
    if ('cause' in ready) {
      next(ready, args)
      return
    }
    const { guest, id } = ready
    const total = Math.min(LIMITS.ticks, left)
    const result = askForData(guest, total, calling, () => [
      guest.engine.fromNumber(id),
      guest.engine.fromText(JSON.stringify(args)),
    ])
    left -= guest.ticks
    if (!next(result, args)) return
  }
}
