/** What a submission finds besides ECMAScript, for compilers and editors: the sandbox's `console`. */
export const GUEST_TYPES = `interface Console {
  log(...values: unknown[]): void
  info(...values: unknown[]): void
  debug(...values: unknown[]): void
  warn(...values: unknown[]): void
  error(...values: unknown[]): void
  dir(value: unknown): void
  table(rows: unknown): void
  assert(condition: unknown, ...values: unknown[]): void
}
declare var console: Console
`
