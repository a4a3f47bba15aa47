import { type LimitName, ownLimits, softLimit } from './own-limits.ts'

/**
 * The least that the main thread must be allowed to run submissions, in bytes and files. V8 takes its
 * stack to be 984 KiB, whatever the system gives. An engine's memory reserves 10 GiB of addresses, of
 * which one that failed here would take from a thread. And Node aborts where it cannot open the files
 * that a time limit takes.
 */
const NEEDED = {
  stack: 2 * 2 ** 20,
  addresses: Number.POSITIVE_INFINITY,
  files: 64,
} as const

/**
 * Whether the main thread may run submissions as this process was started. A thread of its own has a
 * stack that we chose, and what it lacks is told.
 */
export function isMainThreadFit(
  limits: string = ownLimits(),
  execArgv = process.execArgv,
): boolean {
  if (execArgv.some((option) => /^--stack[-_]size/.test(option))) return false
  return Object.entries(NEEDED).every(
    ([name, least]) => softLimit(name as LimitName, limits) >= least,
  )
}
