import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type MachineError, machineError } from '../errors.ts'
import { decodeText } from '../text/decode.ts'
import { isLink } from '../trust/links.ts'
import { SOURCE_LIMITS } from './limits.ts'

export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Buffer }
  | FileFault

/** Why a file cannot be judged before anything in it was looked at. */
export interface FileFault {
  readonly kind: 'fault'
  readonly cause: 'missing-file' | 'unreadable' | 'machine'
  readonly message: string
  readonly advice: string
}

/**
 * Reads a submission's file: regular files of at most 64 KiB, UTF-8 (or UTF-16 with its mark), and
 * nothing that a link leads to.
 * A leading byte-order mark is dropped; line ends are kept as they are.
 */
export async function readSource(path: string, shownAs: string): Promise<ReadText> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
  // Windows opens no file without following its link.
  if (isLink(path)) return aLink(shownAs)
  let file: FileHandle | undefined
  try {
    file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    return await readOpened(file, shownAs)
  } catch (error) {
    return openingFault(error as NodeJS.ErrnoException, shownAs)
  } finally {
    await file?.close()
  }
}

async function readOpened(file: FileHandle, shownAs: string): Promise<ReadText> {
  const stat = await file.stat()
  if (stat.isDirectory()) {
    return unreadable(`${shownAs} is a folder`, 'Name the file in it that answers the exercise.')
  }
  if (!stat.isFile())
    return unreadable(`${shownAs} is no regular file`, 'Hand in a TypeScript file.')
  if (stat.size > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, stat.size)
  // A file may grow while it is read: the buffer is what bounds it.
  const buffer = Buffer.alloc(SOURCE_LIMITS.sourceBytes + 1)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
  if (bytesRead > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, bytesRead)
  return decodeSource(buffer.subarray(0, bytesRead), shownAs)
}

/** The text of a file's bytes, wherever they came from. */
export function decodeSource(bytes: Buffer, shownAs: string): ReadText {
  if (bytes.length > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, bytes.length)
  try {
    const text = decodeText(bytes)
    if (!text.includes('\0')) return { kind: 'text', text, bytes }
    return unreadable(`${shownAs} holds null bytes: it is no text`, SAVE_AS_UTF8)
  } catch (error) {
    const { message } = error as Error
    const where = message.endsWith('UTF-8') ? ` on line ${firstInvalidLine(bytes)}` : ''
    return unreadable(`${shownAs} is ${message}${where}`, SAVE_AS_UTF8)
  }
}

const SAVE_AS_UTF8 = 'Save it as UTF-8 text.'

function firstInvalidLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start)
    const end = next < 0 ? bytes.length : next + 1
    if (bytes.subarray(start, end).toString('utf8').includes('\ufffd')) return line
    start = end
  }
  return line
}

function tooLarge(shownAs: string, size: number): FileFault {
  return unreadable(
    `${shownAs} has ${size} bytes; a submission may have ${SOURCE_LIMITS.sourceBytes}`,
    'Remove what the exercise does not need.',
  )
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

function unreadable(message: string, advice: string): FileFault {
  return { kind: 'fault', cause: 'unreadable', message, advice }
}
