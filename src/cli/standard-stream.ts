import type { Output } from './command.ts'

/** One of the process's own streams, which may fail at any time. */
export interface StandardStream extends Output {
  /** Resolves when everything is out: to what went wrong, where anything did. */
  readonly settled: () => Promise<Error | undefined>
}

/**
 * Opens the stream when it is first needed. What is written after it failed is dropped: the verdict
 * does not depend on who listens. A reader that closed its end wanted no more, which is no failure.
 */
export function standardStream(open: () => NodeJS.WriteStream): StandardStream {
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
  return {
    write: (text) => {
      if (failure === undefined) stream().write(text)
    },
    get isTTY() {
      return stream().isTTY === true
    },
    // Asked each time: a window may have been resized.
    get columns() {
      return stream().columns || 80
    },
    onLost: (listener) => {
      stream()
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
