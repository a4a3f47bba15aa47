import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { KeptCode } from '../compiled-code/kept-code.ts'
import { preferQuickStart, withoutFlags } from '../compiled-code/quick-start.ts'
import { MachineError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import type { RunRecord } from '../session.ts'
import { readEngine } from './engine-files.ts'
import type { EngineFiles } from './guest-image.ts'
import { answersRight, KNOWN_GOOD } from './known-good.ts'
import { LIMITS } from './limits.ts'
import type { FromWorker, WorkerAnswers, WorkerRequest } from './protocol.ts'

/** How a thread was lost, in words for the submission that was in it. */
export interface Lost {
  readonly kind: 'lost'
  readonly cause: 'did-not-finish' | 'out-of-memory' | 'crashed'
  readonly message: string
}

const SILENT: Lost = {
  kind: 'lost',
  cause: 'did-not-finish',
  message: 'it did not finish, and had to be stopped from outside',
}
const ENDED: Lost = {
  kind: 'lost',
  cause: 'out-of-memory',
  message: 'it used up the memory or the stack of the thread it ran in',
}

export interface ThreadOptions {
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly watchLooks: number
  /** Whether one submission is all there is: then a quick start is worth more than quick code. */
  readonly quickStart: boolean
  /** What V8 made of the thread's file in an earlier run, or where it is to be kept. */
  readonly code?: KeptCode | undefined
}

type Answered = Extract<FromWorker, { readonly answer: unknown }>
type Refused = Extract<
  FromWorker,
  { readonly bug: string } | { readonly machine: string } | { readonly broke: string }
>

interface Pending {
  readonly id: number
  readonly settle: (message: Answered | Refused | Lost) => void
}

/** A worker, and how far it came. */
interface Running {
  readonly worker: Worker
  started: boolean
  /** Whether it can be asked for what V8 made of its file. */
  readonly compiles: boolean
  /** Why it never started. */
  failed?: string
}

/** The thread, its watchdog, and the one request that it is at work on. */
export class Thread {
  /** What every function did, as of the last answer. */
  records: { readonly [functionName: string]: RunRecord } = {}
  readonly #watchLooks: number
  readonly #files: Promise<EngineFiles>
  readonly #code: KeptCode | undefined
  #running: Running
  #heartbeat = new Int32Array(new SharedArrayBuffer(4))
  #pending: Pending | undefined
  #requests = 0
  #closed = false

  constructor({ watchLooks, quickStart, code }: ThreadOptions) {
    this.#watchLooks = watchLooks
    this.#code = code
    const worker = newWorker(code)
    const runs = reaches(worker, code?.code === undefined ? 'online' : 'message')
    this.#files = readEngine(quickStart ? runs.then(preferQuickStart) : Promise.resolve())
    this.#running = this.#attend(worker, code !== undefined && code.code === undefined)
  }

  /**
   * The answer, or how the thread was lost: it has been replaced then, and the new one has run a
   * program that is known to be good.
   * @throws MachineError where it could not
   */
  async ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Lost> {
    const answer = await this.#ask(request)
    if (isLost(answer) && !this.#closed) await this.#replace()
    return answer
  }

  async close(): Promise<void> {
    this.#closed = true
    const { worker, started, compiles } = this.#running
    if (compiles && started && this.#pending === undefined) await this.#keepCode(worker)
    await worker.terminate()
  }

  async #keepCode(worker: Worker): Promise<void> {
    worker.ref()
    const answered = new Promise<Uint8Array | undefined>((resolve) => {
      worker.once('exit', () => resolve(undefined))
      worker.on('message', (message: FromWorker) => {
        if ('code' in message) resolve(message.code)
      })
    })
    withoutFlags(() => worker.postMessage({ kind: 'code' }))
    const code = await answered
    if (code) this.#code?.keep(code)
  }

  async #ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Lost> {
    const message = await this.#send(request)
    if (isLost(message)) return message
    if ('broke' in message) return { kind: 'lost', cause: 'crashed', message: message.broke }
    if ('bug' in message) throw Object.assign(new Error(message.bug), { stack: message.stack })
    if ('machine' in message) throw new MachineError(message.machine, message.advice)
    this.records = message.records
    return message.answer as WorkerAnswers[K]
  }

  async #replace(): Promise<void> {
    const [lost, records] = [this.#running, this.records]
    this.#running = this.#attend(newWorker(undefined))
    await lost.worker.terminate()
    const answer = await this.#ask<'load'>(KNOWN_GOOD)
    this.records = records
    if (isLost(answer) || !answersRight(answer)) {
      throw cannotStart('a program that is known to be right does not run there either')
    }
  }

  /** Gives a worker the engine, and listens to it. */
  #attend(worker: Worker, compiles = false): Running {
    const running: Running = { worker, started: false, compiles }
    worker.unref()
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) running.started = true
      else if ('id' in message && message.id === this.#pending?.id) this.#pending.settle(message)
    })
    worker.on('error', (error) => this.#end(running, error.message))
    worker.on('exit', () => this.#end(running, 'it ended'))
    const heartbeat = this.#heartbeat
    this.#files.then(
      (files) => worker.postMessage({ kind: 'engine', files, heartbeat }),
      // Told to whoever asks for something.
      () => undefined,
    )
    return running
  }

  #end(running: Running, why: string): void {
    if (!running.started) running.failed ??= why
    if (running === this.#running) this.#pending?.settle(ENDED)
  }

  async #send(request: WorkerRequest): Promise<Answered | Refused | Lost> {
    const id = ++this.#requests
    const running = this.#running
    // Before anything is waited for: a process that has nothing else to do would end.
    running.worker.ref()
    const answer = new Promise<Answered | Refused | Lost>((settle) => {
      this.#pending = { id, settle }
      if (running.failed !== undefined) settle(ENDED)
      else running.worker.postMessage({ kind: 'request', id, request })
    })
    // A file is read and parsed without the engine.
    await this.#files
    const watch = this.#watch(running)
    const message = await answer
    this.#pending = undefined
    clearInterval(watch)
    running.worker.unref()
    if (running.failed !== undefined && !this.#closed) throw cannotStart(running.failed)
    return message
  }

  /**
   * Ends what shows no tick for many looks in a row, or hardly any for more: native loops never
   * poll. Looks are counted, not time, so that a machine that slept or is busy ends nobody's honest work.
   */
  #watch(running: Running): NodeJS.Timeout {
    let seen = Atomics.load(this.#heartbeat, 0)
    let [still, slow, looks, waiting] = [0, 0, 0, 0]
    return setInterval(() => {
      // Where many threads start at once, starting takes seconds: that is nobody's endless loop.
      if (!running.started) {
        if (++waiting >= LIMITS.startLooks) this.#end(running, 'it did not start')
        return
      }
      const now = Atomics.load(this.#heartbeat, 0)
      const ticks = now - seen
      seen = now
      still = ticks === 0 ? still + 1 : 0
      if (ticks < LIMITS.fewTicks) slow++
      const over =
        still >= this.#watchLooks ||
        slow >= 2 * this.#watchLooks ||
        ++looks >= LIMITS.watchLooksAtMost
      if (over) this.#pending?.settle(SILENT)
    }, LIMITS.watchEveryMs)
  }
}

export function isLost(answer: unknown): answer is Lost {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'lost'
}

function newWorker(kept: KeptCode | undefined): Worker {
  const name = kept === undefined ? 'sandbox-worker.cjs' : 'start-worker.cjs'
  try {
    return new Worker(join(packageRoot(), 'dist', name), {
      env: {},
      workerData: { code: kept?.code },
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 128 },
    })
  } catch (error) {
    throw cannotStart((error as Error).message)
  }
}

function cannotStart(why: string): MachineError {
  const [first] = why.split('\n')
  return new MachineError(
    `the thread that submissions run in does not work here (${first})`,
    'See what ulimit -a allows of memory, threads and open files, then run: mlp-check doctor',
  )
}

/** Resolves once the worker runs, or has loaded its file, or will never do so. */
function reaches(worker: Worker, stage: 'online' | 'message'): Promise<void> {
  return new Promise((resolve) => {
    for (const event of [stage, 'error', 'exit']) worker.once(event, () => resolve())
  })
}
