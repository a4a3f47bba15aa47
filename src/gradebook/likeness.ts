import { createHash } from 'node:crypto'

export interface Likeness {
  /** Equal for code that is the same up to comments, layout and the names that it chose. */
  readonly likeness: string
  /** Words and signs. */
  readonly length: number
}

/**
 * Comments, strings, numbers, words, and any other sign. Linear in the text, whatever it holds: a
 * string that is not closed is one too, so that no text is looked through twice.
 */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?|\.?\d[\w.]*|[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Nd}$_]*|\S/gu

const WORDS_OF_THE_LANGUAGE = new Set(
  `abstract any as async await boolean break case catch class const continue default delete do
  else export extends false finally for from function if import in Infinity instanceof interface
  let Math NaN new null number Number of private public readonly return static string switch this
  throw true try type typeof undefined var void while`.split(/\s+/),
)

/**
 * A fingerprint of code with its own names numbered in the order in which they come. Names that
 * follow a full stop, and those that the exercise asks for, are kept.
 */
export function likenessOf(text: string, askedFor: readonly string[]): Likeness {
  const kept = new Set([...WORDS_OF_THE_LANGUAGE, ...askedFor])
  const names = new Map<string, string>()
  const tokens: string[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('//') || token.startsWith('/*') || token === ';' || token === ',') continue
    tokens.push(renamed(token, { kept, names, after: tokens.at(-1) }))
  }
  const likeness = createHash('sha256').update(tokens.join('\n')).digest('hex').slice(0, 16)
  return { likeness, length: tokens.length }
}

interface Naming {
  readonly kept: ReadonlySet<string>
  readonly names: Map<string, string>
  readonly after: string | undefined
}

function renamed(token: string, { kept, names, after }: Naming): string {
  if (/^\.?\d/.test(token)) return plainNumber(token)
  if (!/^[\p{L}\p{Nl}$_]/u.test(token) || kept.has(token) || after === '.') return token
  const known = names.get(token) ?? `name${names.size}`
  names.set(token, known)
  return known
}

/** `1.0`, `1.` and `1` are one number. */
function plainNumber(text: string): string {
  const value = Number(text.replaceAll('_', ''))
  return Number.isNaN(value) ? text : String(value)
}
