import { performance } from 'node:perf_hooks'
import { UsageError } from '../../errors.ts'
import { findExercise, type Pack } from '../../exercise/pack.ts'
import { grade } from '../../grade.ts'
import { createServices } from '../../grading/create-services.ts'
import { runReport } from '../../grading/run-report.ts'
import type { SubmissionReport } from '../../report.ts'
import { findSubmission } from '../../submission/find-submission.ts'
import { openSession } from '../../submission/sandbox.ts'
import type { CommandModule } from '../command.ts'
import { exitCodeOf } from '../exit-code.ts'
import { gradingOptionsOf } from '../grading-options.ts'
import { chosenPack } from '../packs.ts'
import { printReports, reporterRequests } from '../print-reports.ts'

export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const facts = { startedAt: new Date(), started: performance.now() }
  // The sandbox takes longest to start, so it starts first; everything below goes on meanwhile.
  const early = openSession()
  try {
    const requests = reporterRequests(options)
    const gradingOptions = gradingOptionsOf(options)
    const pack = await chosenPack(options, surroundings)
    const { names, file } = splitWords(words, pack)
    const services = createServices({ cache: options.cache !== false, env: surroundings.env })
    const submissions: SubmissionReport[] = []
    for (const name of names) {
      const exercise = pack.load(findExercise(pack, name))
      const submission = await findSubmission({
        exercise,
        cwd: surroundings.cwd,
        ...(file !== undefined && { file }),
      })
      const session = submissions.length === 0 ? early : openSession()
      const shown =
        submission.kind === 'found' ? submission.source.file : (file ?? `${exercise.id}.ts`)
      const job = { exercise, submission, file: shown, student: null, options: gradingOptions }
      submissions.push(await grade(job, session, services).finally(() => session.close()))
    }
    const backend = services.backend()
    const report = runReport(submissions, { ...facts, backend, seed: gradingOptions.seed })
    const problems = await printReports(report, requests, { options, surroundings })
    return Math.max(exitCodeOf(report), problems)
  } finally {
    await early.close()
  }
}

/** `ex1 ex2`, `ex1 file.ts`: the last word is a file where it names no exercise and looks like one. */
function splitWords(words: readonly string[], pack: Pack): { names: string[]; file?: string } {
  if (words.length === 0) {
    throw new UsageError('which exercise?', 'try: mlp-check ex1, or mlp-check list')
  }
  const last = words.at(-1) as string
  if (words.length > 1 && looksLikeFile(last)) {
    if (words.length > 2) {
      throw new UsageError(
        `one file answers one exercise, but ${words.length - 1} are named before ${last}`,
      )
    }
    return { names: words.slice(0, -1), file: last }
  }
  for (const word of words) findExercise(pack, word)
  return { names: [...words] }
}

function looksLikeFile(word: string): boolean {
  return /[./\\]/.test(word)
}
