import { displayWidth, padded } from '../messages/display-width.ts'
import { wrapped } from '../messages/line-breaks.ts'

/** Breaks text at spaces so that no line is wider than the terminal's columns given. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, Math.max(20, width)))
    .join('\n')
}

export function indent(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns))
}

/** Less is no column: the value stands below its label. */
const NARROWEST = 20

/** Rows of a label and a value, the values in one column and wrapped there. */
export function table(
  rows: readonly (readonly [label: string, value: string])[],
  width: number,
): string {
  const labels = Math.max(0, ...rows.map(([label]) => displayWidth(label)))
  const lines = rows.map(([label, value]) => {
    if (width - labels - 2 < NARROWEST) return `${label}\n${indent(wrap(value, width - 2), 2)}`
    const [first = '', ...more] = wrap(value, width - labels - 2).split('\n')
    const rest = more.map((line) => `\n${' '.repeat(labels + 2)}${line}`)
    return `${padded(label, labels)}  ${first}${rest.join('')}`
  })
  return lines.join('\n')
}
