import type { ChalkInstance } from 'chalk'
import { lineRanges } from '../messages/line-breaks.ts'

/** Text of which each part is painted in its own way, or not at all. */
export type StyledText = readonly {
  readonly text: string
  readonly paint?: ChalkInstance | undefined
}[]

export function plainText(runs: StyledText): string {
  return runs.map(({ text }) => text).join('')
}

/** Lines of at most `width` columns; a newline in the text is one in the lines. */
export function styledLines(runs: StyledText, width: number): readonly string[] {
  const whole = plainText(runs)
  let at = 0
  return whole.split('\n').flatMap((line) => {
    const from = at
    at += line.length + 1
    return lineRanges(line, width).map(([start, end]) => painted(runs, from + start, from + end))
  })
}

function painted(runs: StyledText, start: number, end: number): string {
  let at = 0
  return runs
    .map(({ text, paint }) => {
      const part = text.slice(Math.max(0, start - at), Math.max(0, end - at))
      at += text.length
      return paint === undefined || part === '' ? part : paint(part)
    })
    .join('')
}
