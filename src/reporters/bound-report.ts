import type { Json, RunReport } from '../report/report.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'

/** UTF-16 units: of a name, of a message or a value, and of what a submission printed. */
const NAME = 300
const MESSAGE = 4000
const OUTPUT = 10_000

/** Texts by their keys: names are short, messages have several lines, and so has all in a value. */
const NAMES: ReadonlySet<string> = new Set(['file', 'source', 'student', 'title'])
const MESSAGES: ReadonlySet<string> = new Set(['hint', 'message', 'remark', 'text'])
const VALUES: ReadonlySet<string> = new Set(['expected', 'got', 'inputs', 'values'])

/**
 * The record as a person can read it: every text in it cut to size, and marked where it is cut;
 * nothing in it invisible, so that no sink can be moved by it. A text whose key is not known to have
 * several lines has one.
 */
export function boundReport(report: RunReport): RunReport {
  return bound(report as unknown as Json, '') as unknown as RunReport
}

function bound(value: Json, key: string): Json {
  if (typeof value === 'string') return boundText(value, key)
  if (Array.isArray(value)) return value.map((item) => bound(item, key))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]): [string, Json] => [
    cleanLine(name, NAME),
    bound(item, VALUES.has(key) ? key : name),
  ])
  return Object.fromEntries(entries)
}

function boundText(text: string, key: string): string {
  if (key === 'output') return cleanText(text, OUTPUT)
  if (MESSAGES.has(key) || VALUES.has(key)) return cleanText(text, MESSAGE)
  return cleanLine(text, NAMES.has(key) ? NAME : MESSAGE)
}
