import { setFlagsFromString } from 'node:v8'

/**
 * For each thread beside the first, as Node's `maxYoungGenerationSizeMb`. Left to itself V8 may let
 * it grow to 48 MiB in each of a run's threads, for objects that are dead when the next
 * submission comes.
 */
export const YOUNG_GENERATION_MIB = 6

/** For all threads of the process, and at once: what is the first's is bounded by nothing else. */
const SLOWLY = ['--semi-space-growth-factor=1', '--heap-growing-percent=30']
const AS_EVER = ['--semi-space-growth-factor=2', '--heap-growing-percent=0']

/** V8 collects what is dead before it asks the machine for more. */
export function growHeapsSlowly(): void {
  for (const flag of SLOWLY) setFlagsFromString(flag)
}

/**
 * Any other flag makes V8 refuse code that was compiled beforehand, Node's own modules included:
 * threads start under these.
 */
export function growHeapsAsEver(): void {
  for (const flag of AS_EVER) setFlagsFromString(flag)
}
