import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type PgBoss from 'pg-boss'
import { UsageError } from '../../errors.ts'

/** A PostgreSQL server and the queue in it. */
export interface QueueServer {
  readonly pool: pg.Pool
  readonly boss: PgBoss
  readonly close: () => Promise<void>
}

/** Expired jobs are looked for this often. */
const MAINTENANCE_SECONDS = 5

/**
 * Both packages are loaded only where a queue is used.
 * @throws UsageError where they are missing, or where no server answers at the address
 */
export async function connectQueue(url: string): Promise<QueueServer> {
  const shown = addressOf(url)
  const [{ default: postgres }, { default: Boss }] = await loadPackages()
  const pool = new postgres.Pool({ connectionString: url, max: 4 })
  // A lost connection shows in the next query, which is tried again.
  pool.on('error', () => {})
  const boss = new Boss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    schedule: false,
  })
  boss.on('error', () => {})
  await patiently(() => pool.query('select 1')).catch(async (error: Error) => {
    await pool.end().catch(() => {})
    throw new UsageError(`the queue ${shown} cannot be used: ${error.message}`, ADDRESS)
  })
  await boss.start()
  await createTables(pool)
  const close = async () => {
    await boss.stop({ graceful: false, close: false }).catch(() => {})
    await pool.end().catch(() => {})
  }
  return { pool, boss, close }
}

const ADDRESS = 'its address is that of a PostgreSQL server: postgres://user@host/database'

/** The address without its password. @throws UsageError where it is none of a PostgreSQL server */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^postgres(?:ql)?:$/.test(url.protocol)) {
    throw new UsageError('--queue takes the address of a PostgreSQL server', ADDRESS)
  }
  return `${url.protocol}//${url.host}${url.pathname}`
}

async function loadPackages() {
  try {
    return await Promise.all([import('pg'), import('pg-boss')])
  } catch {
    throw new UsageError(
      'a queue needs two packages that are not installed',
      'npm install pg pg-boss@10',
    )
  }
}

/**
 * Sources and verdicts of runs; both are dropped when a run has ended. As text: `jsonb` would put
 * keys in another order, and reports would differ.
 */
const TABLES = `
create table if not exists mlp_check_run (
  id uuid primary key, data text not null, begun timestamptz not null default now());
create table if not exists mlp_check_source (
  run uuid not null references mlp_check_run on delete cascade,
  sha256 text not null, content text not null, primary key (run, sha256));
create table if not exists mlp_check_verdict (
  run uuid not null references mlp_check_run on delete cascade,
  key text not null, report text not null, row_data text not null, primary key (run, key));
delete from mlp_check_run where begun < now() - interval '7 days';
`

async function createTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Several machines may start at once: one of them makes the tables.
    await client.query('select pg_advisory_xact_lock(7268011)')
    await client.query(TABLES)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** How long a server may be away: a restart is over sooner. */
const PATIENCE_MS = 120_000

/** Tries again while the server is away. What is tried must do no harm when it is done twice. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const started = Date.now()
  for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConnectionLoss(error) || Date.now() - started > PATIENCE_MS) throw error
      await sleep(wait)
    }
  }
}

/** SQLSTATE classes 08 and 57 (connection, operator intervention), and what sockets say. */
function isConnectionLoss(error: unknown): boolean {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  return (
    /^(?:08|57P)/.test(code) ||
    /^E(?:CONN|PIPE|HOST|NET|TIMEDOUT|AI_AGAIN)|^ENOENT$/.test(code) ||
    /connection (?:terminated|ended)|timeout exceeded|not queryable/i.test(message)
  )
}
