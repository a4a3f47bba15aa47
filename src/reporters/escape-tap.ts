import { cleanLine } from '../text/clean-text.ts'

/** The description of a TAP 14 test point: one line in which nothing starts a directive. */
export function escapeTap(text: string): string {
  return cleanLine(text).replace(/[\\#]/g, '\\$&')
}
