import type { SignsOfLife } from '../sandbox/watchdog.ts'
import { processorMs } from './processor-time.ts'

/** What a thread writes where whoever started it reads, by its place. */
export const HEARTBEAT = { ticks: 0, pieces: 1, thread: 2 } as const

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
