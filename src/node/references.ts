import { cacheFolder } from '../cache-folder.ts'
import type { ReferenceServices } from '../reference/reference.ts'
import { version } from '../version.ts'
import { type BackendChoice, createBackend } from './backend.ts'
import { buildId } from './build-id.ts'
import { bounded, runReference } from './run-reference.ts'
import { tableCache } from './table-cache.ts'

export interface ReferenceOptions {
  readonly cache: boolean
  readonly backend: BackendChoice
  readonly env: { readonly [name: string]: string | undefined }
}

/** Where references come from on this machine. */
export function referencesHere({ cache, backend, env }: ReferenceOptions): ReferenceServices {
  return {
    backend: createBackend(backend),
    cache: tableCache(cache ? cacheFolder(env) : undefined, `${version} ${buildId()}`),
    runReference,
    bounded,
  }
}
