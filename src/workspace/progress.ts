import type { PackEntry } from '../pack/pack.ts'
import { exerciseState, type WorkspaceState } from '../progress/remembered.ts'

/** Where a student stands with one exercise. */
export interface ProgressRow {
  readonly id: string
  readonly title: string
  /** `changed`: the file is not the one that was judged last. */
  readonly status: 'passed' | 'failed' | 'changed' | 'untouched'
  readonly attempts: number
  readonly hints: number
}

export interface Progress {
  readonly rows: readonly ProgressRow[]
  readonly passed: number
  /** The first exercise that has not passed. */
  readonly next: PackEntry | undefined
}

/** What each exercise's file holds now: its hash, and whether it still is the starter. */
export interface FileFacts {
  readonly sha256: string | undefined
  readonly starter: boolean
}

export function progressOf(
  entries: readonly PackEntry[],
  state: WorkspaceState,
  files: ReadonlyMap<string, FileFacts>,
): Progress {
  const rows = entries.map((entry) => row(entry, state, files.get(entry.id)))
  const open = rows.findIndex(({ status }) => status !== 'passed')
  const passed = rows.filter(({ status }) => status === 'passed').length
  return { rows, passed, next: entries[open] }
}

function row(entry: PackEntry, state: WorkspaceState, file: FileFacts | undefined): ProgressRow {
  const { attempts, hints, status, sha256 } = exerciseState(state, entry.id)
  const { id, title } = entry
  return { id, title, attempts, hints, status: statusOf(file, { status, sha256 }) }
}

function statusOf(
  file: FileFacts | undefined,
  judged: { readonly status: string | undefined; readonly sha256: string | undefined },
): ProgressRow['status'] {
  if (file?.sha256 === undefined || file.starter) return 'untouched'
  if (file.sha256 !== judged.sha256) return 'changed'
  return judged.status === 'passed' ? 'passed' : 'failed'
}
