import type { Sandbox } from './sandbox.ts'

/** Threads that judge, kept warm: each serves one submission at a time, the next one waits. */
export class Lanes {
  readonly #most: number
  readonly #new: () => Sandbox
  readonly #free: Sandbox[] = []
  readonly #waiting: ((sandbox: Sandbox) => void)[] = []
  readonly #open = new Set<Sandbox>()

  constructor(most: number, open: () => Sandbox) {
    this.#most = most
    this.#new = open
  }

  /** Runs work on a thread of its own; where the signal says so the thread is ended, and its place taken by another. */
  async run<T>(work: (sandbox: Sandbox) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const sandbox = await this.#take()
    const done = work(sandbox)
    try {
      return await orAborted(done, signal)
    } finally {
      if (signal?.aborted) await this.#drop(sandbox, done)
      else this.#give(sandbox)
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((sandbox) => sandbox.close()))
    this.#open.clear()
    this.#free.length = 0
  }

  async #take(): Promise<Sandbox> {
    const free = this.#free.pop()
    if (free !== undefined) return free
    if (this.#open.size < this.#most) return this.#start()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #start(): Sandbox {
    const sandbox = this.#new()
    this.#open.add(sandbox)
    return sandbox
  }

  #give(sandbox: Sandbox): void {
    const next = this.#waiting.shift()
    if (next !== undefined) next(sandbox)
    else this.#free.push(sandbox)
  }

  /** Whatever the ended thread still answers is nobody's. */
  async #drop(sandbox: Sandbox, done: Promise<unknown>): Promise<void> {
    this.#open.delete(sandbox)
    done.catch(() => undefined)
    await sandbox.close()
    const next = this.#waiting.shift()
    if (next !== undefined) next(this.#start())
  }
}

function orAborted<T>(done: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return done
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    // It may have come while the call waited for a thread.
    if (signal.aborted) abort()
    done.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
