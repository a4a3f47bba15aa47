import type { Output } from './command.ts'
import { isPipe, writeToPipe } from './pipe.ts'

/** One of the process's own streams, which may fail at any time. */
export interface StandardStream extends Output {
  /** Resolves when everything is out: to what went wrong, where anything did. */
  readonly settled: () => Promise<Error | undefined>
}

export interface StandardStreamOptions {
  readonly descriptor: number
  readonly open: () => NodeJS.WriteStream
}

/**
 * Opens Node's stream when it is first needed, and of a pipe where somebody reads too slowly. What is
 * written after it failed is dropped: the verdict does not depend on who listens. A reader that closed
 * its end wanted no more, which is no failure.
 */
export function standardStream({ descriptor, open }: StandardStreamOptions): StandardStream {
  let opened: NodeJS.WriteStream | undefined
  let failure: NodeJS.ErrnoException | undefined
  const leaving: (() => void)[] = []
  const fail = (error: NodeJS.ErrnoException) => {
    failure ??= error
    for (const listener of leaving.splice(0)) listener()
  }
  const stream = () => {
    opened ??= open().on('error', fail)
    return opened
  }
  const piped = isPipe(descriptor)
  const writeAtOnce = (text: string) => {
    try {
      const rest = writeToPipe(descriptor, text)
      if (rest.length > 0) stream().write(rest)
    } catch (error) {
      fail(error as NodeJS.ErrnoException)
    }
  }
  return {
    write: (text) => {
      if (failure !== undefined) return
      if (piped && opened === undefined) writeAtOnce(text)
      else stream().write(text)
    },
    get isTTY() {
      return !piped && stream().isTTY === true
    },
    // Asked each time: a window may have been resized.
    get columns() {
      return (!piped && stream().columns) || 80
    },
    onLost: (listener) => {
      if (!piped) stream()
      if (failure === undefined) leaving.push(listener)
      else listener()
    },
    settled: async () => {
      if (opened !== undefined && failure === undefined) await written(opened)
      return failure?.code === 'EPIPE' ? undefined : failure
    },
  }
}

/** The error event comes after the callback. */
async function written(stream: NodeJS.WriteStream): Promise<void> {
  await new Promise<void>((resolve) => stream.write('', () => setImmediate(resolve)))
}
