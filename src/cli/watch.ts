import { relative } from 'node:path'
import { now } from '../clock.ts'
import type { Services } from '../grading/create-services.ts'
import { runReport } from '../grading/run-report.ts'
import type { speaker } from '../messages/render.ts'
import { candidateFiles } from '../node/candidate-files.ts'
import type { Sandbox } from '../node/sandbox.ts'
import type { PackEntry } from '../pack/pack.ts'
import { pathKey } from '../paths/path-key.ts'
import { withSlashes } from '../paths/shown.ts'
import type { SubmissionReport } from '../report/report.ts'
import { loadReporter, type ReporterName } from '../reporters/index.ts'
import { answerFile, existingAnswer } from '../workspace/files.ts'
import type { Invocation, Surroundings } from './command.ts'
import { type Bench, judge } from './judge.ts'
import { renderOptions } from './print-reports.ts'
import { nextExercise } from './progress-now.ts'
import type { View } from './watch-view.ts'

export interface WatchTools {
  readonly bench: Bench
  readonly services: Services
  readonly sandbox: Sandbox
  readonly speak: ReturnType<typeof speaker>
  readonly view: View
  readonly reporter: ReporterName
  /** Whether keys can be pressed. */
  readonly interactive: boolean
  readonly options: Invocation['options']
  readonly surroundings: Surroundings
}

/** What happens on a save and on a key; one thing after the other. */
export interface Watch {
  readonly start: () => Promise<void>
  readonly saved: (paths: readonly string[]) => void
  readonly pressed: (key: string) => void
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

export function createWatch(tools: WatchTools, first: PackEntry): Watch {
  let current = first
  let work: Promise<void> = Promise.resolve()
  const { bench, view, speak } = tools
  const then = (task: () => Promise<void>) => {
    work = work.then(task).catch((error: Error) => view.add(`mlp-check: ${error.message}`))
    return work
  }
  const fileOf = async (entry: PackEntry) =>
    (await existingAnswer(bench.place, entry)) ?? answerFile(entry, bench.place.pattern)
  const judgeCurrent = async () => {
    const file = await fileOf(current)
    view.begin(speak('watch.judging', { file }))
    try {
      const { text, next } = await judgement(tools, current)
      view.report(text, next)
    } finally {
      view.end(speak('watch.waiting', { file }))
    }
  }
  const keys: Record<string, () => Promise<void>> = {
    n: async () => {
      const next = await nextExercise(bench.place, bench.pack)
      current = following(bench.pack.entries, current, next)
      await greet()
    },
    h: () => runCommand('hint'),
    p: () => runCommand('plot'),
  }
  const greet = async () => {
    const heading = speak('progress.next', { id: current.id, title: current.title })
    view.greet(heading, speak('watch.waiting', { file: await fileOf(current) }))
  }
  const runCommand = async (name: 'hint' | 'plot') => {
    const { run } = await (name === 'hint'
      ? import('./commands/hint.ts')
      : import('./commands/plot.ts'))
    let text = ''
    const write = (part: string) => {
      text += part
    }
    const { stdout, stderr } = tools.surroundings
    const captured = { stdout: { ...stdout, write }, stderr: { ...stderr, write } }
    const surroundings = { ...tools.surroundings, cwd: bench.cwd, ...captured }
    const invocation = { words: [current.id], options: { lang: tools.options.lang }, commands: {} }
    await run(invocation, surroundings)
    view.add(text.trimEnd())
  }
  return {
    start: () => then(greet),
    saved: (paths) => {
      const names = paths.map((path) => relative(bench.cwd, path))
      const answered = names.flatMap((name) => answeredBy(bench, name) ?? [])
      void then(async () => {
        // A helper that was saved belongs to the exercise at hand.
        current = answered.includes(current) ? current : (answered[0] ?? current)
        await judgeCurrent()
      })
    },
    pressed: (key) => {
      const action = Object.hasOwn(keys, key) ? keys[key] : undefined
      if (action !== undefined) void then(action)
    },
    idle: () => work,
  }
}

interface Judgement {
  readonly text: string
  readonly next?: string
}

/** The report of the exercise at hand, and what to do when it has passed. */
async function judgement(tools: WatchTools, entry: PackEntry): Promise<Judgement> {
  const { bench, services, sandbox, speak, interactive } = tools
  const facts = { startedAt: new Date(), started: now() }
  const session = sandbox.session()
  const submission = await judge(bench, { exercise: bench.pack.load(entry) }, session).finally(() =>
    session.close(),
  )
  const seed = bench.options.seed
  const report = runReport([submission], {
    ...facts,
    pack: bench.pack.report,
    backend: services.backend(),
    seed,
    node: process.version,
  })
  const reporter = await loadReporter(tools.reporter)
  // Whoever reads the paths has opened the workspace, wherever in a repository it lies.
  const place = { cwd: bench.cwd, repositoryRoot: undefined }
  const text = reporter.render(report, { ...renderOptions(tools), ...place }).trimEnd()
  const next = await nextAfter(tools, submission)
  if (next === undefined) return { text }
  const id = interactive ? 'watch.passed' : 'watch.passed-plain'
  return { text, next: speak(id, { id: submission.exercise, next: next.id }) }
}

async function nextAfter({ bench }: WatchTools, { status }: SubmissionReport) {
  return status === 'passed' ? nextExercise(bench.place, bench.pack) : undefined
}

/** The next open exercise; where the one at hand is open itself, the one after it. */
function following(
  entries: readonly PackEntry[],
  current: PackEntry,
  next: PackEntry | undefined,
): PackEntry {
  if (next !== undefined && next.id !== current.id) return next
  const index = entries.findIndex(({ id }) => id === current.id)
  return entries[index + 1] ?? current
}

/** The exercise that a file answers, by its path relative to the workspace. */
function answeredBy({ pack, place }: Bench, path: string): PackEntry | undefined {
  const key = pathKey(withSlashes(path))
  return pack.entries.find((entry) =>
    candidateFiles(entry, place.pattern).some((file) => pathKey(file) === key),
  )
}
