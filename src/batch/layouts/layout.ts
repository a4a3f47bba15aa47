import type { Student } from '../inventory.ts'
import { person, type Reading } from '../people/identifier.ts'
import type { Tree } from '../walk.ts'

/** One way in which submissions arrive. A layout is a file and a line in the registry. */
export interface Layout {
  readonly name: string
  /** What such a download looks like, for help and docs. */
  readonly summary: string
  /** Why the input looks like this layout; undefined where it does not. */
  readonly recognise: (tree: Tree) => string | undefined
  /** Reads what the layout says about the whole input, and returns where each file belongs. */
  readonly open: (tree: Tree) => Promise<(file: string) => Placement>
}

export type Placement =
  | {
      readonly kind: 'of-student'
      /** null where only the file's own name can tell. */
      readonly student: Student | null
      /** The way to the file inside the student's work, named as the student named it. */
      readonly name: string
      /** Where uploads have an order of the platform's own: later ones have larger numbers. */
      readonly attempt?: number
      readonly late?: boolean
      /** When the platform received it: ISO 8601, UTC. */
      readonly at?: string
      /** The same on the platform's own clock, where no zone is said: ISO 8601 without one. */
      readonly localTime?: string
      /** How many uploads came before that the download does not hold. */
      readonly earlier?: number
    }
  | {
      readonly kind: 'of-nobody'
      readonly reason: string
      /** Who sent it, where it is no answer. */
      readonly student?: Student
    }

export function ofNobody(reason: string, student?: Student): Placement {
  return { kind: 'of-nobody', reason, ...(student && { student }) }
}

/** Of whom only what a folder or a file is called by is known: a person's name, or a group's. */
export function studentNamed(name: string): Student {
  const clean = name.normalize('NFC').trim()
  const readings: Reading[] = [
    person({ kind: 'folder', value: clean }),
    { kind: 'group', group: clean },
  ]
  return { key: clean, name: clean, id: null, email: null, readings }
}

/** `12 of 14 files are named as in …`: enough of them, and how many. */
export function mostly(
  items: readonly string[],
  fits: (item: string) => boolean,
): { readonly share: number; readonly text: string } {
  const count = items.filter(fits).length
  return {
    share: items.length === 0 ? 0 : count / items.length,
    text: `${count} of ${items.length}`,
  }
}

export function topFolder(file: string): string | undefined {
  const slash = file.indexOf('/')
  return slash < 0 ? undefined : file.slice(0, slash)
}

export function topFolders(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((file) => topFolder(file) ?? []))]
}
