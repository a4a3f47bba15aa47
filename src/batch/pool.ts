import { GraderLost, GraderThread } from './grader-thread.ts'
import type { TableAnswer } from './shared-tables.ts'
import type { GraderData, Judged, Task } from './task.ts'

/** Graders that take the next task as each becomes free. */
export interface Pool {
  /** Rejects where a grader failed by a fault of ours. */
  readonly judge: (task: Task) => Promise<Judged>
  readonly close: () => Promise<void>
}

export interface PoolOptions {
  readonly workers: number
  readonly data: GraderData
  readonly tables: TableAnswer
}

interface Order {
  readonly task: Task
  readonly resolve: (judged: Judged) => void
  readonly reject: (error: Error) => void
}

interface Slot {
  grader: GraderThread
}

export function openPool({ workers, data, tables }: PoolOptions): Pool {
  const orders: Order[] = []
  const idle: ((order: Order) => void)[] = []
  const open = () => new GraderThread(data, tables)
  const slots = Array.from({ length: workers }, (): Slot => ({ grader: open() }))
  const nextOrder = () =>
    new Promise<Order>((resolve) => {
      const order = orders.shift()
      if (order) resolve(order)
      else idle.push(resolve)
    })
  const serve = async (slot: Slot) => {
    for (;;) await fulfil(await nextOrder(), slot, open)
  }
  for (const slot of slots) void serve(slot)
  return {
    judge: (task) =>
      new Promise((resolve, reject) => {
        const order = { task, resolve, reject }
        const take = idle.shift()
        if (take) take(order)
        else orders.push(order)
      }),
    close: async () => {
      await Promise.all(slots.map((slot) => slot.grader.close()))
    },
  }
}

const TRIES = 2

/** A lost thread is replaced, and its task tried once more. */
async function fulfil(order: Order, slot: Slot, open: () => GraderThread): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return order.resolve(await slot.grader.judge(order.task))
    } catch (error) {
      const lost = error instanceof GraderLost
      if (lost) {
        void slot.grader.close()
        slot.grader = open()
      }
      if (!lost || tries === TRIES) return order.reject(error as Error)
    }
  }
}
