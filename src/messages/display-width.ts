/** Columns that a text takes in a terminal: East Asian characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of withoutEscapes(text)) width += characterWidth(character)
  return width
}

/** The longest beginning that fits, with an ellipsis where something was cut. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (displayWidth(kept + character) > width - 1) break
    kept += character
  }
  return width > 0 ? `${kept}…` : ''
}

/** The text in lines of at most `width` columns, broken at spaces, and inside a word only where it must be. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => pieces(word, Math.max(2, width)))) {
    const joined = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(joined) > width) {
      lines.push(line)
      line = word
    } else line = joined
  }
  return [...lines, line]
}

/** A word in parts that each fit. */
function pieces(word: string, width: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && displayWidth(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

export function padded(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const missing = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'end' ? text + missing : missing + text
}

function withoutEscapes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}

function characterWidth(character: string): number {
  if (/^[\p{Mark}\p{Cf}]$/u.test(character)) return 0
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1
}

/** Ranges of "wide" and "fullwidth" in Unicode Standard Annex 11, as terminals draw them. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function isWide(code: number): boolean {
  return code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last)
}
