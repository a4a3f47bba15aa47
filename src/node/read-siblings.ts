import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { MachineError } from '../errors.ts'
import { candidates, joined } from '../source/resolve-sibling.ts'
import { readSource } from './read-source.ts'

const MOST_FILES = 32

/**
 * The programs beside a submission that it may import, by their path from its real folder. What is
 * imported is only guessed here, from strings that look like relative paths, for the text is
 * parsed where the submission runs and nowhere else: what is read is the author's own, and the parse decides
 * what of it is used.
 * @throws where the machine cannot read what is there
 */
export function readSiblings(folder: string, text: string): { readonly [path: string]: string } {
  const siblings: { [path: string]: string } = Object.create(null)
  const waiting = [...mentioned('', text)]
  const tried = new Set<string>()
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (tried.has(name) || Object.keys(siblings).length >= MOST_FILES) continue
    tried.add(name)
    const found = readInside(folder, name)
    if (found === undefined) continue
    siblings[name] = found
    waiting.push(...mentioned(name, found))
  }
  return { ...siblings }
}

function* mentioned(importer: string, text: string): Iterable<string> {
  for (const [, requested = ''] of text.matchAll(/['"`](\.\.?\/[^'"`\r\n]{1,200})['"`]/g)) {
    const path = joined(importer, requested)
    if (path !== undefined) yield* candidates(path)
  }
}

/**
 * A file is inside where its real path is the one asked for: no link, no other case of letters.
 * macOS may keep the letters of a name composed otherwise.
 */
function readInside(folder: string, name: string): string | undefined {
  const path = join(folder, name)
  const real = realPath(path)
  if (real?.normalize('NFC') !== path.normalize('NFC')) return undefined
  const read = readSource(path, name)
  if (read.kind === 'text') return read.text
  // What this machine cannot read now is no file that was not handed in.
  if (read.cause === 'machine') throw new MachineError(read.message, read.advice)
  return undefined
}

/** @throws for anything but a file that is not there */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENAMETOOLONG', 'EINVAL'])
