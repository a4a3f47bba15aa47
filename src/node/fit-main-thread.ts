import { readFileSync } from 'node:fs'

/**
 * The least that the main thread must be allowed to run submissions, in bytes and files. V8 takes its
 * stack to be 984 KiB, whatever the system gives. An engine's memory reserves 10 GiB of addresses, of
 * which one that failed here would take from a thread. And Node aborts where it cannot open the files
 * that a time limit takes.
 */
const NEEDED = {
  'Max stack size': 2 * 2 ** 20,
  'Max address space': Number.POSITIVE_INFINITY,
  'Max open files': 64,
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
  return Object.entries(NEEDED).every(([name, least]) => {
    const [, soft = 'unlimited'] = new RegExp(`^${name} +(\\S+)`, 'm').exec(limits) ?? []
    return soft === 'unlimited' || Number(soft) >= least
  })
}

/** As proc_pid_limits(5) has them; nothing on a system that does not tell. */
function ownLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'latin1')
  } catch {
    return ''
  }
}
