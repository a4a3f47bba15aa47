import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readSiblings } from '../node/read-siblings.ts'
import { readText } from '../read-text.ts'

/** The files of a folder that others in it import: parts of a solution, and none of their own. */
export async function importedIn(
  folder: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const scripts = names.filter((name) => name.endsWith('.ts'))
  if (scripts.length === 0) return new Set()
  const real = await realpath(folder)
  const siblings = await Promise.all(
    scripts.map(async (name) => readSiblings(real, await readText(join(folder, name)))),
  )
  return new Set(siblings.flatMap((found) => Object.keys(found)))
}
