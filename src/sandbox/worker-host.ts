import type { EngineFiles } from './guest-image.ts'
import type { FromWorker, ToWorker, WorkerRequest } from './protocol.ts'
import type { SignsOfLife } from './watchdog.ts'

/** Starts the workers that submissions run in: all that differs from machine to machine. */
export interface WorkerHost {
  /** @throws MachineError where none can be started */
  readonly start: (listener: WorkerListener) => GuestWorker
}

export interface WorkerListener {
  readonly heard: (message: FromWorker) => void
  /** The worker is no more, or never was. */
  readonly ended: (why: string) => void
}

/**
 * Gives a worker the engine once it is there. Without one it is as good as ended, and whoever asks
 * for something is told why there is none.
 */
export function equip(
  engine: Promise<EngineFiles>,
  listener: WorkerListener,
  say: (message: ToWorker) => void,
): Pick<GuestWorker, 'equipped' | 'ask'> {
  const equipped = engine.then((files) => say({ kind: 'engine', files }))
  equipped.catch((error: Error) => listener.ended(error.message))
  return { equipped, ask: (id, request) => say({ kind: 'request', id, request }) }
}

/** A worker as whoever asks it sees it: nothing is shared with it, and it may fall silent. */
export interface GuestWorker {
  /** Settled once it has been given the engine. @throws MachineError where there is none to give */
  readonly equipped: Promise<void>
  readonly ask: (id: number, request: WorkerRequest) => void
  /** Whether it is at work, whatever it is at. */
  readonly signs: () => SignsOfLife
  /** Whether the process has to wait for it. */
  readonly hold: (isAwaited: boolean) => void
  /** `isIdle`: it has started, and nothing is asked of it. */
  readonly terminate: (isIdle: boolean) => Promise<void>
}
