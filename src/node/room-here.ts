import type { Pulse } from '../sandbox/guest.ts'
import type { EngineFiles } from '../sandbox/guest-image.ts'
import type { FromWorker, WorkerRequest } from '../sandbox/protocol.ts'
import type { Room } from '../sandbox/room.ts'
import type { SandboxRoom } from './sandbox-room.ts'

export interface RoomHereOptions {
  /** Loads the sandbox's own code. */
  readonly loadRoom: () => SandboxRoom
  /** Reads and compiles the engine, once. @throws MachineError */
  readonly engine: () => Promise<EngineFiles>
  readonly pulse?: Pulse
  /**
   * Runs what untrusted code takes part in, and sees to it that it ends.
   * @throws what it throws, and an error where it had to be ended
   */
  readonly bounded: <T>(run: () => T) => T
}

const UNHEARD: Pulse = { tick: () => undefined, goesOn: () => undefined }

/** What runs submissions on the thread of whoever asks, one after the other. */
export class RoomHere {
  readonly #options: RoomHereOptions
  #room: Room | undefined

  constructor(options: RoomHereOptions) {
    this.#options = options
  }

  /** @throws MachineError */
  get equipped(): Promise<void> {
    return this.#options.engine().then(() => undefined)
  }

  /** Nothing where it is for a thread of the sandbox to say: what failed here in any way, and what takes tensors. */
  async answer(request: WorkerRequest): Promise<Pick<Answered, 'answer' | 'records'> | undefined> {
    const { loadRoom, engine, bounded, pulse = UNHEARD } = this.#options
    const { isStarved, openRoom, prepareModules, takesTensors } = loadRoom()
    if (takesTensors(request)) return undefined
    try {
      const graph =
        request.kind === 'load'
          ? bounded(() => prepareModules(request.source, pulse.goesOn))
          : undefined
      this.#room ??= openRoom(await engine(), pulse)
      const room = this.#room
      const answer = bounded(() => room.answer({ request, graph }))
      if (isStarved(answer)) return this.leave()
      return { answer, records: room.records }
    } catch {
      // Whose fault it is can be told of a thread.
      return this.leave()
    }
  }

  /** Lets go of what submissions ran in: what ended within it is not to be used again. */
  leave(): undefined {
    this.#room = undefined
  }
}

type Answered = Extract<FromWorker, { readonly answer: unknown }>
