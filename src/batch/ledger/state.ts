/** What became of somebody's work on an exercise, everywhere by the same words. */
export const STATES = [
  'passed',
  'failed',
  /** By a fault of ours or of the exercise's. */
  'errored',
  /** Something was handed in that gives no grade yet; it is said why. */
  'set-aside',
  'missing',
  /** Handed in, and not looked at yet. */
  'not-judged',
  'excused',
] as const

export type State = (typeof STATES)[number]
