import type { Pulse } from '../sandbox/guest.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { type SignsOfLife, Watchdog } from '../sandbox/watchdog.ts'
import { ownThread, processorMs } from './processor-time.ts'

/** What a thread writes where whoever started it reads, by its place. */
const HEARTBEAT = {
  ticks: 0,
  pieces: 1,
  thread: 2,
  /** Which request untrusted code is at work on; 0 where none is. */
  request: 3,
} as const

export function newHeartbeat(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * Object.keys(HEARTBEAT).length))
}

export function signsIn(heartbeat: Int32Array): SignsOfLife {
  const ran = processorMs(Atomics.load(heartbeat, HEARTBEAT.thread))
  return {
    ticks: Atomics.load(heartbeat, HEARTBEAT.ticks),
    pieces: Atomics.load(heartbeat, HEARTBEAT.pieces),
    ...(ran !== undefined && { processorMs: ran }),
  }
}

/** On the thread whose heartbeat it is. */
export function pulseIn(heartbeat: Int32Array): Pulse {
  Atomics.store(heartbeat, HEARTBEAT.thread, ownThread())
  return {
    tick: () => Atomics.add(heartbeat, HEARTBEAT.ticks, 1),
    goesOn: () => Atomics.add(heartbeat, HEARTBEAT.pieces, 1),
  }
}

/** The same, on a thread that has other work as well: whoever watches it looks at what is bounded. */
export function beating(heartbeat: Int32Array): {
  readonly pulse: Pulse
  readonly bounded: <T>(run: () => T) => T
} {
  let requests = 0
  const bounded = <T>(run: () => T): T => {
    Atomics.store(heartbeat, HEARTBEAT.request, ++requests)
    try {
      return run()
    } finally {
      Atomics.store(heartbeat, HEARTBEAT.request, 0)
    }
  }
  return { pulse: pulseIn(heartbeat), bounded }
}

/** Tells when what is bounded there does not come to its end, until that is called off. */
export function watchBounded(heartbeat: Int32Array, isOver: () => void): () => void {
  let request = 0
  let watchdog: Watchdog | undefined
  const look = () => {
    const now = Atomics.load(heartbeat, HEARTBEAT.request)
    if (now !== request) {
      watchdog = now === 0 ? undefined : new Watchdog(LIMITS.watchLooks, signsIn(heartbeat))
    } else if (watchdog?.isOver(signsIn(heartbeat))) isOver()
    request = now
  }
  const looks = setInterval(look, LIMITS.watchEveryMs).unref()
  return () => clearInterval(looks)
}
