import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../package-root.ts'
import type { BackendReport } from '../report.ts'
import { EMBEDDED_VERSION } from './embedded-version.ts'
import type { Engine } from './tensorflow-engine.ts'

/** The TensorFlow.js that computes references: known before it is loaded, loaded when first needed. */
export interface Backend {
  readonly report: () => BackendReport
  /** Loads it once; later calls give the same engine. */
  readonly load: () => Promise<Engine>
}

/** The CPU backend that ships with the checker. */
export function embeddedBackend(why: string): Backend {
  let engine: Promise<Engine> | undefined
  return {
    report: () => ({ name: 'tfjs', version: EMBEDDED_VERSION, why }),
    load: () => {
      engine ??= loadEmbedded()
      return engine
    },
  }
}

/** From `dist` also where the sources run: its packages cannot be imported unbundled. */
async function loadEmbedded(): Promise<Engine> {
  const file = join(packageRoot(), 'dist', 'tensorflow-embedded.js')
  const module: { engine: Engine } = await import(pathToFileURL(file).href)
  return module.engine
}
