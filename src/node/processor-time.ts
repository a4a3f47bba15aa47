import { readFileSync, readlinkSync } from 'node:fs'

/** What Linux counts in, on all its machines. */
const MS_PER_JIFFY = 10

/** The number by which Linux knows the thread that asks; 0 where the system has no such thing. */
export function ownThread(): number {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  } catch {
    return 0
  }
}

/**
 * Milliseconds for which a processor was this thread's; undefined where the system does not tell, and
 * while the thread waits for something else: then it is not for want of a processor that it is silent.
 * State, user and system time: fields 3, 14 and 15 of proc_pid_stat(5), after a name that may hold anything.
 */
export function processorMs(thread: number): number | undefined {
  if (thread <= 0) return undefined
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const waits = fields[0] === 'S'
    return waits ? undefined : (Number(fields[11]) + Number(fields[12])) * MS_PER_JIFFY
  } catch {
    return undefined
  }
}
