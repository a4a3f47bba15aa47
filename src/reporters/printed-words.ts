import { number } from '../messages/words.ts'
import type { CheckReport, Printed } from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'
import type { Spoken } from './check-words.ts'

/** What a function printed, as a head and lines that are marked as not ours. */
export interface PrintedWords {
  readonly head: string
  readonly lines: readonly string[]
}

interface Telling {
  readonly speak: Spoken['speak']
  readonly all: boolean
}

/** What a check's function printed in each of the runs that are told. */
export function printedWords(check: CheckReport, telling: Telling): readonly PrintedWords[] {
  const { printed = [], evidence } = check
  const there = evidence.some(({ kind }) => kind === 'counterexample')
  return printed.map((one) => ({
    head: there ? telling.speak('report.printed-there') : headAt(one, telling),
    lines: linesOf(one, telling),
  }))
}

/** Longer inputs stand elsewhere in the report. */
const SHORT = 100

function headAt({ inputs }: Printed, { speak }: Telling): string {
  const at = Object.entries(inputs).map(([name, value]) => `${name} = ${number(value)}`)
  return at.join(', ').length > SHORT
    ? speak('report.printed-there')
    : speak('report.printed-at', { inputs: at })
}

/** In short, so many lines of it. */
const FEW_LINES = 8

function linesOf({ text, dropped = 0 }: Printed, { speak, all }: Telling): readonly string[] {
  const whole = cleanText(text).trimEnd().split('\n')
  const shown = all ? whole : whole.slice(0, FEW_LINES)
  const more = whole.length - shown.length + dropped
  return [
    ...shown.map((line) => `│ ${line}`.trimEnd()),
    ...(more > 0 ? [speak('report.printed-more', { count: more })] : []),
  ]
}
