import { parentPort, workerData } from 'node:worker_threads'
import { objectionTo } from '../reference/structured/properties.ts'
import type { ToWorker } from '../sandbox/protocol.ts'
import { serve } from '../sandbox/serve.ts'
import { loadTensors } from './embedded-tensorflow.ts'
import { HEARTBEAT } from './heartbeat.ts'
import { ownThread } from './processor-time.ts'

/** The thread that untrusted code runs in; whoever started it sees that it does. */
const { heartbeat } = workerData as { readonly heartbeat: Int32Array }
Atomics.store(heartbeat, HEARTBEAT.thread, ownThread())
const receive = serve((message, handed) => parentPort?.postMessage(message, handed), {
  pulse: {
    tick: () => Atomics.add(heartbeat, HEARTBEAT.ticks, 1),
    goesOn: () => Atomics.add(heartbeat, HEARTBEAT.pieces, 1),
  },
  judge: objectionTo,
  tensors: loadTensors,
})
parentPort?.on('message', (message: ToWorker) => receive(message))
