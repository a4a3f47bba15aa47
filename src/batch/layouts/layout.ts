import type { Student } from '../inventory.ts'
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
      /** Later attempts have larger numbers. */
      readonly attempt: number
      readonly late: boolean
    }
  | { readonly kind: 'of-nobody'; readonly reason: string }

export function ofNobody(reason: string): Placement {
  return { kind: 'of-nobody', reason }
}

/** A student of whom only a name is known. */
export function studentNamed(name: string): Student {
  const clean = name.normalize('NFC').trim()
  return { key: clean, name: clean, id: null, email: null }
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
