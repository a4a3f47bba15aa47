import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import type { TableAnswer } from './shared-tables.ts'
import type { FromGrader, GraderData, Judged, Task, ToGrader } from './task.ts'

/** The thread ended or fell silent: not by the submission, which runs in a sandbox of its own. */
export class GraderLost extends Error {
  override name = 'GraderLost'
}

/** Whatever a submission does ends far sooner: this is for faults of ours. */
const SILENCE_MS = 10 * 60_000

interface Pending {
  readonly id: number
  readonly resolve: (judged: Judged) => void
  readonly reject: (error: Error) => void
}

/** The main thread's end of a grader. It judges one task at a time. */
export class GraderThread {
  readonly #worker: Worker
  readonly #tables: TableAnswer
  #pending: Pending | undefined
  #tasks = 0

  constructor(data: GraderData, tables: TableAnswer) {
    this.#tables = tables
    this.#worker = new Worker(join(packageRoot(), 'dist', 'grader.js'), { workerData: data })
    this.#worker.on('message', (message: FromGrader) => this.#receive(message))
    this.#worker.on('error', (error) => this.#lose(`a grader failed: ${error.message}`))
    this.#worker.on('exit', () => this.#lose('a grader ended'))
  }

  async judge(task: Task): Promise<Judged> {
    const silence = setTimeout(() => this.#lose('a grader fell silent'), SILENCE_MS)
    try {
      return await new Promise((resolve, reject) => {
        this.#pending = { id: ++this.#tasks, resolve, reject }
        this.#send({ kind: 'judge', id: this.#tasks, task })
      })
    } finally {
      this.#pending = undefined
      clearTimeout(silence)
    }
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('error').on('error', () => {})
    await this.#worker.terminate()
  }

  #receive(message: FromGrader): void {
    if (message.kind === 'table-wanted') {
      void this.#tables(message.id, message.exercise, message.request).then((answer) =>
        this.#send(answer),
      )
      return
    }
    if (message.id !== this.#pending?.id) return
    if (message.kind === 'judged') this.#pending.resolve(message.judged)
    else this.#pending.reject(new Error(message.message))
  }

  #lose(reason: string): void {
    this.#pending?.reject(new GraderLost(reason))
  }

  #send(message: ToGrader): void {
    this.#worker.postMessage(message)
  }
}
