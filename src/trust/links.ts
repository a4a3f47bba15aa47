import { lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

/** The way from a folder down to what lies in it; undefined where it lies elsewhere. */
export function pathBelow(folder: string, path: string): string | undefined {
  const way = relative(folder, path)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way
}

/** Whether a path leads into a folder, through whatever links. What is not there yet counts too. */
export function leadsInto(folder: string, path: string): boolean {
  return pathBelow(realPlace(folder), realPlace(path)) !== undefined
}

/** Where a path really leads, as far as it exists. */
export function realPlace(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPlace(parent), relative(parent, path))
  }
}

/**
 * The first part of a path that is a link: any part below the working folder, which others may
 * have laid there, or the file itself wherever it lies. What leads to the working folder is the
 * machine's own. Both paths are absolute.
 */
export function firstLink(workingFolder: string, path: string): string | undefined {
  return linkBelow(workingFolder, path) ?? (isLink(path) ? path : undefined)
}

/** The same for what lies in a folder alone. All of a machine lies below its root, and is its own. */
export function linkBelow(folder: string, path: string): string | undefined {
  const way = dirname(folder) === folder ? undefined : pathBelow(folder, path)
  if (way === undefined || way === '') return undefined
  const parts = way.split(sep)
  return parts.map((_, index) => join(folder, ...parts.slice(0, index + 1))).find(isLink)
}

export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    // A part of it is no folder, or may not be entered: whoever opens it will say so.
    return false
  }
}
