import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { MachineError } from '../errors.ts'
import { newHeartbeat, watchBounded } from '../node/heartbeat.ts'
import { ROOM_LIMITS, SILENT } from '../node/workers.ts'
import { packageRoot } from '../package-root.ts'
import type { TableAnswer } from './shared-tables.ts'
import type {
  Feedback,
  FromGrader,
  GraderData,
  Judged,
  OneGraderData,
  Task,
  ToGrader,
} from './task.ts'

/** The thread ended or fell silent, by what it ran or by a fault of ours. */
export class GraderLost extends Error {
  override name = 'GraderLost'
}

/** Whatever a submission does is ended far sooner: this is for faults of ours. */
const SILENCE_MS = 10 * 60_000

/** For a submission that is under way when grading ends early. */
const PATIENCE_MS = 5000

/** A class of a thousand takes some 200 MB with two graders, all threads together: what one takes beyond this is a submission's doing. */
const MOST_HEAP_MIB = 512

const noop = () => {}

interface Pending {
  readonly id: number
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

type Answer = Extract<FromGrader, { kind: 'judged' | 'fingerprints' | 'done' }>

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

/** What a grader asks of the main thread. */
interface Wants {
  readonly tables: TableAnswer
  readonly keepCode: ((code: Uint8Array) => void) | undefined
  /** It runs, or is no more: once. */
  readonly begun: () => void
}

/** The main thread's end of a grader. It does one thing at a time. */
export class GraderThread {
  readonly #worker: Worker
  readonly #tables: TableAnswer
  readonly #begun: () => void
  readonly #keepCode: ((code: Uint8Array) => void) | undefined
  readonly #endWatch: () => void
  #pending: Pending | undefined
  #requests = 0
  #idle: Promise<void> = Promise.resolve()

  constructor(data: GraderData, { tables, keepCode, begun }: Wants) {
    this.#tables = tables
    this.#keepCode = keepCode
    this.#begun = once(begun)
    const heartbeat = newHeartbeat()
    const file = join(packageRoot(), 'dist', 'grader', 'grader-start.cjs')
    this.#worker = new Worker(file, {
      workerData: { ...data, heartbeat } satisfies OneGraderData,
      ...SILENT,
      // Submissions run there.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MIB, ...ROOM_LIMITS },
    })
    this.#worker.on('message', (message: FromGrader) => this.#receive(message))
    this.#worker.on('error', (error) => this.#lose(`a grader failed: ${error.message}`))
    this.#worker.on('exit', () => this.#lose('a grader ended'))
    this.#endWatch = watchBounded(heartbeat, () => this.#lose('a grader fell silent'))
  }

  /** `apart`: in a thread of its own, which may be lost. */
  async judge(task: Task, apart: boolean): Promise<Judged> {
    const answer = await this.#ask({ kind: 'judge', id: ++this.#requests, task, apart })
    if (answer.kind !== 'judged') throw new Error('a grader answered something else')
    return answer.judged
  }

  async fingerprints(text: string): Promise<readonly number[]> {
    const answer = await this.#ask({ kind: 'take-fingerprints', id: ++this.#requests, text })
    if (answer.kind !== 'fingerprints') throw new Error('a grader answered something else')
    return answer.fingerprints
  }

  async writeFeedback(feedback: Feedback): Promise<void> {
    await this.#ask({ kind: 'write-feedback', id: ++this.#requests, feedback })
  }

  /** Ends its sandbox. */
  async endJudging(): Promise<void> {
    await this.#ask({ kind: 'end-judging', id: ++this.#requests })
  }

  /**
   * Waits for what it is at: a thread that is ended within a call to the file system takes the whole
   * process with it (an abort in Node 20, seen where a disk filled up).
   */
  async close(): Promise<void> {
    this.#endWatch()
    await Promise.race([this.#idle, wait(PATIENCE_MS, undefined, { ref: false })])
    this.#worker.removeAllListeners('error').on('error', () => {})
    await this.#worker.terminate()
  }

  async #ask(request: ToGrader): Promise<Answer> {
    const silence = setTimeout(() => this.#lose('a grader fell silent'), SILENCE_MS)
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#pending = { id: request.id, resolve, reject }
      this.#worker.postMessage(request)
    })
    this.#idle = answer.then(noop, noop)
    try {
      return await answer
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
    if (message.kind === 'begun') {
      this.#begun()
      return
    }
    if (message.kind === 'code') {
      this.#keepCode?.(message.code)
      return
    }
    if (message.id !== this.#pending?.id) return
    if (message.kind === 'bug') this.#pending.reject(new Error(message.message))
    else if (message.kind === 'machine')
      this.#pending.reject(new MachineError(message.message, message.advice))
    else this.#pending.resolve(message)
  }

  #lose(reason: string): void {
    this.#endWatch()
    this.#begun()
    this.#pending?.reject(new GraderLost(reason))
  }
}
