import { softLimit } from './own-limits.ts'

/**
 * What a process reserves of its addresses. A grader opens engines before those that it has done with
 * are collected, of 10 GiB each: a class of honest answers took 31 GiB for each of 1, 2 and 4 graders.
 * The rest is for what is judged apart: a class of attacks took 172 GiB in all with two graders.
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
