import type { Candidate, Choice } from './choose-handed.ts'
import { aimed } from './could-answer.ts'
import type { Aside } from './given-out.ts'
import type { Ignored, Student } from './inventory.ts'
import type { Placement } from './layouts/layout.ts'

/** What an input holds and nobody looked into. */
export interface SkippedInput {
  readonly ignored: Ignored
  /** Whether somebody may have handed it in. */
  readonly sent: boolean
  readonly isFolder: boolean
  /** Where it lies; empty where it never came out of an archive. */
  readonly path: string
  /** Its path inside of the folder that was entered, if it lies there. */
  readonly inside: string | undefined
}

/** It is somebody's as if it had been looked into: whoever sent a link alone has sent something. */
export function unreadBy(
  one: SkippedInput,
  place: (file: string) => Placement,
  input: Pick<Candidate, 'inputName' | 'input'>,
  choice: Choice,
): { readonly stray: Candidate } | { readonly aside: Aside } {
  const { sent, inside, isFolder, path, ignored } = one
  if (!sent || inside === undefined) return { aside: asideOf(one, undefined, choice) }
  // What lies in a folder is told by a layout, and a folder alone is not.
  const placement = place(isFolder ? `${inside}/.` : inside)
  if (isFolder || placement.kind === 'of-nobody') {
    return { aside: asideOf(one, placement.student ?? undefined, choice) }
  }
  const file = { path, shown: ignored.file }
  return { stray: { ...placement, ...input, file, ownFolder: false, unread: ignored.reason } }
}

function asideOf(
  { ignored, path }: SkippedInput,
  student: Student | undefined,
  choice: Choice,
): Aside {
  const { file: name } = ignored
  const own = { ...ignored, name, ...(student && { student }) }
  return { ignored: aimed(own, name, choice), name, path }
}
