import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { codeOf } from '../../batch/code-of.ts'
import { discover } from '../../batch/discover.ts'
import type { Handed, Inventory } from '../../batch/inventory.ts'
import { type Journal, openJournal } from '../../batch/journal.ts'
import type { LayoutName } from '../../batch/layouts/names.ts'
import { takeFolder } from '../../batch/out/one-writer.ts'
import { startersOf } from '../../batch/out/starters.ts'
import type { Pool } from '../../batch/pool.ts'
import { type BatchResult, runBatch } from '../../batch/run-batch.ts'
import { inShard, parseShard, shardFileName, WHOLE } from '../../batch/shard.ts'
import { writeShard } from '../../batch/shard-file.ts'
import { summaryText } from '../../batch/summary.ts'
import { type RunIdentity, runIdentity } from '../../batch/task-key.ts'
import { now } from '../../clock.ts'
import { UsageError } from '../../errors.ts'
import type { Exercise } from '../../exercise.ts'
import { createServices } from '../../grading/create-services.ts'
import { runHeader } from '../../grading/run-report.ts'
import { speaker } from '../../messages/render.ts'
import { growHeapsAsEver, growHeapsSlowly } from '../../node/heaps.ts'
import { referencesHere } from '../../node/references.ts'
import type { Pack } from '../../pack/pack.ts'
import { linkBelow, pathBelow } from '../../trust/links.ts'
import { chosenBooks } from '../batch-books.ts'
import { type Court, openCourt, startGraders } from '../batch-court.ts'
import { batchExitCode } from '../batch-exit-code.ts'
import { chosenExercises, chosenOut, chosenWorkers, type OutFolder } from '../batch-options.ts'
import { batchProgress } from '../batch-progress.ts'
import { classReporters } from '../batch-reports.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { writeText } from '../fit-to-screen.ts'
import { gradingOptionsOf, referenceOptionsOf } from '../grading-options.ts'
import { type Interruption, onInterrupt } from '../interruption.ts'
import { keepPrivate } from '../keep-private.ts'
import { chosenPack, tellFaulty } from '../packs.ts'
import { localeIn, sayHere } from '../workspaces.ts'

/** Judges what a whole class handed in. */
export const run: CommandModule['run'] = async (invocation, surroundings) => {
  keepPrivate()
  growHeapsSlowly()
  const wish = await wishOf(invocation, surroundings)
  const room = mkdtempSync(join(tmpdir(), 'mlp-check-unpacked-'))
  const graders = startGraders({ ...wish, code: surroundings.code })
  try {
    await graders?.begun
    const inventory = await found({ ...invocation, ...wish, room }, surroundings)
    if (inventory.handed.length === 0 && wish.books.roster === undefined)
      throw nothingHanded(invocation.words, wish.exercises)
    const plan = { ...wish, inventory, graders }
    const work = async () => {
      const code = await carryOut(plan, invocation, surroundings)
      return plan.incomplete ? Math.max(code, ExitCode.exercise) : code
    }
    return await keepOrRemove(plan.out, () => holding(plan.out, work))
  } finally {
    await graders?.close()
    rmSync(room, { recursive: true, force: true })
    growHeapsAsEver()
  }
}

async function keepOrRemove(out: OutFolder, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } finally {
    if (out.temporary) rmSync(out.folder, { recursive: true, force: true })
  }
}

/** One writer for each folder of results: two would spoil each other's. */
async function holding({ folder, temporary }: OutFolder, work: () => Promise<number>) {
  if (temporary) return work()
  const taken = await takeFolder(folder)
  return work().finally(taken.release)
}

interface Plan extends Awaited<ReturnType<typeof wishOf>> {
  readonly inventory: Inventory
  readonly graders: Pool | undefined
}

/** Everything that can be refused without a look at what was handed in is refused here, before any work is done. */
async function wishOf({ words, options }: Invocation, surroundings: Surroundings) {
  const facts = { startedAt: new Date(), started: now() }
  if (words.length === 0) {
    throw new UsageError('which folder?', 'try: mlp-check batch downloads --exercise ex1')
  }
  const grading = gradingOptionsOf(options)
  const reporters = classReporters(options)
  const workers = options.queue === undefined ? chosenWorkers(options, surroundings) : undefined
  const shard = parseShard(options.shard)
  const pack = await chosenPack(surroundings)
  const exercises = chosenExercises(options, pack, grading)
  const incomplete = options.exercise === undefined && pack.faulty.length > 0
  if (incomplete) tellFaulty(pack, surroundings)
  const out = chosenOut(options, surroundings)
  refuseOut(options, out)
  refuseOutOfOthers({ words, options, out }, surroundings)
  const books = await chosenBooks({
    options,
    cwd: surroundings.cwd,
    pack,
    exercises,
    out: out.temporary ? undefined : out.folder,
  })
  const services = createServices(referencesHere(referenceOptionsOf(options, surroundings)))
  return {
    facts,
    services,
    grading,
    reporters,
    workers,
    shard,
    books,
    pack,
    exercises,
    incomplete,
    out,
  }
}

function refuseOut(options: Invocation['options'], { folder, temporary }: OutFolder): void {
  if (options.shard !== undefined && temporary) {
    throw new UsageError('a part of a run has to be kept', 'add --out FOLDER')
  }
  if (isNoFolder(folder)) {
    throw new UsageError(`${folder} is a file`, '--out takes the folder that results go to')
  }
  const journal = join(folder, 'journal.jsonl')
  if (!options.resume || existsSync(journal)) return
  throw new UsageError(`there is no run to resume: ${journal} is missing`, 'name its --out')
}

/**
 * What lies among the submissions may be a submission's: a journal that is found there would say
 * what its author likes, and a link would lead the results elsewhere.
 */
function refuseOutOfOthers(
  { words, options, out }: Pick<Search, 'words' | 'options' | 'out'>,
  { cwd }: Surroundings,
): void {
  const input = words.find((word) => pathBelow(resolve(cwd, word), out.folder) !== undefined)
  if (input === undefined) return
  const link = linkBelow(resolve(cwd, input), out.folder)
  if (link !== undefined) throw new UsageError(`${link} is a link`, 'name another --out')
  if (options.resume === true || !existsSync(out.folder)) return
  if (readdirSync(out.folder).length === 0) return
  throw new UsageError(
    `${out.folder} lies in ${input} and holds files already`,
    'name an --out elsewhere; --resume goes on with it, if it is a run of yours',
  )
}

/** Whether something else stands there, or on the way there. */
function isNoFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return true
    throw error
  }
}

/** Without a roster nobody would even be told to be missing. */
function nothingHanded(words: readonly string[], exercises: readonly Exercise[]): UsageError {
  const asked = exercises.map(({ id }) => id).join(', ')
  return new UsageError(
    `nothing in ${words.join(', ')} answers ${asked}`,
    'files are found by their names, such as ex1.ts or tanh.ts; --roster FILE tells who is missing',
  )
}

interface Search {
  readonly words: readonly string[]
  readonly options: Invocation['options']
  readonly exercises: readonly Exercise[]
  readonly pack: Pack
  readonly out: OutFolder
  readonly room: string
}

function found(search: Search, { cwd }: Surroundings): Promise<Inventory> {
  return discover({
    inputs: search.words,
    cwd,
    layout: search.options.layout as LayoutName | undefined,
    known: search.pack.entries,
    wanted: search.exercises.map(({ id }) => id),
    results: search.out.folder,
    room: search.room,
  })
}

async function carryOut(plan: Plan, invocation: Invocation, surroundings: Surroundings) {
  const { exercises, grading, out, services } = plan
  const { options } = invocation
  const identity = runIdentity(services.backend(), grading)
  const journal = openJournal(join(out.folder, 'journal.jsonl'))
  const say = sayHere(options, surroundings)
  const interruption = onInterrupt(surroundings.stderr, say(STOPPING))
  try {
    const judging = { options, exercises, grading, identity, services }
    const court = await openCourt(plan.graders, judging)
    if (court.queue !== undefined) {
      surroundings.stderr.write(`${say(waiting(court.queue, identity))}\n`)
    }
    const tools = { journal, court, identity, interruption }
    const asked = { invocation, surroundings }
    // Graders end before the journal: nobody may add to it after that.
    const code = await judgeAll(plan, tools, asked).finally(court.close)
    if (code === interruption.code()) {
      writeText(surroundings.stdout, `${say(out.temporary ? NOT_KEPT : GO_ON)}\n`)
    }
    return code
  } finally {
    interruption.release()
    journal.close()
  }
}

interface Tools {
  readonly journal: Journal
  readonly court: Court
  readonly identity: RunIdentity
  readonly interruption: Interruption
}

interface Asked {
  readonly invocation: Invocation
  readonly surroundings: Surroundings
}

async function judgeAll(plan: Plan, tools: Tools, asked: Asked): Promise<number> {
  const { exercises, grading, inventory, out, shard, services } = plan
  const { journal, court, identity, interruption } = tools
  const { surroundings } = asked
  const { options } = asked.invocation
  const handed = inventory.handed.filter((one) => inShard(one, shard))
  // Loaded while others judge.
  const finishing = import('../finish-batch.ts')
  const results = await resultsFor(handed, plan, tools, asked)
  const starters = await startersOf(plan.pack, results, court.fingerprints)
  await court.endJudging()
  const header = runHeader({
    ...plan.facts,
    pack: plan.pack.report,
    backend: services.backend(),
    seed: grading.seed,
    node: process.version,
  })
  const seconds = (now() - plan.facts.started) / 1000
  if (shard.count > WHOLE.count) {
    const file = join(out.folder, shardFileName(shard))
    const facts = { shard, identity, header, exercises, inventory }
    await writeShard(file, facts, results, { read: journal.read, codeOf })
    const found = { ...inventory, handed }
    const locale = localeIn(options, surroundings)
    const summary = summaryText({ header, inventory: found, results, seconds }, locale)
    const part = speaker(locale)('batch.part', { index: shard.index, of: shard.count, file })
    writeText(surroundings.stdout, `${summary}${part}\n`)
    if (results.length < handed.length) return interruption.code()
    return Math.max(ExitCode.passed, batchExitCode(results, options.failOnWrong === true))
  }
  const folder = out.temporary ? undefined : out.folder
  const { finishBatch } = await finishing
  return finishBatch(
    {
      header,
      tool: identity.tool,
      exercises,
      starters,
      inventory,
      results,
      books: plan.books,
      codeOf,
      read: journal.read,
    },
    {
      options,
      surroundings,
      folder,
      pool: court,
      reporters: plan.reporters,
      seconds,
      interrupted: interruption.code(),
    },
  )
}

/** What there is a verdict on: all, unless somebody interrupts. */
async function resultsFor(
  handed: readonly Handed[],
  { exercises }: Plan,
  { journal, court, identity, interruption }: Tools,
  { invocation, surroundings }: Asked,
): Promise<readonly BatchResult[]> {
  const speak = speaker(localeIn(invocation.options, surroundings))
  const progress = await batchProgress(handed.length, surroundings, speak)
  try {
    const results = await runBatch({
      handed,
      exercises,
      identity,
      journal,
      judge: court.judge,
      atOnce: court.atOnce,
      onJudged: progress.step,
      signal: interruption.signal,
    })
    return results.filter((result): result is BatchResult => result !== undefined)
  } finally {
    progress.stop()
  }
}

/** Where no worker is the same, nothing is ever judged. */
function waiting(queue: string, { version, v8, backend }: RunIdentity): string {
  const only = `mlp-check ${version}, V8 ${v8}, ${backend}`
  return `waiting for workers on ${queue}: ${only}; one is started by mlp-check worker --queue`
}

const STOPPING = 'finishing what is under way; interrupt again to stop at once'
const GO_ON = 'interrupted: the same command with --resume goes on from here'
const NOT_KEPT = 'interrupted, and nothing is kept: that takes --out FOLDER'
