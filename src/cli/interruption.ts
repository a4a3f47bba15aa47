import type { Output } from './command.ts'

/** What shells report for a program that an interrupt ended. */
export const INTERRUPTED = 130

export interface Interruption {
  readonly signal: AbortSignal
  readonly release: () => void
}

/** The first Ctrl-C (or SIGTERM) asks for an orderly end, the second ends at once. */
export function onInterrupt(stderr: Output, what: string): Interruption {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED)
    stderr.write(`\n${what}\n`)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const release = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  return { signal: controller.signal, release }
}
