import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cacheFolder } from '../cache-folder.ts'
import { keepFile, readKept } from '../keep-file.ts'
import { underCi } from '../trust/boundary.ts'
import { leadsInto } from '../trust/links.ts'
import { forgetUnused } from './forget-unused.ts'

type Environment = { readonly [name: string]: string | undefined }

/** How the run ended whose code it is: a failure runs more of it, and has all that a pass has. */
export type Ended = 'failed' | 'passed'

interface StoredCode {
  readonly code: Buffer
  readonly of: Ended
}

/** What V8 made of our files, by the name of the file. Reading and writing never fail. */
export interface CodeStore {
  readonly read: (name: string) => StoredCode | undefined
  /** For a file of which nothing could be read, or nothing that this V8 accepts. */
  readonly keep: (name: string, stored: { readonly code: Uint8Array; readonly of: Ended }) => void
}

export interface Asking {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Environment
}

/**
 * The store of a user's own cache folder; undefined where there is none yet, or where somebody else
 * could have written to it. V8 runs such code as it is, so that it is believed of nobody else: not of
 * the working folder, nor of a CI job's restored cache, nor of a folder that others may write to.
 */
export function codeStore(dist: string, { argv, cwd, env }: Asking): CodeStore | undefined {
  const folder = cacheFolder(env)
  if (folder === undefined || argv.includes('--no-cache') || underCi(env)) return undefined
  if (!isPrivate(folder) || leadsInto(cwd, folder)) return undefined
  const build = readOrNothing(join(dist, 'fingerprint'))
  return build === undefined ? undefined : storeIn(join(folder, 'code'), build.toString())
}

/** What the store has written, of whatever build, and what a killed process left of it. */
const ENTRY = /-[0-9a-f]{16}-.+-(?:failed|passed)(?:\.\d+\.\d+)?$/

/** One entry for each file, build, V8 and way to end. V8 runs what it gets, cut or altered, without a look. */
function storeIn(folder: string, build: string): CodeStore {
  const { versions, arch } = process
  const fileOf = (name: string, of: Ended) =>
    join(folder, [basename(name), build.slice(0, 16), versions.v8, arch, of].join('-'))
  const read = (name: string, of: Ended) => {
    const code = readKept(fileOf(name, of))
    return code && { code, of }
  }
  return {
    read: (name) => read(name, 'failed') ?? read(name, 'passed'),
    keep: (name, { code, of }) => {
      keepFile(fileOf(name, of), code)
      forgetUnused(folder, (entry) => ENTRY.test(entry))
    },
  }
}

function isPrivate(folder: string): boolean {
  try {
    const { uid, mode } = statSync(folder)
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
  } catch {
    return false
  }
}

function readOrNothing(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
