import { displayWidth } from '../messages/display-width.ts'
import { markedLine } from '../messages/marked-line.ts'
import { SIGNS } from '../messages/signs.ts'
import type {
  Counterexample,
  Evidence,
  ProofFinding,
  SourcePlace,
  Spread,
} from '../report/report.ts'
import { noteHint, noteTitle } from './cause-words.ts'
import { ended, translated } from './check-words.ts'
import { counterexampleRows, evidenceSentence, spreadWords } from './evidence-words.ts'
import type { Style } from './terminal-style.ts'
import { indent, table, wrap } from './terminal-text.ts'

/** One piece of evidence as a block of lines; empty where the section says it elsewhere. */
export function evidenceBlock(item: Evidence, style: Style & { readonly said?: string }): string {
  const { speak, width, paint } = style
  switch (item.kind) {
    case 'counterexample':
      return counterexampleBlock(item, style)
    case 'spread':
      return spreadBlock(item, style)
    case 'note': {
      const title = noteTitle(item, style)
      const lines = title === style.said ? [] : [paint.yellow(wrap(title, width))]
      return [...lines, wrap(noteHint(item, style), width)].join('\n')
    }
    case 'proof':
      return proofBlock(item, style)
    case 'source':
      return sourceBlock(item, style)
    case 'arithmetic':
    case 'disagreement':
    case 'measurement':
      return wrap(evidenceSentence(item, speak), width)
    case 'remark':
      return wrap(translated(item.says, item.text, style), width)
    case 'curve':
    case 'reproduce':
      return ''
  }
}

function counterexampleBlock(item: Counterexample, { speak, width, paint }: Style): string {
  const yours = speak('report.yours')
  return table(counterexampleRows(item, speak), width)
    .split('\n')
    .map((line) => (line.startsWith(`${yours} `) ? paint.red(line) : line))
    .join('\n')
}

function spreadBlock(item: Spread, { speak, width, all, locale }: Style): string {
  const { head, rows, more } = spreadWords(item, { speak, all })
  const [only] = rows
  if (rows.length === 1 && only !== undefined) {
    const { comma, colon } = SIGNS[locale]
    const parameters = only[0] === '' ? '' : `${only[0]}${comma}`
    return wrap(ended(`${head}${colon}${parameters}${only[1]}`), width)
  }
  if (rows.length === 0) return ended(head)
  const rest = more > 0 ? `\n  ${speak('report.more-values', { count: more })}` : ''
  return `${head}${SIGNS[locale].colon.trimEnd()}\n${indent(table(rows, width - 2), 2)}${rest}`
}

/** The reference's formula is left out: it would be the answer. */
function proofBlock({ text, formula }: ProofFinding, { speak, width }: Style): string {
  const rows: [string, string][] = []
  if (formula !== undefined) rows.push([speak('report.yours-computes'), formula])
  const lines = [text === '' ? '' : wrap(text, width), rows.length > 0 ? table(rows, width) : '']
  return lines.filter((line) => line !== '').join('\n')
}

/** The line with a caret below. A long line is shown around the column. */
function sourceBlock(place: SourcePlace, { paint, speak, width }: Style): string {
  const number = String(place.line)
  const word = /^[\w$]+/.exec(place.text.slice(place.column - 1))?.[0].length ?? 1
  const marked = { from: place.column - 1, to: (place.endColumn ?? place.column + word) - 1 }
  const { text, blanks, carets } = markedLine(place.text, marked, width - number.length - 3)
  const where = `${place.file}:${place.line}:${place.column}`
  // A path is clicked on or copied: rather a line of its own than broken.
  const label = speak('report.in-your-file')
  const room = width - displayWidth(label) - 1
  const blank = label.endsWith('：') ? '' : ' '
  const gap = displayWidth(where) <= room ? blank : '\n'
  const remark = place.remark ? `\n${wrap(place.remark, width)}` : ''
  return [
    `${label}${gap}${paint.cyan(where)}`,
    `${paint.dim(`${number} │`)} ${text}`,
    `${' '.repeat(number.length)} ${paint.dim('│')} ${blanks}${paint.red(carets)}${remark}`,
  ].join('\n')
}
