import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { CompiledScript } from '../compiled-code/compiled-script.ts'
import type { ToWorker } from '../sandbox/protocol.ts'
import { pulseIn } from './heartbeat.ts'
import type { SandboxRoom } from './sandbox-room.ts'

interface Handed {
  readonly heartbeat: Int32Array
  /** What V8 made of the sandbox's code in an earlier run. */
  readonly code: Uint8Array | undefined
}

/** A thread that untrusted code runs in; whoever started it sees that it does. */
const { heartbeat, code } = workerData as Handed
const pulse = pulseIn(heartbeat)
const script = new CompiledScript(join(__dirname, 'sandbox-room.cjs'), code && Buffer.from(code))
const { serveRoom } = script.run() as SandboxRoom
const receive = serveRoom((message, handed) => parentPort?.postMessage(message, handed), pulse)
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'code') parentPort?.postMessage({ code: script.code() })
  else receive(message)
})
parentPort?.postMessage({ loaded: true, refused: script.refused })
