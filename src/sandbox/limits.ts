/**
 * What a submission may use. Time is counted in ticks, ten thousand calls or loop turns each:
 * the same on every machine and Node version, however busy.
 */
export const LIMITS = {
  /** For evaluating the module itself, for each structured call, and for one point. */
  ticks: 200,
  /** More for each further point of a request: ten thousand calls or loop turns. */
  ticksPerPoint: 1,
  /** The most that a whole request may use, however many points it has. */
  ticksAtMost: 5000,
  /** So many points in a row are evaluated unheard: to be heard at each costs as much as a short call. */
  pointsUnheard: 8,
  /** The most that all structured calls of a request may use together. */
  ticksOfCalls: 2000,
  stackBytes: 256 * 1024,
  /** Pages of 64 KiB: what the image takes, and a quarter more. */
  initialPages: 128,
  maximumPages: 1024,
  /** So long a request may take where it runs on the main thread: longer, and a thread is asked. */
  mainThreadMs: 300,
  /** The host looks at the worker this often … */
  watchEveryMs: 250,
  /** … and ends it when so many looks in a row saw no tick and no further piece of the request … */
  watchLooks: 12,
  /** … or twice as many that saw hardly any tick: honest work makes a hundred between two looks … */
  fewTicks: 3,
  /** … or, whatever it shows, after so many looks at one request. */
  watchLooksAtMost: 120,
  /** No look is taken before the worker had a processor for so long; but this often nobody waits for that. */
  watchTurnsAtMost: 2400,
  /** Looks after which a thread that has not started is given up. */
  startLooks: 240,
  /** Workers lost in one session before the rest of it is refused. */
  losses: 3,
} as const

/**
 * What an answer of data may be, so that all that is done with it is bounded too: what is larger is
 * said and not judged. The largest that the exercises expect has some hundred numbers; a matrix of
 * 128 × 128 is still an answer.
 */
export const ANSWER = {
  /** Numbers and other values in all. */
  numbers: 20_000,
  /** Elements of one list, properties of one object: rows, columns, pieces. */
  list: 4096,
  depth: 32,
  /** Characters of all texts in it. */
  letters: 20_000,
  /** Characters of the answers to one request, as JSON: so many for each call, as if there were twenty at least. */
  eachCall: 50_000,
  callsAtLeast: 20,
  /** Characters and lines of what a submission prints. */
  printed: 8000,
  printedLines: 100,
} as const
