import type { Exercise } from '../exercise.ts'
import { grade } from '../grade.ts'
import type { GradingServices } from '../grading/services.ts'
import type { GradingOptions } from '../grading-options.ts'
import { say } from '../messages/render.ts'
import { findSubmission, passedOver, shownFile } from '../node/find-submission.ts'
import type { Pack } from '../pack/pack.ts'
import { afterJudgement, type ExerciseState, exerciseState } from '../progress/remembered.ts'
import type { Message, SubmissionReport } from '../report/report.ts'
import type { Session } from '../session.ts'
import type { Compiler } from '../typecheck/find-compiler.ts'
import type { Workspace } from '../workspace/config.ts'
import { type AnswerPlace, unbegunIn } from '../workspace/files.ts'
import { readState, updateState } from '../workspace/state.ts'
import { withCompiler, withTypes } from './judge-types.ts'

/** What judging one answer after another has in common. */
export interface Bench {
  readonly pack: Pack
  readonly services: GradingServices
  readonly options: GradingOptions
  readonly cwd: string
  /** Where answers are looked for. */
  readonly place: AnswerPlace
  /** Where results are remembered, if there is one. */
  readonly workspace: Workspace | undefined
  /** How the command line names the exercises, such as `--exercises course`. */
  readonly naming: readonly string[]
  /** Looks at the types as well, where it is wanted and installed. */
  readonly compiler: Compiler | undefined
  /** Says something that is no part of the report. */
  readonly tell: (message: Message) => void
}

/** Finds and judges one answer, and remembers the verdict in the workspace. The session stays open. */
export async function judge(
  bench: Bench,
  { exercise, file }: { readonly exercise: Exercise; readonly file?: string },
  session: Session,
): Promise<SubmissionReport> {
  const { root, pattern } = bench.place
  const where = file === undefined ? { cwd: root, pattern } : { cwd: bench.cwd, root, file }
  const query = { exercise, exercises: bench.pack.entries, ...where }
  const submission = findSubmission(query)
  const shown = shownFile(submission, query)
  const job = {
    exercise,
    submission,
    file: shown,
    student: null,
    options: bench.options,
    asked: [...(file === undefined ? [] : [file]), ...bench.naming],
  }
  const { compiler } = bench
  const typed = compiler && withCompiler(session, exercise, compiler)
  const report = await grade(job, typed?.session ?? session, bench.services)
  const told = withTypes(report, await typed?.findings())
  const begun = told.status === 'passed' || submission.kind !== 'found'
  const others = begun ? [] : passedOver(query, submission)
  if (others.length > 0) {
    bench.tell(say('submission.passed-over', { file: shown, others, exercise: exercise.id }))
  }
  const unbegun = begun ? [] : await unbegunIn(submission.source.text, exercise, bench.pack)
  return remembered({ ...told, ...(unbegun.length > 0 && { unbegun }) }, bench)
}

/** Only a whole judgement counts: `--only` and `--at` look at parts. */
async function remembered(report: SubmissionReport, bench: Bench): Promise<SubmissionReport> {
  const { workspace, options } = bench
  if (workspace === undefined) return report
  const { root, config } = workspace
  const hintsSeen = exerciseState(readState(root), report.exercise).hints
  if (options.only.length === 0 && options.at.length === 0) {
    const remember = (before: ExerciseState) => afterJudgement(before, report)
    const problem = updateState(root, report.exercise, remember)
    if (problem !== undefined) bench.tell(problem)
  }
  return config.recordHints ? { ...report, hintsSeen } : report
}
