/**
 * What a submission may use. Time is counted in ticks, ten thousand calls or loop turns each:
 * the same on every machine and Node version, however busy.
 */
export const LIMITS = {
  /** Of a source file. */
  sourceBytes: 64 * 1024,
  /** The same for text that comes from elsewhere, in UTF-16 units. */
  sourceLength: 64 * 1024,
  /** Nesting of the syntax tree. */
  depth: 1500,
  /** For evaluating the module itself, and for each structured call. */
  ticks: 1500,
  /** More for each point of a request: fifty thousand calls or loop turns. */
  ticksPerPoint: 5,
  /** The most that a whole request may use, however many points it has. */
  ticksAtMost: 12_000,
  /** For one point alone. */
  ticksOnePoint: 1500,
  stackBytes: 256 * 1024,
  initialPages: 256,
  maximumPages: 1024,
  /** The host looks at the worker this often … */
  watchEveryMs: 250,
  /** … and ends it when so many looks in a row saw no tick. */
  watchLooks: 20,
  /** Workers lost in one session before the rest of it is refused. */
  losses: 3,
} as const
