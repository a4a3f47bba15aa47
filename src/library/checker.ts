import { dirname, join } from 'node:path'
import type { CheckDefinition } from '../checks/define-check.ts'
import { checkKinds } from '../checks/index.ts'
import { now } from '../clock.ts'
import { UsageError } from '../errors.ts'
import { grade as gradeOne } from '../grade.ts'
import { askedChecks } from '../grading/asked-checks.ts'
import { askedOptions } from '../grading/asked-options.ts'
import { createServices, type Services } from '../grading/create-services.ts'
import { runReport } from '../grading/run-report.ts'
import type { LintResult } from '../lint/lint-pack.ts'
import { findSubmission, shownFile } from '../node/find-submission.ts'
import { sha256 } from '../node/hash.ts'
import { referencesHere } from '../node/references.ts'
import { openSandbox } from '../node/sandbox.ts'
import { joinPacks } from '../pack/join-packs.ts'
import { builtInPack, findExercise, folderPack, type Pack } from '../pack/pack.ts'
import { packFolder } from '../pack/pack-folder.ts'
import type { RunReport } from '../report/report.ts'
import type { RenderOptions, Reporter } from '../reporters/define-reporter.ts'
import { Lanes } from '../sandbox/lanes.ts'
import { submissionOf } from '../source/submission.ts'
import { BUILT_IN } from '../trust/boundary.ts'
import {
  type ExercisePage,
  type ExerciseSummary,
  exerciseList,
  exercisePage,
} from './exercise-page.ts'
import {
  type Asked,
  type CheckerOptions,
  type ReadAsked,
  readAsked,
  readOptions,
} from './grade-request.ts'
import { keepingTables } from './keeping-tables.ts'
import { kindsOf } from './own-check.ts'
import { refuseSharedReporters, renderReport } from './render.ts'

/** What a checker is opened with; everything has a default. */
export interface OpenOptions extends CheckerOptions {
  /** Kinds of checks of your own, which specs of `exercises` may then ask for. */
  readonly checks?: readonly CheckDefinition[]
  /** Reporters of your own, for `render`. */
  readonly reporters?: readonly Reporter[]
  /** How many submissions are judged at once, each on a thread of its own; 1 by default. */
  readonly atOnce?: number
}

/** A session with a pack: threads, references and tables stay warm from call to call. */
export interface Checker {
  /** Judges one submission; calls may be made at once, and wait for each other. */
  grade(request: Asked): Promise<RunReport>
  /** Judges many, and gives each report in the order of the requests. */
  batch(requests: Iterable<Asked> | AsyncIterable<Asked>): AsyncIterable<RunReport>
  exercises(): readonly ExerciseSummary[]
  /** By any of its names. */
  exercise(name: string): Promise<ExercisePage>
  /** The statement, as `mlp-check show` prints it. */
  show(name: string): Promise<string>
  render(report: RunReport, reporter: string, options?: Partial<RenderOptions>): Promise<string>
  /** Tests the pack's content; exercises of these names alone, where there are any. */
  lint(names?: readonly string[]): AsyncIterable<LintResult>
  /** Ends the threads. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Opens a checker. @throws UsageError for an option that is none, or a folder that is no pack
 */
export async function openChecker(options: OpenOptions = {}): Promise<Checker> {
  const { checks = [], reporters = [], atOnce = 1 } = options
  const read = readOptions(options, { checks: true, reporters: true, atOnce: true })
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 256) {
    throw new UsageError(`atOnce takes a whole number from 1 to 256, not ${String(atOnce)}`)
  }
  refuseSharedReporters(reporters)
  const own = kindsOf(checks)
  const pack = await packOf(read, { ...checkKinds, ...own })
  const services = {
    ...keepingTables(createServices(referencesHere({ ...read, env: process.env }))),
    checks: own,
  }
  const lanes = new Lanes(atOnce, openSandbox)
  const isBuiltIn = read.exercises.join() === BUILT_IN
  const naming = isBuiltIn ? [] : read.exercises.flatMap((pack) => ['--exercises', pack])
  const bench: Bench = { pack, services, lanes, cwd: read.cwd, naming }
  const grade = async (request: Asked) => judge(readAsked(request), bench)
  return {
    grade,
    batch: (requests) => inOrder(requests, grade, atOnce),
    exercises: () => exerciseList(pack),
    exercise: (name) => exercisePage(pack, name),
    show: async (name) => (await exercisePage(pack, name)).statement,
    render: (report, name, given = {}) =>
      renderReport(report, name, { own: reporters, options: { cwd: read.cwd, ...given } }),
    lint: (names = []) => lintAll(names, bench, read.exercises),
    close: () => lanes.close(),
    [Symbol.asyncDispose]: () => lanes.close(),
  }
}

interface Bench {
  readonly pack: Pack
  readonly services: Services
  readonly lanes: Lanes
  readonly cwd: string
  /** The words that name the same exercises again on a command line. */
  readonly naming: readonly string[]
}

async function packOf(
  { cwd, exercises }: { readonly cwd: string; readonly exercises: readonly string[] },
  kinds: { readonly [kind: string]: CheckDefinition },
): Promise<Pack> {
  const packs = await Promise.all(
    exercises.map((pack) =>
      pack === BUILT_IN
        ? builtInPack()
        : folderPack(packFolder(cwd, pack), `exercises: ${pack}`, kinds),
    ),
  )
  const [first, ...more] = packs
  return first !== undefined && more.length === 0 ? first : joinPacks(packs)
}

async function judge(
  request: ReadAsked,
  { pack, services, lanes, cwd, naming }: Bench,
): Promise<RunReport> {
  const facts = { startedAt: new Date(), started: now() }
  const { options, student, handed, signal } = request
  const exercise = pack.load(findExercise(pack, request.exercise))
  askedChecks(exercise, options)
  const submission =
    'source' in handed
      ? await submissionOf(handed.source, `${exercise.id}.ts`, async (bytes) => sha256(bytes))
      : findSubmission({ exercise, exercises: pack.entries, cwd, file: handed.file })
  const file =
    'source' in handed
      ? `${exercise.id}.ts`
      : shownFile(submission, { exercise, cwd, file: handed.file })
  const asked = 'source' in handed ? naming : [handed.file, ...naming]
  const job = { exercise, submission, file, student, options, asked }
  const report = await lanes.run(async (sandbox) => {
    const session = sandbox.session()
    return gradeOne(job, session, services).finally(() => session.close())
  }, signal)
  const made = { pack: pack.report, backend: services.backend(), seed: options.seed }
  return runReport([report], { ...facts, ...made, node: process.version })
}

/** As many at once as there are threads, and one more at hand; in the order of the requests. */
async function* inOrder(
  requests: Iterable<Asked> | AsyncIterable<Asked>,
  grade: (request: Asked) => Promise<RunReport>,
  atOnce: number,
): AsyncGenerator<RunReport> {
  const under: Promise<RunReport>[] = []
  for await (const request of requests) {
    const judging = grade(request)
    // Told to whoever asks for it; until then nobody listens.
    judging.catch(() => undefined)
    under.push(judging)
    if (under.length > atOnce) yield under.shift() as Promise<RunReport>
  }
  for (const judging of under) yield await judging
}

async function* lintAll(
  names: readonly string[],
  { pack, services }: Bench,
  [exercises = BUILT_IN, ...more]: readonly string[],
): AsyncGenerator<LintResult> {
  if (more.length > 0) throw new UsageError('lint looks at one pack', 'open a checker for each')
  const { lintPack } = await import('../lint/lint-pack.ts')
  const shown = exercises === BUILT_IN ? 'exercises' : exercises.replace(/^npm:/, '')
  const sandbox = openSandbox()
  try {
    const bench = {
      exercises: pack.folder,
      solutions: join(dirname(pack.folder), 'solutions'),
      shownAs: { exercises: shown, solutions: join(dirname(shown), 'solutions') },
      sandbox,
      services,
      options: askedOptions({}, (option) => option),
    }
    yield* lintPack(bench, pack, names)
  } finally {
    await sandbox.close()
  }
}
