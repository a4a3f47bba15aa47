import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { isMachineFault, machineError } from '../errors.ts'
import { decodeText } from '../text/decode.ts'
import { isLink } from './links.ts'

export type SmallFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** Why it is not read: `is a link`. */
  | { readonly kind: 'refused'; readonly why: string }

const LARGEST = 64 * 1024

/**
 * A settings file that others may have laid there: a regular file of at most 64 KiB that no link
 * leads to. A pipe is not waited for.
 * @throws MachineError where no file can be read now, whoever laid it there
 */
export function readSmallFile(path: string): SmallFile {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
  // Windows opens no file without following its link.
  if (isLink(path)) return { kind: 'refused', why: 'is a link' }
  let handle: number | undefined
  try {
    handle = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    if (!fstatSync(handle).isFile()) return { kind: 'refused', why: 'is no regular file' }
    const buffer = Buffer.alloc(LARGEST + 1)
    const length = readSync(handle, buffer, 0, buffer.length, 0)
    if (length > LARGEST) return { kind: 'refused', why: `is longer than ${LARGEST} bytes` }
    return decoded(buffer.subarray(0, length))
  } catch (error) {
    if (isMachineFault(error)) throw machineError(error, `${path} cannot be read`)
    return refusal(error as NodeJS.ErrnoException)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function decoded(bytes: Buffer): SmallFile {
  try {
    return { kind: 'text', text: decodeText(bytes) }
  } catch (error) {
    return { kind: 'refused', why: `is ${(error as Error).message}` }
  }
}

function refusal({ code, message }: NodeJS.ErrnoException): SmallFile {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' }
  if (code === 'ELOOP' || code === 'EMLINK') return { kind: 'refused', why: 'is a link' }
  return { kind: 'refused', why: `cannot be read (${code ?? message})` }
}
