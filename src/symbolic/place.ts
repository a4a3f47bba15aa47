import type { ModuleGraph, PreparedModule } from '../source/module-graph.ts'
import { PLACES } from './instrument/writer.ts'

interface Place {
  readonly module: PreparedModule
  /** UTF-16 offset in the text as it was handed in. */
  readonly offset: number
}

/** A place of the runtime in the submission; undefined where nothing was said of one yet. */
export function placeOf({ modules }: ModuleGraph, at: number): Place | undefined {
  const module = modules[Math.floor(at / PLACES)]
  return module && { module, offset: module.script.original(at % PLACES) }
}
