import { MARK } from '../text/clean-text.ts'

/** What JSON.stringify leaves as it is and a terminal or an editor would act on. */
const UNSEEN = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** JSON that is safe to print, and reads back as exactly the same value. No line of it is a command. */
export function jsonText(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent)
    .replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(MARK, '#\\u0023')
}
