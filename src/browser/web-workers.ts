import type { EngineFiles } from '../sandbox/guest-image.ts'
import { decodeImage } from '../sandbox/guest-image.ts'
import type { FromWorker } from '../sandbox/protocol.ts'
import { equip, type WorkerHost } from '../sandbox/worker-host.ts'
import { getFile } from './get-file.ts'

/** What a worker says besides: how far it came. A page shares no memory with its workers. */
export interface Ticking {
  readonly ticks: number
}

/** A browser's workers; the engine is loaded once for all of them. */
export function webWorkers(base: string): WorkerHost {
  const files = loadEngine(base)
  files.catch(() => undefined)
  return {
    start: (listener) => {
      const worker = new Worker(new URL('guest.js', base), { type: 'module', name: 'guest' })
      let ticks = 0
      worker.onmessage = ({ data }) => {
        const message = data as FromWorker | Ticking
        if ('ticks' in message) ticks = message.ticks
        else listener.heard(message)
      }
      worker.onerror = ({ message = 'its file cannot be loaded' }) => listener.ended(message)
      return {
        ...equip(files, (message) => worker.postMessage(message)),
        ticks: () => ticks,
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
