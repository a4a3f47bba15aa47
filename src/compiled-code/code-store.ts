import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cacheFolder } from '../cache-folder.ts'
import { keepFile, readKept } from '../keep-file.ts'
import { underCi } from '../trust/boundary.ts'
import { leadsInto } from '../trust/links.ts'
import { forgetUnused } from './forget-unused.ts'

type Environment = { readonly [name: string]: string | undefined }

/**
 * Runs that use different parts of our code, as a set of bits: of functions of numbers and of data,
 * those that pass and those that fail. `init` and the like are none of them.
 */
export type Runs = number
export const NUMBERS: Runs = 1
export const DATA: Runs = 2
/** They use all that the same runs use where they pass. */
export const failing = (runs: Runs): Runs => runs | (runs << 2)

interface StoredCode {
  readonly code: Buffer
  /** Whose functions are in it. */
  readonly of: Runs
}

/** What V8 made of our files, by the name of the file. Reading and writing never fail. */
export interface CodeStore {
  readonly read: (name: string) => StoredCode | undefined
  /** For a file of which nothing could be read, or nothing that this V8 accepts, or too little. */
  readonly keep: (name: string, stored: { readonly code: Uint8Array; readonly of: Runs }) => void
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
const ENTRY = /\.cjs-[0-9a-f]{16}-/

/**
 * One entry for each file, build and V8: the code, and a byte for whose it is. V8 runs what it gets,
 * cut or altered, without a look.
 */
function storeIn(folder: string, build: string): CodeStore {
  const { versions, arch } = process
  const fileOf = (name: string) =>
    join(folder, [basename(name), build.slice(0, 16), versions.v8, arch].join('-'))
  return {
    read: (name) => {
      const entry = readKept(fileOf(name))
      return entry && { code: entry.subarray(0, -1), of: entry.at(-1) ?? 0 }
    },
    keep: (name, { code, of }) => {
      keepFile(fileOf(name), Buffer.concat([code, Buffer.of(of)]))
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
