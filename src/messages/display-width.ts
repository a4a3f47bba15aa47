import { eastAsianWidth } from 'get-east-asian-width'

/**
 * Columns that a text takes in a terminal: two for East Asian characters and emoji, none for marks
 * (Unicode Standard Annex 11 for the widths, Annex 29 for what is one character to a reader).
 */
export function displayWidth(text: string): number {
  const plain = withoutEscapes(text)
  if (isNarrow(plain)) return plain.length
  return characters(plain).reduce((width, character) => width + characterWidth(character), 0)
}

/** The longest beginning that fits, with an ellipsis where something was cut. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  return width > 0 ? `${beginning(text, width - 1)}…` : ''
}

/** As many characters as fit; none is cut in two. */
function beginning(text: string, width: number): string {
  let [kept, taken] = ['', 0]
  for (const character of characters(text)) {
    taken += characterWidth(character)
    if (taken > width) break
    kept += character
  }
  return kept
}

export function padded(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const missing = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'end' ? text + missing : missing + text
}

function withoutEscapes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}

/**
 * Text of which every character takes one column: most of it, and nobody waits for Unicode's tables.
 * A pattern that asks them takes time as soon as it stands there; hence the functions.
 */
export const isNarrow = (text: string) => NARROW.test(text)

const NARROW =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u22ff\u2500-\u259f\u2713\u2717]*$/

/** What makes one character of several code points: marks, joiners, halves of flags, skin tones. */
const isJoined = (text: string) =>
  /[\p{Mark}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}\u1160-\u11ff]/u.test(text)

let segmenter: Intl.Segmenter | undefined

/** Characters as a reader counts them. */
export function characters(text: string): readonly string[] {
  if (!isJoined(text)) return [...text]
  segmenter ??= new Intl.Segmenter('en')
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** A picture that its sequel makes an emoji: a variation selector, a joiner or a skin tone. */
const isEmojiSequence = (character: string) =>
  /^[\p{Emoji}\p{Extended_Pictographic}].*(?:\ufe0f|\u200d|\p{Emoji_Modifier})/u.test(character)

export function characterWidth(character: string): number {
  if (isEmojiSequence(character)) return 2
  return [...character].reduce((width, point) => width + pointWidth(point), 0)
}

/**
 * Marks that stand on another character, and the vowels and finals of Hangul that join the initial;
 * a soft hyphen is shown.
 */
const isWithoutWidth = (point: string) =>
  /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u.test(point)

function pointWidth(point: string): number {
  if (point !== '\u00ad' && isWithoutWidth(point)) return 0
  return eastAsianWidth(point.codePointAt(0) ?? 0)
}
