import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Judged, Task } from '../task.ts'
import type { RunIdentity } from '../task-key.ts'
import { patiently, type QueueServer } from './connect.ts'
import { type QueueJob, type QueueRun, type QueueTask, queueName, sourceOf } from './queue-job.ts'

export interface QueueJudge {
  readonly judge: (task: Task, key: string) => Promise<Judged>
  readonly close: () => Promise<void>
}

export interface QueueOptions {
  readonly server: QueueServer
  readonly identity: RunIdentity
  readonly run: QueueRun
  /** After so long without a word, a worker is taken for dead, and its job is given to another. */
  readonly expireSeconds: number
}

const PER_JOB = 25
const POLL_MS = 100
/** A job that outlives so many workers is given up: something in it ends them. */
const RETRIES = 5

interface Wanted {
  readonly resolve: (judged: Judged) => void
  readonly reject: (error: Error) => void
}

/** Judges on other machines: tasks go out in jobs, and verdicts come back as they are committed. */
export async function openQueueJudge(options: QueueOptions): Promise<QueueJudge> {
  const { server, identity, run, expireSeconds } = options
  const id = randomUUID()
  const queue = queueName(identity)
  const policy = { expireInSeconds: expireSeconds, retryLimit: RETRIES, retryDelay: 0 }
  await server.boss.createQueue(queue, { name: queue, policy: 'standard' })
  await server.pool.query('insert into mlp_check_run (id, data) values ($1, $2)', [
    id,
    JSON.stringify(run),
  ])
  const wanted = new Map<string, Wanted>()
  const waiting: { task: Task; key: string }[] = []
  let open = true
  const send = async () => {
    const batch = waiting.splice(0, PER_JOB)
    const tasks = await sendSources(server, id, batch)
    const job: QueueJob = { run: id, tasks }
    // The id is ours, so that sending again after a lost connection does not send twice.
    const jobId = randomUUID()
    const insert = () => server.boss.insert([{ id: jobId, name: queue, data: job, ...policy }])
    await patiently(() => insert().catch(acceptSent))
  }
  const exchange = async () => {
    while (open) {
      while (waiting.length > 0) await send()
      await collect(server, id, wanted)
      await rejectLost(server, { id, queue }, wanted)
      await sleep(POLL_MS)
    }
  }
  const failed = (error: Error) => {
    for (const { reject } of wanted.values()) reject(error)
    wanted.clear()
  }
  const exchanging = exchange().catch(failed)
  return {
    judge: (task, key) =>
      new Promise((resolve, reject) => {
        wanted.set(key, { resolve, reject })
        waiting.push({ task, key })
      }),
    close: async () => {
      open = false
      await exchanging
      await server.pool.query('delete from mlp_check_run where id = $1', [id]).catch(() => {})
    },
  }
}

/** The first sending arrived after all: its confirmation was lost with the connection. */
function acceptSent(error: Error & { code?: string }): void {
  const UNIQUE_VIOLATION = '23505'
  if (error.code !== UNIQUE_VIOLATION) throw error
}

async function sendSources(
  { pool }: QueueServer,
  run: string,
  batch: readonly { task: Task; key: string }[],
): Promise<QueueTask[]> {
  const sources = batch.map(({ task }) => sourceOf(task))
  const hashes = sources.map(({ sha256 }) => sha256)
  const contents = sources.map(({ content }) => content)
  const text =
    'insert into mlp_check_source (run, sha256, content) ' +
    'select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing'
  await patiently(() => pool.query(text, [run, hashes, contents]))
  return batch.map(({ task, key }, index) => ({
    key,
    exercise: task.exercise,
    name: task.name,
    source: hashes[index] as string,
  }))
}

/** Takes verdicts out of the table once they are handed on. */
async function collect(
  { pool }: QueueServer,
  run: string,
  wanted: Map<string, Wanted>,
): Promise<void> {
  const text =
    'select key, report, row_data as row from mlp_check_verdict where run = $1 limit 1000'
  const { rows } = await patiently(() => pool.query(text, [run]))
  for (const { key, report, row } of rows) {
    wanted.get(key)?.resolve({ report, row: JSON.parse(row) })
    wanted.delete(key)
  }
  if (rows.length === 0) return
  const taken = rows.map(({ key }) => key)
  await patiently(() =>
    pool.query('delete from mlp_check_verdict where run = $1 and key = any($2)', [run, taken]),
  )
}

/** Submissions of jobs that no worker lived to finish. */
async function rejectLost(
  { pool }: QueueServer,
  { id, queue }: { id: string; queue: string },
  wanted: Map<string, Wanted>,
): Promise<void> {
  const text = `select data from pgboss.job where name = $1 and state = 'failed' and data->>'run' = $2`
  const { rows } = await patiently(() => pool.query(text, [queue, id]))
  for (const { key } of rows.flatMap(({ data }) => (data as QueueJob).tasks)) {
    wanted.get(key)?.reject(new Error(`no worker finished it in ${RETRIES + 1} tries`))
    wanted.delete(key)
  }
}
