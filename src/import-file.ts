import { pathToFileURL } from 'node:url'

/**
 * Loads a module of our own by its absolute path. It has a file to itself: what was compiled in an
 * earlier run cannot import, and loads this one as Node loads any file.
 */
export function importFile(path: string): Promise<unknown> {
  return import(pathToFileURL(path).href)
}
