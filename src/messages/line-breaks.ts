import { characters, characterWidth, displayWidth, isNarrow } from './display-width.ts'

/** A stretch of a text: from the first index, up to the second. */
export type Range = readonly [start: number, end: number]

/**
 * The text in lines of at most `width` columns: broken at spaces, between the characters of scripts
 * that write none, and inside a word only where it must be.
 */
export function wrapped(text: string, width: number): readonly string[] {
  return lineRanges(text, width).map(([start, end]) => text.slice(start, end))
}

/** The same as stretches of the text, for whoever paints parts of it. */
export function lineRanges(text: string, width: number): readonly Range[] {
  const words = wordsIn(text).flatMap((word) => pieces(text, word, Math.max(2, width)))
  return filled(text, words, width)
}

/**
 * Lines that a terminal would break anywhere, broken at words. What goes on stands below where the
 * text of its line began: behind the label, where the line has one and leaves room beside it. No
 * word is cut, for a path is copied whole.
 */
export function fitLines(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => (displayWidth(line) <= width ? [line] : fitLine(line, width)))
    .join('\n')
}

/** Blanks at the beginning, or a label with the blanks behind it. */
const LEAD = /^( *)(?:\S+(?: \S+)*? {2,}(?=\S))?/
/** The least that is left for text beside a label. */
const NARROWEST = 24

function fitLine(line: string, width: number): readonly string[] {
  const [lead = '', blanks = ''] = LEAD.exec(line) ?? []
  const hasLabel = lead.length > blanks.length
  const isBeside = hasLabel && width - displayWidth(lead) >= NARROWEST
  if (hasLabel && !isBeside) {
    return [lead.trimEnd(), ...wordLines(line.slice(lead.length), `${blanks}    `, width)]
  }
  const hang = isBeside ? ' '.repeat(displayWidth(lead)) : `${blanks}  `
  const text = line.slice(lead.length)
  const [[, end] = [0, text.length]] = filled(text, wordsIn(text), width - displayWidth(lead))
  return [lead + text.slice(0, end), ...wordLines(text.slice(end).trimStart(), hang, width)]
}

/** None for nothing. */
function wordLines(text: string, hang: string, width: number): readonly string[] {
  if (text === '') return []
  const lines = filled(text, wordsIn(text), width - hang.length)
  return lines.map(([start, end]) => hang + text.slice(start, end))
}

/** As many words to a line as fit. */
function filled(text: string, words: readonly Range[], width: number): readonly Range[] {
  const lines: Range[] = []
  let [start, end] = [0, 0]
  for (const word of words) {
    if (end > start && displayWidth(text.slice(start, word[1])) > width) {
      lines.push([start, end])
      start = word[0]
    } else if (end === start) start = word[0]
    end = word[1]
  }
  return [...lines, [start, end]]
}

/**
 * Between two characters of which one is Chinese, Japanese or a full-width sign a line may end,
 * unless it would end with an opening sign or begin with a closing one (Unicode Standard Annex 14).
 */
const WIDE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60]'
const OPENING = '[\\p{Ps}\\p{Pi}]'
const CLOSING = '[\\p{Pe}\\p{Pf}\\p{Mark},.:;!?%…、。，．：；！？％ー々〻]'
/** Made when the first text needs it: no narrow character is one of these. */
let breaks: RegExp | undefined

function partsOf(word: string): readonly string[] {
  if (isNarrow(word)) return [word]
  const between = `(?:(?<=${WIDE})|(?=${WIDE}))`
  breaks ??= new RegExp(`${between}(?<!${OPENING})(?!${CLOSING})(?<=\\S)(?=\\S)`, 'u')
  return word.split(breaks)
}

/** What stays on one line where the line is long enough. */
function wordsIn(text: string): readonly Range[] {
  return [...text.matchAll(/[^ ]+/g)].flatMap(({ 0: word, index }) => {
    let start = index
    return partsOf(word).map((part): Range => {
      const range = [start, start + part.length] as const
      start += part.length
      return range
    })
  })
}

/** A word in parts that each fit; no character is cut in two, so one may be wider than the width. */
function pieces(text: string, [start, end]: Range, width: number): readonly Range[] {
  if (displayWidth(text.slice(start, end)) <= width) return [[start, end]]
  const parts: Range[] = []
  let [from, to, taken] = [start, start, 0]
  for (const character of characters(text.slice(start, end))) {
    const size = characterWidth(character)
    if (to > from && taken + size > width) {
      parts.push([from, to])
      ;[from, taken] = [to, 0]
    }
    to += character.length
    taken += size
  }
  return [...parts, [from, to]]
}
