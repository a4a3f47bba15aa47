import type { Output, WorkRun } from '../session.ts'
import { askForData } from './ask-for-data.ts'
import type { Guest } from './guest.ts'
import { LIMITS } from './limits.ts'
import type { GuestFunction } from './own-guest.ts'
import { numberedSteps } from './program.ts'

/** What a function prints in one run; what was printed as the file was loaded is told elsewhere. */
export function outputOf(
  { guest, id }: GuestFunction,
  run: WorkRun,
  idOf: (name: string) => number,
): Output {
  takeOutput(guest)
  const { engine } = guest
  const [operation, given] =
    'steps' in run ? ['program', numberedSteps(run.steps, idOf)] : ['call', run.arguments]
  const text = () => engine.fromText(JSON.stringify(given))
  // However it ends: what it printed until then is wanted most where it does not end.
  askForData(guest, LIMITS.ticks, operation, () =>
    'steps' in run ? [text()] : [engine.fromNumber(id), text()],
  )
  return takeOutput(guest)
}

/** What was printed since this was last asked; nothing from a guest that broke. */
export function takeOutput(guest: Guest): Output {
  try {
    const dropped = guest.askNumber('dropped')
    return { text: guest.askText('output'), dropped }
  } catch (error) {
    // An engine that was refused memory may fail in any way.
    if (!guest.spent) throw error
    return { text: '', dropped: 0 }
  }
}

/** All of it as one text. */
export function wholeText({ text, dropped }: Output): string {
  const lines = dropped === 1 ? '1 line' : `${dropped} lines`
  return dropped === 0 ? text : `${text}… (${lines} more)\n`
}
