const SPACE = /\s/
/** What a backslash speaks of inside double quotation marks; before any other it is itself. */
const ESCAPABLE = '"\\$`'

/**
 * The words of a text as a shell splits them: at white space, with its two kinds of quotation marks
 * and its backslash, and nothing else of it. Undefined where a quotation does not end.
 *
 * @param {string} given
 * @returns {string[] | undefined}
 */
export function wordsOf(given) {
  const text = given.replaceAll('\r\n', '\n')
  const words = []
  let word
  let quote
  const add = (more) => {
    word = (word ?? '') + more
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === quote) quote = undefined
    else if (quote === "'") add(sign)
    else if (sign === '\\') {
      const next = text[++at] ?? '\\'
      const kept = quote === '"' && !ESCAPABLE.includes(next) ? `\\${next}` : next
      // A line that ends in a backslash goes on in the next one.
      if (next !== '\n') add(kept)
    } else if (quote === '"') add(sign)
    else if (sign === '"' || sign === "'") {
      quote = sign
      add('')
    } else if (!SPACE.test(sign)) add(sign)
    else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  if (quote !== undefined) return undefined
  return word === undefined ? words : [...words, word]
}
