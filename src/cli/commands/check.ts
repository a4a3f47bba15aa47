import { now } from '../../clock.ts'
import { UsageError } from '../../errors.ts'
import { askedChecks, asksAtPoints } from '../../grading/asked-checks.ts'
import { createServices } from '../../grading/create-services.ts'
import { runReport } from '../../grading/run-report.ts'
import { padded } from '../../messages/display-width.ts'
import { wrapped } from '../../messages/line-breaks.ts'
import { say, speaker } from '../../messages/render.ts'
import { referencesHere } from '../../node/references.ts'
import { openSession } from '../../node/sandbox.ts'
import { findExercise, type Pack } from '../../pack/pack.ts'
import type { Message, RunReport, SubmissionReport } from '../../report/report.ts'
import { hideChecks } from '../../reporters/hide-checks.ts'
import { loadReporter } from '../../reporters/index.ts'
import { fileFacts } from '../../workspace/files.ts'
import { exerciseOfFile, looksLikeFile } from '../asked-exercise.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode, exitCodeOf } from '../exit-code.ts'
import { gradingOptionsOf, referenceOptionsOf } from '../grading-options.ts'
import { type Bench, judge } from '../judge.ts'
import { usableCompiler } from '../judge-types.ts'
import { knownExercise } from '../known-exercise.ts'
import { authorsOf, chosenPack, chosenPackToRead, packNaming } from '../packs.ts'
import type { ReporterRequest } from '../parse-reporter-option.ts'
import { printReports, reporterRequests } from '../print-reports.ts'
import { nextExercise } from '../progress-now.ts'
import { answerPlace, localeIn, tell } from '../workspaces.ts'

export const run: CommandModule['run'] = async (invocation, surroundings) => {
  const { words } = invocation
  const { workspace } = surroundings
  const place = answerPlace(surroundings)
  const options: Invocation['options'] = {
    lang: workspace?.config.language,
    ...invocation.options,
  }
  if (words.length === 0 && !options.begun) {
    if (workspace !== undefined)
      return (await import('./progress.ts')).run(invocation, surroundings)
    // Whoever grades, and named nothing, has judged nothing.
    if (surroundings.trust.settings === 'all') return introduce(options, surroundings)
  }
  const facts = { startedAt: new Date(), started: now() }
  const early = surroundings.session ?? openSession()
  try {
    const requests = reporterRequests(options)
    const gradingOptions = gradingOptionsOf(options)
    // What a machine reads depends on no language.
    const isRead = requests.every(({ name }) => name === 'terminal')
    const pack = await (isRead ? chosenPackToRead(options, surroundings) : chosenPack(surroundings))
    const begun = options.begun === true ? await begunExercises(surroundings, pack) : undefined
    const asked = begun?.map((name) => ({ name })) ?? splitWords(invocation, pack, surroundings)
    const services = createServices(referencesHere(referenceOptionsOf(options, surroundings)))
    // Only for students: elsewhere a record must not depend on which compiler is installed.
    const types = (options.types as boolean | undefined) ?? workspace !== undefined
    const compiler = types ? usableCompiler(surroundings) : undefined
    if (options.types === true && compiler === undefined) {
      tell(say('types.no-compiler'), surroundings, options)
    }
    const bench = {
      pack,
      services,
      options: gradingOptions,
      cwd: surroundings.cwd,
      place,
      workspace,
      naming: packNaming(surroundings),
      compiler,
      tell: (message: Message) => tell(message, surroundings, options),
    }
    const answers = asked.map(({ name, ...file }: Asked) => {
      return { exercise: pack.load(findExercise(pack, name)), ...file }
    })
    if (answers[0]) early.begin({ calls: !asksAtPoints(answers[0].exercise) })
    for (const { exercise } of answers) askedChecks(exercise, gradingOptions)
    const submissions: SubmissionReport[] = []
    for (const answer of answers) {
      const session = submissions.length === 0 ? early : openSession()
      // Its end is not waited for: the thread ends while the report is written.
      submissions.push(await judge(bench, answer, session).finally(() => void session.close()))
    }
    const backend = services.backend()
    const report = runReport(submissions, {
      ...facts,
      pack: pack.report,
      backend,
      seed: gradingOptions.seed,
      node: process.version,
    })
    const words = isRead ? [] : await authorsOf(report, pack, localeIn(options, surroundings))
    const problems = await printReports(report, requests, { options, surroundings, words })
    if (requests.some(({ name, file }) => name === 'terminal' && file === undefined)) {
      await tellNext(report, bench, { options, surroundings })
    }
    return Math.max(exitCodeOf(await shownBy(requests, report)), problems)
  } finally {
    await early.close()
  }
}

/** What it is for, and how to begin. */
function introduce(options: Invocation['options'], surroundings: Surroundings): number {
  const { stdout } = surroundings
  const speak = speaker(localeIn(options, surroundings))
  const rows = [
    ['mlp-check init', speak('about.init')],
    ['mlp-check list', speak('about.list')],
    ['mlp-check ex1 FILE', speak('about.check')],
    ['mlp-check --help', speak('about.help')],
  ] as const
  const what = wrapped(speak('about.what'), Math.min(80, stdout.columns)).join('\n')
  const lines = rows.map(([command, text]) => `  ${padded(command, 18)}  ${text}\n`)
  stdout.write(`${what}\n\n${lines.join('')}`)
  return ExitCode.passed
}

/** After a whole judgement that passed: where to go from here. */
async function tellNext(
  { submissions }: RunReport,
  { pack, place, workspace, options: { only, at } }: Bench,
  { options, surroundings }: { options: Invocation['options']; surroundings: Surroundings },
): Promise<void> {
  const passed = submissions.every(({ status }) => status === 'passed')
  if (workspace === undefined || !passed || only.length > 0 || at.length > 0) return
  const speak = speaker(localeIn(options, surroundings))
  const next = await nextExercise(place, pack)
  const text = next ? speak('progress.next', { ...next }) : speak('progress.done')
  surroundings.stdout.write(`${text}\n`)
}

/** A hidden verdict is hidden from the exit code too, where every report is for students. */
async function shownBy(
  requests: readonly ReporterRequest[],
  report: RunReport,
): Promise<RunReport> {
  const reporters = await Promise.all(requests.map(({ name }) => loadReporter(name)))
  return reporters.every(({ audience }) => audience === 'student') ? hideChecks(report) : report
}

/** Exercises whose file is there and no longer the starter. */
async function begunExercises(surroundings: Surroundings, pack: Pack): Promise<string[]> {
  // Where no workspace is read, this folder stands for it.
  if (surroundings.workspace === undefined && surroundings.trust.settings === 'all') {
    throw new UsageError('--begun works in a workspace only', 'try: mlp-check init')
  }
  const facts = await fileFacts(answerPlace(surroundings), pack)
  const begun = pack.entries.filter(({ id }) => {
    const file = facts.get(id)
    return file?.sha256 !== undefined && !file.starter
  })
  if (begun.length === 0) {
    throw new UsageError(
      'nothing has been begun: every answer is missing or still the starter',
      'mlp-check shows what comes next',
    )
  }
  return begun.map(({ id }) => id)
}

interface Asked {
  readonly name: string
  readonly file?: string
}

/** `ex1 ex2`, `ex1 file.ts`, or files whose names say which exercises they answer. */
function splitWords(
  { words, commands }: Invocation,
  pack: Pack,
  surroundings: Surroundings,
): readonly Asked[] {
  if (words.length === 0) {
    throw new UsageError('which exercise?', 'try: mlp-check ex1, mlp-check list or mlp-check init')
  }
  const last = words.at(-1) as string
  if (words.every(looksLikeFile)) {
    return words.map((file) => ({ name: exerciseOfFile(file, pack, surroundings).id, file }))
  }
  const { cwd } = surroundings
  const file = looksLikeFile(last) ? last : undefined
  const names = file === undefined ? words : words.slice(0, -1)
  names.forEach((name, index) => {
    knownExercise(name, pack, { commands, cwd, after: words.slice(index + 1) })
  })
  if (file !== undefined && names.length > 1) {
    throw new UsageError(
      `one file answers one exercise, but ${names.length} are named before ${last}`,
    )
  }
  return names.map((name) => ({ name, ...(file !== undefined && { file }) }))
}
