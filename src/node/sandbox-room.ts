import { objectionTo } from '../reference/structured/properties.ts'
import type { Pulse } from '../sandbox/guest.ts'
import type { EngineFiles } from '../sandbox/guest-image.ts'
import type { ToWorker } from '../sandbox/protocol.ts'
import { Room } from '../sandbox/room.ts'
import { type Send, serve } from '../sandbox/serve.ts'
import { loadTensors } from './embedded-tensorflow.ts'

/**
 * What runs submissions, on whichever thread: a file of its own for the command and the sandbox's
 * threads, so that what V8 made of it serves both; graders are built with it.
 */
export { takesTensors } from '../sandbox/room.ts'
export { isStarved } from '../sandbox/starved.ts'
export { prepareModules } from '../source/module-graph.ts'

export type SandboxRoom = typeof import('./sandbox-room.ts')

/** For a thread of its own: answers what is said to it. */
export function serveRoom(send: Send, pulse: Pulse): (message: ToWorker) => void {
  return serve(send, { pulse, judge: objectionTo, tensors: loadTensors })
}

/** For whoever asks and waits. */
export function openRoom(engine: EngineFiles, pulse: Pulse): Room {
  return new Room(engine, { pulse, judge: objectionTo, stackEnd: 'thrown' })
}
