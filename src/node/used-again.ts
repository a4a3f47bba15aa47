import type { GuestWorker, WorkerHost, WorkerListener } from '../sandbox/worker-host.ts'

/** A host whose worker serves one after the other. */
export interface LastingHost extends WorkerHost {
  readonly close: () => Promise<void>
}

/** A worker that is idle when it is given back serves whoever asks for the next one. */
export function usedAgain(host: WorkerHost): LastingHost {
  let spare: Lent | undefined
  return {
    start: (listener) => {
      const known = spare?.isOver ? undefined : spare
      spare = undefined
      known?.serve(listener)
      const lent = known ?? new Lent(host, listener)
      const { worker } = lent
      return {
        equipped: worker.equipped,
        ask: worker.ask,
        signs: worker.signs,
        hold: worker.hold,
        terminate: async (isIdle) => {
          if (!isIdle || lent.isOver || spare !== undefined) return worker.terminate(isIdle)
          spare = lent
        },
      }
    },
    close: async () => {
      const idle = spare
      spare = undefined
      await idle?.worker.terminate(true)
    },
  }
}

class Lent {
  readonly worker: GuestWorker
  isOver = false
  #listener: WorkerListener

  constructor(host: WorkerHost, listener: WorkerListener) {
    this.#listener = listener
    this.worker = host.start({
      heard: (message) => this.#listener.heard(message),
      ended: (why) => {
        this.isOver = true
        this.#listener.ended(why)
      },
    })
  }

  /** Whoever asks next hears that it has started, though not before it is theirs. */
  serve(listener: WorkerListener): void {
    this.#listener = listener
    queueMicrotask(() => listener.heard({ id: 0, ready: true }))
  }
}
