import { fstatSync, writeSync } from 'node:fs'

/** Whether a descriptor leads to another program: neither to a window, nor to a file. */
export function isPipe(descriptor: number): boolean {
  // There Node writes to pipes in its own time.
  if (process.platform === 'win32') return false
  try {
    const facts = fstatSync(descriptor)
    return facts.isFIFO() || facts.isSocket()
  } catch {
    return false
  }
}

/**
 * Writes to a pipe at once, as Node's own stream does, and without all of its network, which that
 * stream is made of. Gives back what could not be written yet, where a reader is slow whom nobody may
 * wait for. @throws where it failed, as EPIPE
 */
export function writeToPipe(descriptor: number, text: string): Uint8Array {
  let rest: Uint8Array = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest
      throw error
    }
  }
  return rest
}
