import { setTimeout as wait } from 'node:timers/promises'
import { growHeapsAsEver, growHeapsSlowly } from '../node/heaps.ts'
import { optimizeAsEver, optimizeLater } from '../node/optimizer.ts'
import { GraderLost, GraderThread } from './grader-thread.ts'
import type { TableAnswer } from './shared-tables.ts'
import type { Feedback, GraderData, Judged, Task } from './task.ts'

/** Graders that take the next task as each becomes free. */
export interface Pool {
  /** Settled once all its threads run, and heaps grow slowly: what takes much memory waits for that. */
  readonly begun: Promise<void>
  /** How many tasks keep it busy. */
  readonly atOnce: number
  /** Rejects where a grader failed by a fault of ours. */
  readonly judge: (task: Task) => Promise<Judged>
  /** What a text is recognised by: the graders have a parser at hand. */
  readonly fingerprints: (text: string) => Promise<readonly number[]>
  readonly writeFeedback: (feedback: Feedback) => Promise<void>
  /** When all is judged: what submissions ran in takes half of a run's memory, and the rest of it needs some. */
  readonly endJudging: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly workers: number
  readonly data: GraderData
  readonly tables: TableAnswer
  /** Keeps what V8 made of their code, where nothing was known or accepted. */
  readonly keepCode?: ((code: Uint8Array) => void) | undefined
}

interface Order {
  /** `again`: a grader was lost to it, or so it seems. */
  readonly run: (grader: GraderThread, again: boolean) => Promise<void>
  readonly reject: (error: Error) => void
}

interface Slot {
  grader: GraderThread
}

/**
 * From when all threads run, heaps grow slowly and code is optimized later, until it is closed: a
 * thread that starts under any flag compiles Node's own modules anew.
 */
export function openPool({ workers, data, tables, keepCode }: PoolOptions): Pool {
  beAsEver()
  const orders: Order[] = []
  let closed = false
  let began: () => void
  const begun = new Promise<void>((resolve) => (began = resolve))
  let starting = workers
  const oneBegan = () => {
    if (--starting > 0) return
    if (!closed) settleDown()
    began()
  }
  const idle: ((order: Order) => void)[] = []
  const open = () => new GraderThread(data, { tables, keepCode, begun: oneBegan })
  const slots = Array.from({ length: workers }, (): Slot => ({ grader: open() }))
  const nextOrder = () =>
    new Promise<Order>((resolve) => {
      const order = orders.shift()
      if (order) resolve(order)
      else idle.push(resolve)
    })
  const serve = async (slot: Slot) => {
    while (!closed) await fulfil(await nextOrder(), slot, () => (closed ? undefined : open()))
  }
  for (const slot of slots) void serve(slot)
  const give = <T>(job: (grader: GraderThread, again: boolean) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const run: Order['run'] = async (grader, again) => resolve(await job(grader, again))
      const take = idle.shift()
      if (take) take({ run, reject })
      else orders.push({ run, reject })
    })
  return {
    begun: Promise.race([begun, wait(START_MS, undefined, { ref: false })]),
    atOnce: workers * 2,
    judge: (task) => give((grader, again) => grader.judge(task, again)),
    fingerprints: (text) => give((grader) => grader.fingerprints(text)),
    writeFeedback: (feedback) => give((grader) => grader.writeFeedback(feedback)),
    endJudging: async () => {
      // Code is accepted in another run if it is made under no flags.
      beAsEver()
      // One that is lost has no sandbox any more.
      await Promise.allSettled(slots.map(({ grader }) => grader.endJudging()))
      if (!closed) settleDown()
    },
    close: async () => {
      closed = true
      beAsEver()
      for (const { reject } of orders.splice(0)) reject(new GraderLost('the graders were ended'))
      await Promise.all(slots.map((slot) => slot.grader.close()))
    },
  }
}

function settleDown(): void {
  growHeapsSlowly()
  optimizeLater()
}

function beAsEver(): void {
  growHeapsAsEver()
  optimizeAsEver()
}

/** Nobody waits longer for threads that start: who judges is told what is wrong with them. */
const START_MS = 5000

const TRIES = 2

/**
 * A lost thread is replaced, and what it was at tried once more; after the end none is opened, or
 * the process would wait for it for ever.
 */
async function fulfil(
  order: Order,
  slot: Slot,
  open: () => GraderThread | undefined,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await order.run(slot.grader, tries > 1)
    } catch (error) {
      const fresh = error instanceof GraderLost ? open() : undefined
      if (fresh !== undefined) {
        void slot.grader.close()
        slot.grader = fresh
      }
      if (fresh === undefined || tries === TRIES) return order.reject(error as Error)
    }
  }
}
