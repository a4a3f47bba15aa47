import { constants } from 'node:os'
import type { Output } from './command.ts'

/** SIGHUP is not among them: a handler would end what somebody started under `nohup`. */
const ASKING = ['SIGINT', 'SIGTERM'] as const

/** What shells report for a program that such a signal ended. */
const codeOf = (signal: (typeof ASKING)[number]) => 128 + constants.signals[signal]

/** Of a run that is not whole, whoever interrupted it. */
export const INTERRUPTED = codeOf('SIGINT')

/** Whether a process that ends so was asked to end. */
export function isInterrupted(code: number): boolean {
  return ASKING.some((signal) => codeOf(signal) === code)
}

export interface Interruption {
  readonly signal: AbortSignal
  /** The exit code of a run that ends for it. */
  readonly code: () => number
  readonly release: () => void
}

/** The first Ctrl-C (or SIGTERM) asks for an orderly end, the second ends at once. */
export function onInterrupt(stderr: Output, what: string): Interruption {
  const controller = new AbortController()
  let code = INTERRUPTED
  const stop = (name: (typeof ASKING)[number]) => {
    if (controller.signal.aborted) process.exit(codeOf(name))
    code = codeOf(name)
    stderr.write(`\n${what}\n`)
    controller.abort()
  }
  for (const name of ASKING) process.on(name, stop)
  const release = () => {
    for (const name of ASKING) process.off(name, stop)
  }
  return { signal: controller.signal, code: () => code, release }
}
