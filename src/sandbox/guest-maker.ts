import { Guest, type Pulse } from './guest.ts'
import type { EngineFiles } from './guest-image.ts'
import { type Instance, release } from './instance.ts'

/** So many are kept: each holds some megabytes, and a submission has hardly more guests at once. */
const MOST_IDLE = 4

/**
 * Makes guests. One that nobody needs any more is taken back, and its WebAssembly instance, all of
 * it restored, becomes the next one: most of what a new guest costs is a new instance, and the
 * collection of the one before.
 */
export class GuestMaker {
  readonly #engine: EngineFiles
  readonly #pulse: Pulse
  readonly #given = new Set<Guest>()
  readonly #idle: Instance[] = []

  constructor(engine: EngineFiles, pulse: Pulse) {
    this.#engine = engine
    this.#pulse = pulse
  }

  /** A guest with nothing in it. @throws MachineError where memory is short */
  create(): Guest {
    const guest = Guest.create(this.#engine, this.#pulse, this.#idle.pop())
    for (const one of this.#given) if (one.spent) this.#given.delete(one)
    this.#given.add(guest)
    return guest
  }

  /** Takes back all guests but these: they answer nothing any more. */
  takeBackAllBut(kept: ReadonlySet<Guest>): void {
    for (const guest of this.#given) if (!kept.has(guest)) this.takeBack(guest)
  }

  takeBack(guest: Guest): void {
    this.#given.delete(guest)
    const instance = guest.end()
    if (instance !== undefined && this.#idle.length < MOST_IDLE) this.#idle.push(instance)
  }

  /** Lets go of everything that it holds. */
  forget(): void {
    this.#given.clear()
    for (const instance of this.#idle.splice(0)) release(instance)
  }
}
