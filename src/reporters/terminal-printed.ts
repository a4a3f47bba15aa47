import type { CheckReport } from '../report/report.ts'
import { printedWords } from './printed-words.ts'
import type { Style } from './terminal-style.ts'
import { indent, wrap } from './terminal-text.ts'

/** What a function printed in each run, every line marked as not ours, however it is wrapped. */
export function printedBlocks(check: CheckReport, style: Style): string[] {
  const { paint, width } = style
  return printedWords(check, style).map(({ head, lines }) => {
    const marked = lines.map((line) => wrap(line, width - 4).replaceAll('\n', '\n│ '))
    return `${wrap(head, width)}\n${paint.dim(indent(marked.join('\n'), 4))}`
  })
}
