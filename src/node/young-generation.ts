/**
 * For each thread beside the first, as Node's `maxYoungGenerationSizeMb`. Left to itself V8 may let
 * it grow to 48 MiB in each of a run's four threads, for objects that are dead when the next
 * submission comes.
 */
export const YOUNG_GENERATION_MIB = 6
