/** What may stand between two sections of a cell, and within the name of one: `Tue, 10:00`. */
const BETWEEN = /(\s*;\s*|,?\s+and\s+|\s*,\s*)/

/**
 * Reads the sections of a list's cells. A cell of several is told by the others: where each of its
 * parts is all that another cell says, they are several. Else only a semicolon divides it, and the
 * words of Canvas, which writes a sentence: `A`, `A and B`, `A, B, and C`.
 */
export function sectionReader(texts: readonly string[], isSentence: boolean) {
  const known = new Set(texts)
  return (text: string): string[] => {
    if (text === '') return []
    const divided = isSentence ? ofSentence(text) : text.split(';')
    return composed(text, known) ?? divided.map((one) => one.trim()).filter((one) => one !== '')
  }
}

function ofSentence(text: string): string[] {
  return text.split(/,\s+and\s/.test(text) ? /;|,\s+and\s|,/ : /;|\sand\s/)
}

/** The longest names first, as far as all of the cell is known. */
function composed(text: string, known: ReadonlySet<string>): string[] | undefined {
  const parts = text.split(BETWEEN)
  const from = (start: number): string[] | undefined => {
    if (start > parts.length) return []
    for (let end = parts.length; end > start; end -= 2) {
      const name = parts.slice(start, end).join('')
      const rest = name !== text && known.has(name) ? from(end + 1) : undefined
      if (rest !== undefined) return [name, ...rest]
    }
    return undefined
  }
  return from(0)
}

/** Whether a cell may speak of this section, whatever else it says. */
export function maySpeakOf(text: string, section: string): boolean {
  const parts = text.split(BETWEEN)
  return parts.some((_, start) =>
    parts.some((_, end) => start % 2 === 0 && parts.slice(start, end + 1).join('') === section),
  )
}
