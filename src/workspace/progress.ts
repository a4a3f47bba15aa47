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
  const rows = entries.map((entry) => progressRow(entry, state, files.get(entry.id)))
  return { rows, passed: rows.filter(({ status }) => status === 'passed').length }
}

/**
 * The first exercise that has not passed. What its file holds is asked only where it had: the file
 * may be another one now.
 */
export async function nextOpen(
  entries: readonly PackEntry[],
  state: WorkspaceState,
  factsOf: (entry: PackEntry) => Promise<FileFacts | undefined>,
): Promise<PackEntry | undefined> {
  for (const entry of entries) {
    const hadPassed = exerciseState(state, entry.id).status === 'passed'
    if (!hadPassed) return entry
    if (progressRow(entry, state, await factsOf(entry)).status !== 'passed') return entry
  }
  return undefined
}

export function progressRow(
  entry: PackEntry,
  state: WorkspaceState,
  file: FileFacts | undefined,
): ProgressRow {
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
