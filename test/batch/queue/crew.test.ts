import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Pool } from '../../../src/batch/pool.ts'
import { openCrew } from '../../../src/batch/queue/crew.ts'

/** Graders that know whether they are open, and are asked for nothing. */
function agency() {
  const open: { run: string; closed: boolean }[] = []
  const hire = async (run: string) => {
    const one = { run, closed: false }
    open.push(one)
    const close = async () => {
      one.closed = true
    }
    return { close, one } as unknown as Pool
  }
  return { hire, all: open, now: () => open.filter(({ closed }) => !closed).length }
}

/** Two jobs at once, each of one of these runs, as they come out of a queue. */
async function judgeInTurn(runs: readonly string[]) {
  const { hire, all, now } = agency()
  const crew = openCrew(hire, 2)
  const jobs = [...runs]
  let most = 0
  const takeTurns = async () => {
    for (let run = jobs.shift(); run !== undefined; run = jobs.shift()) {
      await crew.withPool(run, async (pool) => {
        await sleep(0)
        most = Math.max(most, now())
        expect((pool as unknown as { one: object }).one).toEqual({ run, closed: false })
      })
    }
  }
  await Promise.all([takeTurns(), takeTurns()])
  const left = now()
  await crew.close()
  return { hired: all.length, most, left, open: now() }
}

it('two batches in turn keep the graders that they have', async () => {
  const runs = Array.from({ length: 40 }, (_, job) => 'ab'.charAt(job % 2))
  expect(await judgeInTurn(runs)).toEqual({ hired: 2, most: 2, left: 2, open: 0 })
})

it.each([3, 5, 20])(
  'the graders of %i batches in turn are not all there at once',
  async (count) => {
    const runs = Array.from({ length: 60 }, (_, job) => String((job * 7) % count))
    const { most, left, open } = await judgeInTurn(runs)
    // Two at work, and those kept for the next job.
    expect(most).toBeLessThanOrEqual(4)
    expect({ left, open }).toEqual({ left: 2, open: 0 })
  },
)

it('graders that could not be hired are asked for again', async () => {
  const { hire } = agency()
  let calls = 0
  const crew = openCrew(async (run) => {
    if (++calls === 1) throw new Error('the server is away')
    return hire(run)
  }, 2)
  const job = () => crew.withPool('a', async (pool) => pool !== undefined)
  await expect(job()).rejects.toThrow('the server is away')
  expect(await job()).toBe(true)
  await crew.close()
})
