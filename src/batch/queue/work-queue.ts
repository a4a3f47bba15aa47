import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../../grading/create-services.ts'
import { openPool, type Pool } from '../pool.ts'
import { sharedTables } from '../shared-tables.ts'
import type { Judged, Task } from '../task.ts'
import type { RunIdentity } from '../task-key.ts'
import { patiently, type QueueServer } from './connect.ts'
import { type Crew, openCrew } from './crew.ts'
import { type QueueJob, type QueueRun, type QueueTask, queueName } from './queue-job.ts'
import { trialsSentWith } from './queue-trials.ts'

export interface WorkOptions {
  readonly server: QueueServer
  readonly identity: RunIdentity
  readonly services: Services
  readonly workers: number
  /** Ends after so many seconds without a job; never, where undefined. */
  readonly idleSeconds: number | undefined
  readonly signal: AbortSignal
  readonly onJob: (submissions: number) => void
}

/** So that graders have work while a verdict is being committed. */
const JOBS_AT_ONCE = 2
const POLL_MS = 200

/** Takes jobs until it is told to stop, or until there have been none for long enough. */
export async function workQueue(options: WorkOptions): Promise<void> {
  const { server, signal, idleSeconds } = options
  const queue = queueName(options.identity)
  await server.boss.createQueue(queue, { name: queue, policy: 'standard' })
  const crew = openCrew((run) => openGraders(options, run), JOBS_AT_ONCE)
  let busyUntil = Date.now()
  let busy = 0
  const idleTooLong = () =>
    busy === 0 && idleSeconds !== undefined && Date.now() - busyUntil > idleSeconds * 1000
  const takeTurns = async () => {
    while (!signal.aborted && !idleTooLong()) {
      const [job] = await patiently(() => server.boss.fetch<QueueJob>(queue))
      if (job === undefined) {
        await sleep(POLL_MS)
        continue
      }
      busy++
      await finishJob(options, { queue, id: job.id, job: job.data }, crew)
      busy--
      busyUntil = Date.now()
    }
  }
  try {
    await Promise.all(Array.from({ length: JOBS_AT_ONCE }, takeTurns))
  } finally {
    await crew.close()
  }
}

interface Taken {
  readonly queue: string
  readonly id: string
  readonly job: QueueJob
}

async function finishJob(options: WorkOptions, taken: Taken, crew: Crew): Promise<void> {
  const { server, onJob } = options
  const { job } = taken
  try {
    const verdicts = await crew.withPool(job.run, (pool) => judgeAll(server, job, pool))
    await patiently(() => commit(server, taken, verdicts))
    onJob(verdicts.length)
  } catch (error) {
    const { message } = error as Error
    await patiently(() => server.boss.fail(taken.queue, taken.id, { message }))
  }
}

/** Nothing is judged for a run that has been ended by whoever began it. */
async function judgeAll(
  server: QueueServer,
  job: QueueJob,
  pool: Pool | undefined,
): Promise<Verdict[]> {
  if (pool === undefined) return []
  const sources = await readSources(server, job)
  return Promise.all(
    job.tasks.map(async (task) => ({ task, judged: await pool.judge(taskFrom(task, sources)) })),
  )
}

interface Verdict {
  readonly task: QueueTask
  readonly judged: Judged
}

function taskFrom(
  { exercise, name, source }: QueueTask,
  sources: ReadonlyMap<string, Task['submission']>,
): Task {
  const submission = sources.get(source)
  if (submission === undefined) throw new Error(`the source ${source} of ${exercise} is missing`)
  return { exercise, name, submission }
}

async function readSources({ pool }: QueueServer, { run, tasks }: QueueJob) {
  const hashes = tasks.map(({ source }) => source)
  const text = 'select sha256, content from mlp_check_source where run = $1 and sha256 = any($2)'
  const { rows } = await patiently(() => pool.query(text, [run, hashes]))
  return new Map<string, Task['submission']>(
    rows.map(({ sha256, content }) => [sha256, JSON.parse(content)]),
  )
}

/** Verdicts and the end of the job in one transaction: a grade is neither lost nor doubled. */
async function commit(
  { pool, boss }: QueueServer,
  { queue, id, job }: Taken,
  verdicts: readonly Verdict[],
): Promise<void> {
  const client = await pool.connect()
  let lost: Error | undefined
  try {
    await client.query('begin')
    // Nothing is written for a run that is no longer there.
    await client.query(
      'insert into mlp_check_verdict (run, key, report, row_data) ' +
        'select $1, v.* from unnest($2::text[], $3::text[], $4::text[]) v ' +
        'where exists (select from mlp_check_run where id = $1) on conflict do nothing',
      [
        job.run,
        verdicts.map(({ task }) => task.key),
        verdicts.map(({ judged }) => judged.report),
        verdicts.map(({ judged }) => JSON.stringify(judged.row)),
      ],
    )
    const db = { executeSql: (text: string, values: unknown[]) => client.query(text, values) }
    await boss.complete(queue, id, { judged: verdicts.length }, { db })
    await client.query('commit')
  } catch (error) {
    lost = error as Error
    throw error
  } finally {
    // Without a rollback: a connection that failed in a transaction is not used again.
    client.release(lost)
  }
}

/** Nothing where whoever began the run has ended it. */
async function openGraders(
  { server, services, workers }: WorkOptions,
  run: string,
): Promise<Pool | undefined> {
  const { rows } = await patiently(() =>
    server.pool.query('select data from mlp_check_run where id = $1', [run]),
  )
  const data = rows.map((row): QueueRun => JSON.parse(row.data))[0]
  if (data === undefined) return undefined
  const tables = sharedTables(data.exercises, { ...services, trialTable: trialsSentWith(data) })
  return openPool({ workers, data, tables })
}
