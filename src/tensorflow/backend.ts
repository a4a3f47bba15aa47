import type { BackendReport } from '../report/report.ts'
import { EMBEDDED_VERSION } from './embedded-version.ts'
import type { Engine } from './engine.ts'

/** The TensorFlow.js that computes references: known before it is loaded, loaded when first needed. */
export interface Backend {
  /** May change with `load`: an addon that is there may still not load. */
  readonly report: () => BackendReport
  /** Loads it once; later calls give the same engine. */
  readonly load: () => Promise<Engine>
  /** The other backend, and the command that grades with it. */
  readonly other: () => { readonly name: BackendReport['name']; readonly command: string }
}

/** The CPU backend that ships with the checker, loaded from wherever it lies. */
export function embeddedBackend(
  why: string,
  loadEmbedded: () => Promise<Engine>,
  enablesNative = '--backend tfjs-node',
): Backend {
  let engine: Promise<Engine> | undefined
  return {
    report: () => ({ name: 'tfjs', version: EMBEDDED_VERSION, why }),
    other: () => ({ name: 'tfjs-node', command: enablesNative }),
    load: () => {
      engine ??= loadEmbedded()
      return engine
    },
  }
}
