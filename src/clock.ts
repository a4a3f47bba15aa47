/**
 * Milliseconds of a clock that only goes forward. For `performance` Node loads all that it measures
 * with, which takes some; the time since its start is at hand.
 */
export const now: () => number =
  typeof process === 'undefined' ? () => performance.now() : () => 1000 * process.uptime()
