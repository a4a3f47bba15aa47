import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { CompiledScript } from './compiled-script.ts'

/** The sandbox's thread, from what V8 made of its file in an earlier run, or to be asked for that. */
const { code } = workerData as { code: Uint8Array | undefined }
const script = new CompiledScript(join(__dirname, 'sandbox-worker.cjs'), code && Buffer.from(code))
parentPort?.on('message', (message: { kind: string }) => {
  if (message.kind === 'code') parentPort?.postMessage({ id: 0, code: script.code() })
})
script.run()
// Whatever the file itself says or does not say.
parentPort?.postMessage({ loaded: true, refused: script.refused })
