/**
 * How long something may take before it is said to hang. No test asserts a time, and a machine that
 * is busy with other work is no fault: these only end what would never end.
 */
export const PATIENCE = {
  /** A test or a hook. */
  testMs: 300_000,
  /** One thing that a test waits for: a program that it started, a sign in a page. */
  waitMs: 120_000,
} as const
