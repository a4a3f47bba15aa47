import { join } from 'node:path'
import { say } from '../messages/render.ts'
import type { Message, SubmissionReport } from '../report/report.ts'
import { firstLink } from '../trust/links.ts'
import { readSmallFile } from '../trust/small-file.ts'
import { replaceFile } from '../whole-file.ts'

/** What a workspace remembers of each exercise, by its id. */
export interface WorkspaceState {
  readonly version: 1
  readonly exercises: { readonly [id: string]: ExerciseState }
}

export interface ExerciseState {
  /** Of the last judgement, and of which file. */
  readonly status?: SubmissionReport['status']
  readonly sha256?: string
  readonly attempts: number
  readonly hints: number
}

const EMPTY: WorkspaceState = { version: 1, exercises: {} }

const STATE_FILE = '.mlp-check/state.json'

export function stateFile(root: string): string {
  return join(root, STATE_FILE)
}

/** What is remembered; nothing, where the file is missing, behind a link, or not readable as one. */
export function readState(root: string): WorkspaceState {
  const file = linked(root) ? undefined : readSmallFile(stateFile(root))
  if (file?.kind !== 'text') return EMPTY
  try {
    const { version, exercises } = JSON.parse(file.text)
    return version === 1 ? { version, exercises: { ...exercises } } : EMPTY
  } catch {
    return EMPTY
  }
}

export function exerciseState(state: WorkspaceState, id: string): ExerciseState {
  const known: Partial<ExerciseState> = Object.hasOwn(state.exercises, id)
    ? { ...state.exercises[id] }
    : {}
  return { ...known, attempts: count(known.attempts), hints: count(known.hints) }
}

/** Whoever edits the file may have written anything. */
function count(value: unknown): number {
  return Number.isSafeInteger(value) ? Math.max(0, value as number) : 0
}

/**
 * Changes what is remembered of one exercise; the file is replaced as a whole. Returns why it
 * could not be kept, where it could not: nothing else depends on it.
 */
export async function updateState(
  root: string,
  id: string,
  change: (before: ExerciseState) => ExerciseState,
): Promise<Message | undefined> {
  const state = readState(root)
  const changed = change(exerciseState(state, id))
  const exercises = { ...state.exercises, [id]: changed }
  const next: WorkspaceState = { version: 1, exercises }
  if (linked(root)) return say('state.linked', { file: STATE_FILE })
  const text = `${JSON.stringify(next, null, 2)}\n`
  return replaceFile(stateFile(root), text).then(
    () => undefined,
    ({ code }: NodeJS.ErrnoException) =>
      say('state.unwritable', { file: STATE_FILE, code: code ?? '' }),
  )
}

function linked(root: string): boolean {
  return firstLink(root, stateFile(root)) !== undefined
}

/** Remembers a judgement. The same file judged again is no new attempt. */
export function afterJudgement(before: ExerciseState, report: SubmissionReport): ExerciseState {
  if (report.sha256 === null) return before
  const again = before.sha256 === report.sha256
  return {
    ...before,
    status: report.status,
    sha256: report.sha256,
    attempts: before.attempts + (again ? 0 : 1),
  }
}
