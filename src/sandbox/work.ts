import type { Fault, WorkRun } from '../session.ts'
import type { Guest } from './guest.ts'
import { LIMITS } from './limits.ts'
import type { GuestFunction } from './own-guest.ts'
import { numberedSteps } from './program.ts'

/** Loop turns and calls from one tick to the next, whoever makes them. */
const TURNS_PER_TICK = 10_000

/**
 * The loop turns and calls of one run. The engine tells of every ten thousandth; what lies between is
 * found by turning a loop of the harness until the next one comes, before the run and after it. What
 * the harness itself takes for a call is taken off.
 */
export function countWork(
  { guest, id }: GuestFunction,
  run: WorkRun,
  idOf: (name: string) => number,
): number | Fault {
  prepare(guest, run, idOf)
  burnToTick(guest)
  const whole = burnToTick(guest)
  const empty = counted(guest, NOTHING, whole)
  const turns = counted(guest, 'steps' in run ? STEPS : id, whole)
  if (typeof turns !== 'number' || typeof empty !== 'number') return turns as number | Fault
  return Math.max(0, Math.round('steps' in run ? turns : turns - empty))
}

/** What the harness runs in place of a function of the submission. */
const NOTHING = -1
const STEPS = -2

function prepare(guest: Guest, run: WorkRun, idOf: (name: string) => number): void {
  const given = 'steps' in run ? numberedSteps(run.steps, idOf) : run.arguments
  guest.ask('prepare', guest.engine.fromText(JSON.stringify(given)))
}

/** Starts right behind a tick, as does whoever comes next. */
function counted(guest: Guest, what: number, whole: number): number | Fault {
  const ran = guest.guarded<number>({ total: LIMITS.ticks }, () => {
    const done = guest.ask('work', guest.engine.fromNumber(what))
    return done.kind === 'value' ? guest.ticks : guest.faultOf(done.value)
  })
  if (typeof ran !== 'number') return ran
  const rest = burnToTick(guest)
  return (ran + 1 - rest / whole) * TURNS_PER_TICK
}

/** How often the loop is turned until a tick comes. */
function burnToTick(guest: Guest): number {
  let burnt = 0
  guest.guarded({ total: LIMITS.ticks }, () => {
    while (guest.ticks === 0) {
      guest.ask('burn')
      burnt++
    }
    return 0
  })
  return burnt
}
