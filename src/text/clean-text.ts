/** For comparing: what nobody sees, such as marks of direction and joiners, tells nothing apart. */
export function withoutUnseen(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
}

/**
 * Untrusted text that means itself in any sink: nothing in it is invisible, moves a cursor or is
 * obeyed by whoever reads a log. What is longer than `limit` UTF-16 units is cut, and a mark says
 * how much is gone.
 */
export function cleanText(text: string, limit = Infinity): string {
  return breakMarks(showUnseen(cutText(text, limit)))
}

/** Most text is. What looks for more waits for Unicode’s tables. */
const ORDINARY = /^[\t\n -~]*$/

/**
 * What a reader must be able to see, and what several sinks cannot carry: control characters but
 * tab and line feed, lone surrogates, whatever has no ink (direction changes, soft hyphens, tags;
 * not the joiners that scripts and emoji need), separators that only some readers take for a
 * line's end, and the code points that XML has no place for.
 */
function showUnseen(text: string): string {
  if (ORDINARY.test(text)) return text
  return text.replace(
    /\r\n?|(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu,
    show,
  )
}

/**
 * Wherever it stands in a line, `##[…]` is a command to the runners of GitHub and Azure, `##vso[…]`
 * to Azure's, `##teamcity[…]` to TeamCity's: the two signs are shown apart.
 */
export function breakMarks(text: string): string {
  return text.replace(MARK, '# #')
}

export const MARK = /##(?=\w*\[)/g

/** A line that begins with `::`, a command to GitHub's runner, begins with `: :`. */
export function breakCommands(text: string): string {
  return text.replace(COMMAND, '$1: :')
}

/** Two colons at a line's start, behind what the runner takes for white space. */
export const COMMAND = /^(\s*)::/gm

/** The same on one line. */
export function cleanLine(text: string, limit = Infinity): string {
  return cleanText(text, limit)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** The first `limit` units, never half of a pair, and how many are gone. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
  return `${kept}… (${text.length - kept.length} more characters)`
}

/** At most `limit` bytes of UTF-8, ending in `…` where something is gone. */
export function cutToBytes(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text
  let kept = ''
  let bytes = byteLength('…')
  for (const character of text) {
    bytes += byteLength(character)
    if (bytes > limit) break
    kept += character
  }
  return `${kept}…`
}

/** In UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function show(unseen: string): string {
  if (unseen.startsWith('\r')) return unseen === '\r' ? '␍' : '\n'
  const code = unseen.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
