import type { SubmissionReport } from '../report/report.ts'

/** What is remembered of each exercise, by its id: in a workspace's file and by the page. */
export interface WorkspaceState {
  readonly version: 1
  /** The exercise that was judged or asked about last. */
  readonly last?: string
  readonly exercises: { readonly [id: string]: ExerciseState }
}

export interface ExerciseState {
  /** Of the last judgement, and of which file. */
  readonly status?: SubmissionReport['status']
  readonly sha256?: string
  readonly attempts: number
  readonly hints: number
}

const NOTHING: WorkspaceState = { version: 1, exercises: {} }

/** What a text says is remembered; nothing, where it is not readable as that. */
export function parseState(text: string): WorkspaceState {
  try {
    const { version, exercises, last } = JSON.parse(text)
    if (version !== 1) return NOTHING
    return { version, exercises: { ...exercises }, ...(typeof last === 'string' && { last }) }
  } catch {
    return NOTHING
  }
}

export function printState(state: WorkspaceState): string {
  return `${JSON.stringify(state, null, 2)}\n`
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
