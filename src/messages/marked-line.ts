import { displayWidth } from './display-width.ts'

/** A line of code, and what is put below it: blanks up to the marked part, then carets. */
export interface MarkedLine {
  readonly text: string
  readonly blanks: string
  readonly carets: string
}

/**
 * The line with the part from one UTF-16 offset to another marked, counted in columns of a terminal
 * and not in characters. A line of more columns than `width` is shown around the mark.
 */
export function markedLine(
  line: string,
  { from, to }: { readonly from: number; readonly to: number },
  width = Infinity,
): MarkedLine {
  const plain = line.replaceAll('\t', ' ')
  const [before, marked] = [plain.slice(0, from), plain.slice(from, to)]
  const shown = displayWidth(plain) <= width ? whole(plain) : windowAround(plain, before, width)
  const column = Math.max(0, displayWidth(before) - shown.start)
  const room = Math.max(1, displayWidth(shown.text) - column)
  const size = Math.max(1, Math.min(displayWidth(marked), room))
  return { text: shown.text, blanks: ' '.repeat(column), carets: '^'.repeat(size) }
}

interface Window {
  readonly text: string
  /** The column of the whole line that the text's first column stands for. */
  readonly start: number
}

function whole(text: string): Window {
  return { text, start: 0 }
}

/** With the mark in the middle, or as near to it as the ends of the line allow. */
function windowAround(plain: string, before: string, width: number): Window {
  const middle = displayWidth(before) - Math.floor(width / 2)
  const left = Math.max(0, Math.min(middle, displayWidth(plain) - width + 1))
  const lead = left > 0 ? '…' : ''
  let [kept, first, column] = ['', left + lead.length, 0]
  for (const character of plain) {
    const end = column + displayWidth(character)
    if (column < left + lead.length) first = end
    else if (end < left + width) kept += character
    column = end
  }
  return { text: `${lead}${kept}…`, start: first - lead.length }
}
