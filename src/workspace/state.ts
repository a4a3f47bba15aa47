import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SubmissionReport } from '../report/report.ts'
import { writeFileWhole } from '../whole-file.ts'

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
const FRESH: ExerciseState = { attempts: 0, hints: 0 }

export function stateFile(root: string): string {
  return join(root, '.mlp-check', 'state.json')
}

/** What is remembered; nothing, where the file is missing or not readable as one. */
export async function readState(root: string): Promise<WorkspaceState> {
  try {
    const state = JSON.parse(await readFile(stateFile(root), 'utf8'))
    return state?.version === 1 && typeof state.exercises === 'object' ? state : EMPTY
  } catch {
    return EMPTY
  }
}

export function exerciseState(state: WorkspaceState, id: string): ExerciseState {
  return { ...FRESH, ...(Object.hasOwn(state.exercises, id) ? state.exercises[id] : {}) }
}

/** Changes what is remembered of one exercise; the file is replaced as a whole. */
export async function updateState(
  root: string,
  id: string,
  change: (before: ExerciseState) => ExerciseState,
): Promise<WorkspaceState> {
  const state = await readState(root)
  const changed = change(exerciseState(state, id))
  const exercises = { ...state.exercises, [id]: changed }
  const next: WorkspaceState = { version: 1, exercises }
  await writeFileWhole(stateFile(root), `${JSON.stringify(next, null, 2)}\n`)
  return next
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
