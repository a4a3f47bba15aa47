import { grade } from '../grade.ts'
import type { GradingServices } from '../grading/services.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { Session } from '../session.ts'
import { findSubmission } from '../source/find-submission.ts'
import type { Workspace } from '../workspace/config.ts'
import { afterJudgement, exerciseState, readState, updateState } from '../workspace/state.ts'
import { typeFindings, withTypes } from './judge-types.ts'

/** What judging one answer after another has in common. */
export interface Bench {
  readonly pack: Pack
  readonly services: GradingServices
  readonly options: GradingOptions
  readonly cwd: string
  /** Where answers are looked for and results are remembered, if there is one. */
  readonly workspace: Workspace | undefined
  /** Whether TypeScript looks at the types as well, where it is installed. */
  readonly types: boolean
}

/** Finds and judges one answer, and remembers the verdict in the workspace. The session stays open. */
export async function judge(
  bench: Bench,
  { entry, file }: { readonly entry: PackEntry; readonly file?: string },
  session: Session,
): Promise<SubmissionReport> {
  const exercise = bench.pack.load(entry)
  const cwd = file === undefined ? (bench.workspace?.root ?? bench.cwd) : bench.cwd
  const submission = await findSubmission({ exercise, cwd, ...(file !== undefined && { file }) })
  const shown = submission.kind === 'found' ? submission.source.file : (file ?? `${exercise.id}.ts`)
  const job = {
    exercise,
    submission,
    file: shown,
    student: null,
    options: bench.options,
    ...(file !== undefined && { asked: file }),
  }
  const typing = bench.types ? typeFindings(exercise, submission) : Promise.resolve(undefined)
  const report = await grade(job, session, bench.services)
  return remembered(withTypes(report, await typing), bench)
}

/** Only a whole judgement counts: `--only` and `--at` look at parts. */
async function remembered(report: SubmissionReport, bench: Bench): Promise<SubmissionReport> {
  const { workspace, options } = bench
  if (workspace === undefined) return report
  const { root, config } = workspace
  const hintsSeen = exerciseState(await readState(root), report.exercise).hints
  if (options.only.length === 0 && options.at.length === 0) {
    await updateState(root, report.exercise, (before) => afterJudgement(before, report))
  }
  return config.recordHints ? { ...report, hintsSeen } : report
}
