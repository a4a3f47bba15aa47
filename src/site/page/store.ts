import { parseWork, printWork, type Work } from '../../progress/saved-work.ts'

/** What this browser keeps for this site, apart from other sites of the same host. */
export interface Store {
  readonly readWork: () => Work
  /** False where the browser keeps nothing. */
  readonly writeWork: (work: Work) => boolean
  readonly readLanguage: () => string | undefined
  readonly writeLanguage: (language: string) => void
}

/** Where the storage is closed, as in a page within another one, everything is forgotten. */
export function openStore(storage: Storage | undefined, site: string): Store {
  const key = (name: string) => `mlp-check:${site}:${name}`
  const read = (name: string) => attempt(() => storage?.getItem(key(name))) ?? undefined
  const write = (name: string, text: string) =>
    attempt(() => {
      storage?.setItem(key(name), text)
      return storage !== undefined
    }) ?? false
  return {
    readWork: () => parseWork(read('work') ?? ''),
    writeWork: (work) => write('work', printWork(work)),
    readLanguage: () => read('language'),
    writeLanguage: (language) => write('language', language),
  }
}

export function localStorageIfAny(): Storage | undefined {
  return attempt(() => window.localStorage)
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}
