import { LIMITS } from './limits.ts'

/** What a worker shows of itself to whoever looks at it, all of it counted from its start. */
export interface SignsOfLife {
  /** Ten thousand calls or loop turns each. */
  readonly ticks: number
  /** Points, calls and other pieces of a request that it began. */
  readonly pieces: number
  /** Milliseconds for which a processor was its own; absent where nobody can tell, and while it waits for none. */
  readonly processorMs?: number
}

/**
 * Tells when a worker is to be ended: when it shows no tick for many looks in a row, or hardly any
 * for more, and begins nothing new: native loops never poll. Looks are counted, not time, and none
 * before the machine let the worker run as long as from one look to the next: one that slept or is
 * busy ends nobody's honest work.
 */
export class Watchdog {
  readonly #looks: number
  /** At the last look, and when somebody last asked. */
  #seen: SignsOfLife
  #asked: SignsOfLife
  #ranMs = 0
  #still = 0
  #slow = 0
  #all = 0
  #turns = 0

  /** @param looks without a tick after which a worker is ended; see `LIMITS` */
  constructor(looks: number, first: SignsOfLife) {
    this.#looks = looks
    this.#seen = first
    this.#asked = first
  }

  /** Whether the worker is to be ended, which now shows this; asked every `LIMITS.watchEveryMs`. */
  isOver(now: SignsOfLife): boolean {
    this.#ranMs += ranBetween(this.#asked, now)
    this.#asked = now
    if (this.#ranMs >= LIMITS.watchEveryMs) this.#look(now)
    return (
      this.#still >= this.#looks ||
      this.#slow >= 2 * this.#looks ||
      this.#all >= LIMITS.watchLooksAtMost ||
      ++this.#turns >= LIMITS.watchTurnsAtMost
    )
  }

  #look(now: SignsOfLife): void {
    const ticks = now.ticks - this.#seen.ticks
    const goesOn = now.pieces !== this.#seen.pieces
    this.#seen = now
    this.#ranMs -= LIMITS.watchEveryMs
    this.#still = goesOn || ticks > 0 ? 0 : this.#still + 1
    if (goesOn) this.#slow = 0
    else if (ticks < LIMITS.fewTicks) this.#slow++
    this.#all++
  }
}

/** For how long the worker had a processor from one turn to the next, at most. */
function ranBetween(before: SignsOfLife, now: SignsOfLife): number {
  if (before.processorMs === undefined || now.processorMs === undefined) return LIMITS.watchEveryMs
  return Math.min(LIMITS.watchEveryMs, now.processorMs - before.processorMs)
}
