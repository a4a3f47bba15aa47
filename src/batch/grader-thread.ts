import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { MachineError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import type { TableAnswer } from './shared-tables.ts'
import type { Feedback, FromGrader, GraderData, Judged, Task, ToGrader } from './task.ts'

/** The thread ended or fell silent: not by the submission, which runs in a sandbox of its own. */
export class GraderLost extends Error {
  override name = 'GraderLost'
}

/** Whatever a submission does ends far sooner: this is for faults of ours. */
const SILENCE_MS = 10 * 60_000

interface Pending {
  readonly id: number
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

type Answer = Extract<FromGrader, { kind: 'judged' | 'written' }>

/** The main thread's end of a grader. It does one thing at a time. */
export class GraderThread {
  readonly #worker: Worker
  readonly #tables: TableAnswer
  #pending: Pending | undefined
  #requests = 0

  constructor(data: GraderData, tables: TableAnswer) {
    this.#tables = tables
    const file = join(packageRoot(), 'dist', 'grader', 'grader.cjs')
    this.#worker = new Worker(file, { workerData: data })
    this.#worker.on('message', (message: FromGrader) => this.#receive(message))
    this.#worker.on('error', (error) => this.#lose(`a grader failed: ${error.message}`))
    this.#worker.on('exit', () => this.#lose('a grader ended'))
  }

  async judge(task: Task): Promise<Judged> {
    const answer = await this.#ask({ kind: 'judge', id: ++this.#requests, task })
    if (answer.kind !== 'judged') throw new Error('a grader answered something else')
    return answer.judged
  }

  async writeFeedback(feedback: Feedback): Promise<void> {
    await this.#ask({ kind: 'write-feedback', id: ++this.#requests, feedback })
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('error').on('error', () => {})
    await this.#worker.terminate()
  }

  async #ask(request: ToGrader): Promise<Answer> {
    const silence = setTimeout(() => this.#lose('a grader fell silent'), SILENCE_MS)
    try {
      return await new Promise((resolve, reject) => {
        this.#pending = { id: request.id, resolve, reject }
        this.#worker.postMessage(request)
      })
    } finally {
      this.#pending = undefined
      clearTimeout(silence)
    }
  }

  #receive(message: FromGrader): void {
    if (message.kind === 'table-wanted') {
      void this.#tables(message.id, message.exercise, message.wanted).then((answer) =>
        this.#worker.postMessage(answer),
      )
      return
    }
    if (message.id !== this.#pending?.id) return
    if (message.kind === 'bug') this.#pending.reject(new Error(message.message))
    else if (message.kind === 'machine')
      this.#pending.reject(new MachineError(message.message, message.advice))
    else this.#pending.resolve(message)
  }

  #lose(reason: string): void {
    this.#pending?.reject(new GraderLost(reason))
  }
}
