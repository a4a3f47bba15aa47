import { MachineError } from '../errors.ts'
import type { EngineFiles } from '../sandbox/guest-image.ts'
import { LIMITS } from '../sandbox/limits.ts'
import type { FromWorker, WorkerRequest } from '../sandbox/protocol.ts'
import type { Room } from '../sandbox/room.ts'
import type { SignsOfLife } from '../sandbox/watchdog.ts'
import type { GuestWorker, WorkerHost, WorkerListener } from '../sandbox/worker-host.ts'
import type { SandboxRoom } from './sandbox-room.ts'
import { withinTime } from './within-time.ts'

export interface MainThreadOptions {
  /** Loads the sandbox's own code. */
  readonly loadRoom: () => SandboxRoom
  /** Reads and compiles the engine, once. @throws MachineError */
  readonly engine: () => Promise<EngineFiles>
}

/** A host whose first worker runs here, until it is told or has reason to move to a thread. */
export interface MainThread extends WorkerHost {
  /** Nothing runs here any more. */
  readonly leave: () => void
}

/**
 * Lets the main thread run what is asked for: to start another one takes longer than most answers.
 * Each request has little time, and must fit into the stack; what fails in any way, or takes more, is
 * asked of a thread, together with all that was asked before, and only what the thread says counts.
 * Requests and answers are data that nobody writes to, so that they need not be copied.
 */
export function mainThreadFirst(elsewhere: WorkerHost, options: MainThreadOptions): MainThread {
  let first: HereFirst | undefined
  let isOver = false
  return {
    start: (listener) => {
      if (isOver) return elsewhere.start(listener)
      // Whoever starts a second one has lost the first.
      isOver = true
      first = new HereFirst(elsewhere, options, listener)
      return first
    },
    leave: () => {
      isOver = true
      first?.move()
    },
  }
}

class HereFirst implements GuestWorker {
  readonly #elsewhere: WorkerHost
  readonly #options: MainThreadOptions
  readonly #listener: WorkerListener
  readonly #asked: { readonly id: number; readonly request: WorkerRequest }[] = []
  #room: Room | undefined
  #thread: GuestWorker | undefined
  #awaited: ReturnType<typeof setInterval> | undefined
  #looks = 0

  constructor(elsewhere: WorkerHost, options: MainThreadOptions, listener: WorkerListener) {
    this.#elsewhere = elsewhere
    this.#options = options
    this.#listener = listener
  }

  get equipped(): Promise<void> {
    return this.#thread?.equipped ?? this.#options.engine().then(() => undefined)
  }

  ask(id: number, request: WorkerRequest): void {
    this.#asked.push({ id, request })
    if (this.#thread !== undefined) this.#thread.ask(id, request)
    else void this.#askHere(id, request)
  }

  async #askHere(id: number, request: WorkerRequest): Promise<void> {
    this.#listener.heard({ id: 0, ready: true })
    const answer = await this.#answer(request)
    if (this.#thread !== undefined) return
    if (answer === undefined) this.#moveFor(id)
    else this.#listener.heard({ id, ...answer })
  }

  /** For one request, whose answer it is where there is no thread. */
  #moveFor(id: number): void {
    try {
      this.move()
    } catch (error) {
      if (!(error instanceof MachineError)) throw error
      this.#listener.heard({ id, machine: error.message, advice: error.advice })
    }
  }

  /**
   * From now on a thread answers: all that was asked is asked of it, and nobody waits for what is known.
   * @throws MachineError where none can be started
   */
  move(): void {
    if (this.#thread !== undefined) return
    this.#room = undefined
    const thread = this.#elsewhere.start(this.#listener)
    this.#thread = thread
    this.#listener.heard({ id: 0, ready: false })
    this.hold(this.#awaited !== undefined)
    for (const { id, request } of this.#asked) thread.ask(id, request)
  }

  signs(): SignsOfLife {
    // Nobody can look while something runs here.
    return this.#thread?.signs() ?? { ticks: 0, pieces: ++this.#looks }
  }

  hold(isAwaited: boolean): void {
    this.#thread?.hold(isAwaited)
    clearInterval(this.#awaited)
    const keepsRunning = isAwaited && this.#thread === undefined
    this.#awaited = keepsRunning ? setInterval(() => undefined, LIMITS.watchEveryMs) : undefined
  }

  async terminate(isIdle: boolean): Promise<void> {
    this.hold(false)
    this.#room = undefined
    await this.#thread?.terminate(isIdle)
  }

  /** Nothing where it is for a thread to say. */
  async #answer(request: WorkerRequest): Promise<Pick<Answered, 'answer' | 'records'> | undefined> {
    const { isStarved, openRoom, prepareModules, takesTensors } = this.#options.loadRoom()
    const inTime = <T>(run: () => T) => withinTime(LIMITS.mainThreadMs, run)
    if (takesTensors(request)) return undefined
    try {
      const graph =
        request.kind === 'load' ? inTime(() => prepareModules(request.source)) : undefined
      const engine = await this.#options.engine()
      this.#room ??= openRoom(engine)
      const room = this.#room
      const answer = inTime(() => room.answer({ request, graph }))
      return isStarved(answer) ? undefined : { answer, records: room.records }
    } catch {
      // Whose fault it is can be told of a thread.
      return undefined
    }
  }
}

type Answered = Extract<FromWorker, { readonly answer: unknown }>
