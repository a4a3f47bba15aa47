import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import { decodeImage, type EngineFiles } from './guest-image.ts'
import { LIMITS } from './sandbox-limits.ts'
import type { FromWorker, WorkerAnswers, WorkerRequest } from './sandbox-protocol.ts'
import type {
  CallRequest,
  CallResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  Fault,
  InspectionRequest,
  InspectionResult,
  LoadResult,
  ProgramRequest,
  ProgramResult,
  Session,
  SubmissionSource,
  WantedFunction,
} from './session.ts'

/** A worker thread that serves one submission after the other, each in a fresh engine. */
export interface Sandbox {
  /** The next submission's session; the one before must be closed. */
  session(): Session
  /** Ends the thread. */
  close(): Promise<void>
}

/** A session with a thread of its own, which begins to start now: call this early, load later. */
export function openSession(): Session {
  preferQuickStart()
  const sandbox = openSandbox()
  const session = sandbox.session()
  return {
    load: (source, wanted) => session.load(source, wanted),
    evaluate: (request) => session.evaluate(request),
    call: (request) => session.call(request),
    program: (request) => session.program(request),
    inspect: (request) => session.inspect(request),
    differentiate: (request) => session.differentiate(request),
    close: () => sandbox.close(),
  }
}

export interface SandboxOptions {
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly watchLooks?: number
}

export function openSandbox({ watchLooks = LIMITS.watchLooks }: SandboxOptions = {}): Sandbox {
  const thread = new Thread(readEngine(), watchLooks)
  return {
    session: () => new ThreadSession(thread),
    close: () => thread.close(),
  }
}

/**
 * For one submission, V8's optimizing compiler costs more than it gives: it takes the second core
 * from a start that needs it. The option exists in every Node from 20 to 26; a later one might
 * complain about an option it does not know.
 */
function preferQuickStart(): void {
  const major = Number(process.versions.node.split('.', 1)[0])
  if (major <= 26) setFlagsFromString('--liftoff-only')
}

async function readEngine(): Promise<EngineFiles> {
  const read = (name: string) => readFile(join(packageRoot(), 'dist', name))
  const [wasm, image] = await Promise.all([
    read('quickjs.wasm').then((bytes) => WebAssembly.compile(bytes)),
    read('quickjs.image'),
  ])
  return { wasm, image: decodeImage(image) }
}

type Lost = 'did-not-finish' | 'out-of-memory'

interface Pending {
  readonly id: number
  readonly settle: (message: FromWorker | Lost) => void
}

/** The thread, its watchdog, and the one request that it is at work on. */
class Thread {
  readonly #files: Promise<EngineFiles>
  readonly #watchLooks: number
  #worker: Worker
  #heartbeat = new Int32Array(new SharedArrayBuffer(4))
  #pending: Pending | undefined
  #requests = 0

  constructor(files: Promise<EngineFiles>, watchLooks: number) {
    this.#files = files
    this.#watchLooks = watchLooks
    this.#worker = this.#spawn()
  }

  /** The answer, or how the thread was lost; it has been replaced then. */
  async ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Lost> {
    const message = await this.#send(request)
    if (typeof message === 'string') {
      await this.#replace()
      return message
    }
    if ('bug' in message) throw new Error(message.bug)
    return message.answer as WorkerAnswers[K]
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #spawn(): Worker {
    const worker = new Worker(join(packageRoot(), 'dist', 'sandbox-worker.cjs'), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 128 },
    })
    worker.unref()
    worker.on('message', (message: FromWorker) => {
      if (message.id === this.#pending?.id) this.#pending.settle(message)
    })
    worker.on('error', () => this.#pending?.settle('out-of-memory'))
    worker.on('exit', () => this.#pending?.settle('out-of-memory'))
    const heartbeat = this.#heartbeat
    void this.#files.then((files) => worker.postMessage({ kind: 'engine', files, heartbeat }))
    return worker
  }

  async #replace(): Promise<void> {
    const lost = this.#worker
    this.#worker = this.#spawn()
    await lost.terminate()
  }

  async #send(request: WorkerRequest): Promise<FromWorker | Lost> {
    await this.#files
    const id = ++this.#requests
    const worker = this.#worker
    worker.ref()
    const watch = this.#watch()
    const message = await new Promise<FromWorker | Lost>((settle) => {
      this.#pending = { id, settle }
      worker.postMessage({ kind: 'request', id, request })
    })
    this.#pending = undefined
    clearInterval(watch)
    worker.unref()
    return message
  }

  /**
   * Ends what shows no tick for many looks in a row, or hardly any for more: native loops never
   * poll. Looks are counted,
   * not time, so that a machine that slept or is busy ends nobody's honest work.
   */
  #watch(): NodeJS.Timeout {
    let seen = Atomics.load(this.#heartbeat, 0)
    let [still, slow, looks] = [0, 0, 0]
    return setInterval(() => {
      const now = Atomics.load(this.#heartbeat, 0)
      const ticks = now - seen
      seen = now
      still = ticks === 0 ? still + 1 : 0
      if (ticks < LIMITS.fewTicks) slow++
      const over =
        still >= this.#watchLooks ||
        slow >= 2 * this.#watchLooks ||
        ++looks >= LIMITS.watchLooksAtMost
      if (over) this.#pending?.settle('did-not-finish')
    }, LIMITS.watchEveryMs)
  }
}

/** One submission on a thread: loads it again into a new thread where one was lost. */
class ThreadSession implements Session {
  readonly #thread: Thread
  #load: Extract<WorkerRequest, { kind: 'load' }> | undefined
  #losses = 0
  #stale = false
  #refusal: Fault | undefined

  constructor(thread: Thread) {
    this.#thread = thread
  }

  async load(source: SubmissionSource, wanted: readonly WantedFunction[]): Promise<LoadResult> {
    this.#load = { kind: 'load', source, wanted }
    const answer = await this.#ask(this.#load)
    if (answer.kind === 'fault') this.#refusal = answer
    return answer
  }

  async evaluate(request: EvaluationRequest): Promise<EvaluationResult> {
    const answer = await this.#ask({ kind: 'evaluate', request })
    if (!('kind' in answer)) return answer
    const points = request.columns[0]?.length ?? 0
    const values = new Float64Array(points).fill(Number.NaN)
    return { values, faults: [], faultCount: 0, ended: answer }
  }

  async call(request: CallRequest): Promise<CallResult> {
    return this.#ask({ kind: 'call', request })
  }

  async program(request: ProgramRequest): Promise<ProgramResult> {
    const answer = await this.#ask({ kind: 'program', request })
    return answer.kind === 'fault' ? { step: 0, ...answer } : answer
  }

  async inspect(request: InspectionRequest): Promise<InspectionResult> {
    return this.#ask({ kind: 'inspect', request })
  }

  async differentiate(request: DifferentiationRequest): Promise<DifferentiationResult> {
    return this.#ask({ kind: 'differentiate', request })
  }

  /** The next submission that is loaded drops this one. */
  async close(): Promise<void> {}

  async #ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Fault> {
    if (this.#refusal) return this.#refusal
    if (this.#stale) await this.#reload()
    if (this.#refusal) return this.#refusal
    const answer = await this.#thread.ask<K>(request)
    return isLost(answer) ? this.#lose(answer) : answer
  }

  async #reload(): Promise<void> {
    this.#stale = false
    if (!this.#load) return
    const answer = await this.#thread.ask<'load'>(this.#load)
    if (isLost(answer)) this.#refusal = this.#lose(answer)
    else if (answer.kind === 'fault') this.#refusal = answer
  }

  #lose(cause: Lost): Fault {
    this.#stale = true
    const fault = lostFault(cause)
    if (++this.#losses >= LIMITS.losses) this.#refusal = fault
    return fault
  }
}

function isLost(answer: unknown): answer is Lost {
  return typeof answer === 'string'
}

function lostFault(cause: Lost): Fault {
  const message =
    cause === 'did-not-finish'
      ? 'it did not finish, and had to be stopped from outside'
      : 'it used up the memory or the stack of the thread it ran in'
  return { kind: 'fault', cause, message }
}
