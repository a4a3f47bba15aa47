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
 * Milliseconds for which a processor was this thread's, where the system tells; else this process's,
 * which is as much or more.
 */
export function processorMs(thread: number): number {
  return ofThread(thread) ?? ofProcess()
}

/** User and system time: fields 14 and 15 of proc_pid_stat(5), after a name that may hold anything. */
function ofThread(thread: number): number | undefined {
  if (thread <= 0) return undefined
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_JIFFY
  } catch {
    return undefined
  }
}

function ofProcess(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
