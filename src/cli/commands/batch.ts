import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { discover } from '../../batch/discover.ts'
import { openJournal } from '../../batch/journal.ts'
import type { LayoutName } from '../../batch/layouts/names.ts'
import { openPool } from '../../batch/pool.ts'
import { attendanceOf } from '../../batch/roster.ts'
import { type BatchResult, runBatch } from '../../batch/run-batch.ts'
import { sharedTables } from '../../batch/shared-tables.ts'
import { summaryText } from '../../batch/summary.ts'
import { runIdentity } from '../../batch/task-key.ts'
import { UsageError } from '../../errors.ts'
import { createServices } from '../../grading/create-services.ts'
import { batchExitCode } from '../batch-exit-code.ts'
import { chosenExercises, chosenOut, chosenRoster, chosenWorkers } from '../batch-options.ts'
import { batchProgress } from '../batch-progress.ts'
import type { CommandModule } from '../command.ts'
import { gradingOptionsOf, serviceOptionsOf } from '../grading-options.ts'
import { INTERRUPTED, onInterrupt } from '../interruption.ts'
import { chosenPack } from '../packs.ts'

/** Judges what a whole class handed in. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const started = performance.now()
  const { stdout, stderr, cwd } = surroundings
  if (words.length === 0) {
    throw new UsageError('which folder?', 'try: mlp-check batch downloads --exercise ex1')
  }
  const grading = gradingOptionsOf(options)
  const workers = chosenWorkers(options)
  const roster = chosenRoster(options, surroundings)
  const pack = await chosenPack(options, surroundings)
  const exercises = chosenExercises(options, pack)
  const wanted = exercises.map(({ id }) => id)
  const layout = options.layout as LayoutName | undefined
  const out = chosenOut(options, surroundings)
  const inventory = await discover({
    inputs: words,
    cwd,
    layout,
    known: pack.entries,
    wanted,
    results: out.folder,
  })
  const file = join(out.folder, 'journal.jsonl')
  if (options.resume && !existsSync(file)) {
    throw new UsageError(`there is no run to resume: ${file} is missing`, 'name its --out')
  }
  const services = createServices(serviceOptionsOf(options, surroundings))
  const journal = openJournal(file)
  const tables = sharedTables(exercises, services)
  const pool = openPool({ workers, data: { exercises, options: grading }, tables })
  const interruption = onInterrupt(
    stderr,
    'finishing what is under way; interrupt again to stop at once',
  )
  const progress = await batchProgress(inventory.handed.length, surroundings)
  try {
    const results = await runBatch({
      handed: inventory.handed,
      exercises,
      identity: runIdentity(services.backend(), grading),
      journal,
      judge: pool.judge,
      atOnce: workers * 2,
      onJudged: progress.step,
      signal: interruption.signal,
    })
    progress.stop()
    const done = results.filter((result): result is BatchResult => result !== undefined)
    const attendance = roster && attendanceOf(roster, inventory.handed, wanted)
    const seconds = (performance.now() - started) / 1000
    stdout.write(summaryText({ inventory, results: done, attendance, seconds }))
    if (done.length < results.length) return INTERRUPTED
    return batchExitCode(done, options.failOnWrong === true)
  } finally {
    progress.stop()
    interruption.release()
    await pool.close()
    journal.close()
    if (out.temporary) rmSync(out.folder, { recursive: true, force: true })
  }
}
