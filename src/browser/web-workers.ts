import type { EngineFiles } from '../sandbox/guest-image.ts'
import { decodeImage } from '../sandbox/guest-image.ts'
import type { FromWorker } from '../sandbox/protocol.ts'
import type { SignsOfLife } from '../sandbox/watchdog.ts'
import { equip, type WorkerHost } from '../sandbox/worker-host.ts'
import { getFile } from './get-file.ts'

/**
 * A browser's workers; the engine is loaded once for all of them. A page shares no memory with its
 * workers: they say besides how far they came.
 */
export function webWorkers(base: string): WorkerHost {
  const files = loadEngine(base)
  files.catch(() => undefined)
  return {
    start: (listener) => {
      const worker = new Worker(new URL('guest.js', base), { type: 'module', name: 'guest' })
      let signs: SignsOfLife = { ticks: 0, pieces: 0 }
      worker.onmessage = ({ data }) => {
        const message = data as FromWorker | SignsOfLife
        if ('ticks' in message) signs = message
        else listener.heard(message)
      }
      worker.onerror = ({ message = 'its file cannot be loaded' }) => listener.ended(message)
      return {
        ...equip(files, listener, (message) => worker.postMessage(message)),
        signs: () => signs,
        hold: () => undefined,
        terminate: async () => {
          worker.terminate()
          listener.ended('it was ended')
        },
      }
    },
  }
}

async function loadEngine(base: string): Promise<EngineFiles> {
  const [bytes, image] = await Promise.all([
    getFile(base, 'quickjs.wasm'),
    getFile(base, 'quickjs.image'),
  ])
  return { wasm: await WebAssembly.compile(bytes), image: decodeImage(image) }
}
