import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import { decodeImage, type EngineFiles } from './guest-image.ts'
import { LIMITS } from './limits.ts'
import type { FromWorker, WorkerAnswers, WorkerRequest } from './protocol.ts'

export async function readEngine(): Promise<EngineFiles> {
  const read = (name: string) => readFile(join(packageRoot(), 'dist', name))
  const [wasm, image] = await Promise.all([
    read('quickjs.wasm').then((bytes) => WebAssembly.compile(bytes)),
    read('quickjs.image'),
  ])
  return { wasm, image: decodeImage(image) }
}

/** How a thread was lost. */
export type Lost = 'did-not-finish' | 'out-of-memory'

type Answered = Exclude<FromWorker, { readonly ready: true }>

interface Pending {
  readonly id: number
  readonly settle: (message: Answered | Lost) => void
}

/** The thread, its watchdog, and the one request that it is at work on. */
export class Thread {
  readonly #files: Promise<EngineFiles>
  readonly #watchLooks: number
  #worker: Worker
  #heartbeat = new Int32Array(new SharedArrayBuffer(4))
  #pending: Pending | undefined
  #requests = 0
  #started = false
  #closed = false

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
      if (!this.#closed) await this.#replace()
      return message
    }
    if ('bug' in message) throw new Error(message.bug)
    return message.answer as WorkerAnswers[K]
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#worker.terminate()
  }

  #spawn(): Worker {
    const worker = new Worker(join(packageRoot(), 'dist', 'sandbox-worker.cjs'), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 128 },
    })
    worker.unref()
    this.#started = false
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) this.#started = true
      else if (message.id === this.#pending?.id) this.#pending.settle(message)
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

  async #send(request: WorkerRequest): Promise<Answered | Lost> {
    await this.#files
    const id = ++this.#requests
    const worker = this.#worker
    worker.ref()
    const watch = this.#watch()
    const message = await new Promise<Answered | Lost>((settle) => {
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
   * poll. Looks are counted, not time, so that a machine that slept or is busy ends nobody's honest work.
   */
  #watch(): NodeJS.Timeout {
    let seen = Atomics.load(this.#heartbeat, 0)
    let [still, slow, looks] = [0, 0, 0]
    return setInterval(() => {
      // Where many threads start at once, starting takes seconds: that is nobody's endless loop.
      if (!this.#started) return
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
