import { afterJudgement, type ExerciseState, exerciseState } from '../../progress/remembered.ts'
import { answerOf, type Work } from '../../progress/saved-work.ts'
import type { SubmissionReport } from '../../report/report.ts'

/** `undefined` forgets the answer: the starter stands there again. */
export function withAnswer(work: Work, id: string, answer: string | undefined): Work {
  const { [id]: _, ...others } = work.answers
  return { ...work, answers: answer === undefined ? others : { ...others, [id]: answer } }
}

/** What is judged while somebody types is no attempt: one is counted however often it is judged. */
export function withJudgement(work: Work, submission: SubmissionReport): Work {
  return changed(work, submission.exercise, (before) => ({
    ...afterJudgement(before, submission),
    attempts: 1,
  }))
}

export function withHint(work: Work, id: string, seen: number): Work {
  return changed(work, id, (before) => ({ ...before, hints: Math.max(before.hints, seen) }))
}

/** The other's work laid over one's own: where both have an exercise, the other's counts. */
export function withWork(work: Work, other: Work): Work {
  return {
    version: 1,
    exercises: { ...work.exercises, ...other.exercises },
    answers: { ...work.answers, ...other.answers },
  }
}

export type Standing = 'passed' | 'failed' | 'untouched'

export function standingOf(work: Work, id: string): Standing {
  if (answerOf(work, id) === undefined) return 'untouched'
  return exerciseState(work, id).status === 'passed' ? 'passed' : 'failed'
}

function changed(work: Work, id: string, change: (before: ExerciseState) => ExerciseState): Work {
  return { ...work, exercises: { ...work.exercises, [id]: change(exerciseState(work, id)) } }
}
