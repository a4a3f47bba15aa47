import type { Pool } from '../pool.ts'

/** The graders of a worker, for the runs that its jobs come from. */
export interface Crew {
  /** Lends the graders of a run, or nothing where it has ended, for as long as `use` takes. */
  readonly withPool: <T>(run: string, use: (pool: Pool | undefined) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

interface Hired {
  readonly pool: Promise<Pool | undefined>
  users: number
}

/**
 * Keeps the graders of as many runs as jobs are done at once, those of the latest jobs: where two
 * batches share a queue, their jobs come in turn, and graders take as long to start as many verdicts.
 */
export function openCrew(
  open: (run: string) => Promise<Pool | undefined>,
  runsAtOnce: number,
): Crew {
  /** By the run; the latest stands last. */
  const hired = new Map<string, Hired>()
  const dismiss = async (run: string, { pool }: Hired) => {
    hired.delete(run)
    const graders = await pool.catch(() => undefined)
    await graders?.close()
  }
  const dismissIdle = async () => {
    const surplus = hired.size - runsAtOnce
    const idle = [...hired].filter(([, { users }]) => users === 0).slice(0, Math.max(0, surplus))
    for (const [run, one] of idle) await dismiss(run, one)
  }
  return {
    withPool: async (run, use) => {
      const one = hired.get(run) ?? { pool: open(run), users: 0 }
      hired.delete(run)
      hired.set(run, one)
      one.users++
      try {
        return await use(await one.pool)
      } catch (error) {
        // Who could not be hired is asked again by the next job.
        await one.pool.catch(() => hired.get(run) === one && hired.delete(run))
        throw error
      } finally {
        one.users--
        await dismissIdle()
      }
    },
    close: async () => {
      for (const [run, one] of [...hired]) await dismiss(run, one)
    },
  }
}
