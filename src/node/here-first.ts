import { MachineError } from '../errors.ts'
import { LIMITS } from '../sandbox/limits.ts'
import type { WorkerRequest } from '../sandbox/protocol.ts'
import type { SignsOfLife } from '../sandbox/watchdog.ts'
import type { GuestWorker, WorkerHost, WorkerListener } from '../sandbox/worker-host.ts'
import type { RoomHere } from './room-here.ts'

/** A host whose first worker is the thread that asks, until it is told or has reason to move to another. */
export interface HereFirst extends WorkerHost {
  /** Nothing runs here any more. */
  readonly leave: () => void
}

/**
 * Lets the thread that asks run what is asked for: to start another one takes longer than most
 * answers. What fails there in any way, or does not come to its end, is asked of a thread, together
 * with all that was asked before, and only what the thread says counts. Requests and answers are data
 * that nobody writes to, so that they need not be copied.
 */
export function hereFirst(elsewhere: WorkerHost, room: RoomHere): HereFirst {
  let first: WorkerHere | undefined
  let isOver = false
  return {
    start: (listener) => {
      if (isOver) return elsewhere.start(listener)
      // Whoever starts a second one has lost the first.
      isOver = true
      first = new WorkerHere(elsewhere, room, listener)
      return first
    },
    leave: () => {
      isOver = true
      first?.move()
    },
  }
}

class WorkerHere implements GuestWorker {
  readonly #elsewhere: WorkerHost
  readonly #room: RoomHere
  readonly #listener: WorkerListener
  readonly #asked: { readonly id: number; readonly request: WorkerRequest }[] = []
  #thread: GuestWorker | undefined
  #awaited: ReturnType<typeof setInterval> | undefined
  #looks = 0

  constructor(elsewhere: WorkerHost, room: RoomHere, listener: WorkerListener) {
    this.#elsewhere = elsewhere
    this.#room = room
    this.#listener = listener
  }

  get equipped(): Promise<void> {
    return this.#thread?.equipped ?? this.#room.equipped
  }

  ask(id: number, request: WorkerRequest): void {
    this.#asked.push({ id, request })
    if (this.#thread !== undefined) this.#thread.ask(id, request)
    else void this.#askHere(id, request)
  }

  async #askHere(id: number, request: WorkerRequest): Promise<void> {
    this.#listener.heard({ id: 0, ready: true })
    const answer = await this.#room.answer(request)
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
    await this.#thread?.terminate(isIdle)
  }
}
