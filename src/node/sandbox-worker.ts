import { parentPort, workerData } from 'node:worker_threads'
import { objectionTo } from '../reference/structured/properties.ts'
import type { ToWorker } from '../sandbox/protocol.ts'
import { serve } from '../sandbox/serve.ts'
import { loadTensors } from './embedded-tensorflow.ts'

/** The thread that untrusted code runs in; whoever started it sees it tick. */
const { heartbeat } = workerData as { readonly heartbeat: Int32Array }
const receive = serve((message, handed) => parentPort?.postMessage(message, handed), {
  tick: () => Atomics.add(heartbeat, 0, 1),
  judge: objectionTo,
  tensors: loadTensors,
})
parentPort?.on('message', (message: ToWorker) => receive(message))
