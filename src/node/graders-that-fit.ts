import { softLimit } from './own-limits.ts'

/**
 * What a process reserved of its addresses at most, measured with 1, 2 and 4 graders: a grader
 * opens engines before those that it has done with are collected, of 10 GiB each.
 */
const OF_EACH = 31 * 2 ** 30
const OF_THE_REST = 31 * 2 ** 30

/**
 * How many of so many graders the system gives addresses to. Where it gives fewer, V8 ends the
 * whole process at a thread's start; a single one that lacks some is told by the verdict.
 */
export function gradersThatFit(wanted: number, limits?: string): number {
  const room = (softLimit('addresses', limits) - OF_THE_REST) / OF_EACH
  return Math.max(1, Math.min(wanted, Math.floor(room)))
}
