import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { type MachineError, machineError } from '../errors.ts'
import {
  decodeSource,
  type FileFault,
  type ReadText,
  tooLarge,
  unreadable,
} from '../source/decode-source.ts'
import { SOURCE_LIMITS } from '../source/limits.ts'
import { isLink } from '../trust/links.ts'

/**
 * Reads a submission's file: regular files of at most 64 KiB, UTF-8 (or UTF-16 with its mark), and
 * nothing that a link leads to.
 * A leading byte-order mark is dropped; line ends are kept as they are.
 */
export function readSource(path: string, shownAs: string): ReadText {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
  // Windows opens no file without following its link.
  if (isLink(path)) return aLink(shownAs)
  let file: number | undefined
  try {
    file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    return readOpened(file, shownAs)
  } catch (error) {
    return openingFault(error as NodeJS.ErrnoException, shownAs)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function readOpened(file: number, shownAs: string): ReadText {
  const stat = fstatSync(file)
  if (stat.isDirectory()) {
    return unreadable(`${shownAs} is a folder`, 'Name the file in it that answers the exercise.')
  }
  if (!stat.isFile())
    return unreadable(`${shownAs} is no regular file`, 'Hand in a TypeScript file.')
  if (stat.size > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, stat.size)
  const bytes = readRegular(file, stat.size)
  if (bytes.length > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, bytes.length)
  return decodeSource(bytes, shownAs)
}

/** A file may grow while it is read: what is bound is how much of it is read. */
function readRegular(file: number, size: number): Buffer {
  const bytes = readAtMost(file, size + 1)
  return bytes.length <= size ? bytes : readAtMost(file, SOURCE_LIMITS.sourceBytes + 1)
}

function readAtMost(file: number, most: number): Buffer {
  const buffer = Buffer.alloc(most)
  return buffer.subarray(0, readSync(file, buffer, 0, most, 0))
}

function openingFault(error: NodeJS.ErrnoException, shownAs: string): FileFault {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return {
      kind: 'fault',
      cause: 'missing-file',
      message: `there is no file ${shownAs}`,
      advice: 'Check the path, or run the command in the folder of the file.',
    }
  }
  if (error.code === 'ELOOP' || error.code === 'EMLINK') return aLink(shownAs)
  if (!OF_THE_FILE.has(error.code ?? '')) return ofTheMachine(error, shownAs)
  return unreadable(`${shownAs} cannot be read (${error.code})`, 'Check its permissions.')
}

/** What a file's own nature or owner is to blame for; anything else that goes wrong is the machine's. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  ...['EACCES', 'EPERM', 'ENAMETOOLONG', 'EISDIR', 'ENXIO', 'EBUSY', 'EINVAL'],
])

/** Too few descriptors, a disk that fails: nothing that whoever handed the file in can help. */
export function ofTheMachine(error: unknown, shownAs: string): FileFault {
  const { message, advice } = machineError(error, `${shownAs} cannot be read`) as MachineError
  return { kind: 'fault', cause: 'machine', message, advice: advice ?? 'Try again.' }
}

/** A submission is what was handed in, and not what it points to. */
export function aLink(shownAs: string): FileFault {
  return unreadable(`${shownAs} is a link`, 'Hand in the file itself.')
}
