import type { Exercise } from '../exercise.ts'
import * as kit from '../reference/kit.ts'
import type { ReferenceServices } from '../reference/reference.ts'
import { embeddedBackend } from '../tensorflow/backend.ts'
import type { Engine } from '../tensorflow/engine.ts'
import { getFile } from './get-file.ts'
import { filesOf } from './site-files.ts'
import { decodeShelf, type Shelf, shelfCache } from './table-shelf.ts'

/**
 * Where references come from in a page: tables that were computed as the site was made; for other
 * seeds and points, TensorFlow.js and the exercise's own code, which are loaded then.
 */
export function referencesOnPage(base: string): ReferenceServices {
  const shelves = new Map<string, Promise<Shelf>>()
  const shelfOf = (id: string) => {
    const known = shelves.get(id) ?? getFile(base, filesOf(id).tables).then(decodeShelf)
    shelves.set(id, known)
    known.catch(() => shelves.delete(id))
    return known
  }
  return {
    backend: embeddedBackend('it comes with the page', () => loadEmbedded(base)),
    cache: shelfCache(shelfOf),
    runReference: (exercise) => runReference(base, exercise),
  }
}

async function loadEmbedded(base: string): Promise<Engine> {
  const { engine, ready } = await import(new URL('tensorflow-embedded.js', base).href)
  await ready
  return engine
}

async function runReference(base: string, { id, references }: Exercise) {
  if (references === undefined) return {}
  const { default: run } = await import(new URL(filesOf(id).reference, base).href)
  return run(kit)
}
