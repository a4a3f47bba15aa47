import type { Json } from '../report/report.ts'
import type { ProgramResult, ProgramStep } from '../session.ts'
import { askForData, dataOf, sameData } from './ask-for-data.ts'
import type { Guest } from './guest.ts'
import { LIMITS } from './limits.ts'

/** Runs a program, and again: the values it keeps are its own each time. */
export function runProgram(
  guest: Guest,
  steps: readonly ProgramStep[],
  { idOf, once }: { readonly idOf: (name: string) => number; readonly once: boolean },
): ProgramResult {
  const numbered = numberedSteps(steps, idOf)
  const run = () =>
    askForData(guest, LIMITS.ticks, 'program', () => [
      guest.engine.fromText(JSON.stringify(numbered)),
    ])
  const first = run()
  if (first.kind !== 'returned')
    return { ...first, step: guest.spent ? 0 : Number(guest.askNumber('step')) }
  const values = first.value as readonly Json[]
  if (guest.spent || once) return { kind: 'returned', values }
  const second = run()
  if (sameData(first, second)) return { kind: 'returned', values }
  const unstable = second.kind === 'returned' ? (second.value as readonly Json[]) : [dataOf(second)]
  return { kind: 'returned', values, unstable }
}

/** The steps with the numbers of the functions that they call. */
export function numberedSteps(steps: readonly ProgramStep[], idOf: (name: string) => number) {
  return steps.map((step) => (step.do === 'call' ? { ...step, id: idOf(step.function) } : step))
}
