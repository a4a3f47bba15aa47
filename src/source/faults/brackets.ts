import type { Token } from './tokens.ts'

/** A bracket that another kind of bracket, or the end of the file, came before. */
export interface Unclosed {
  readonly kind: 'unclosed'
  readonly opener: Token
  /** What came before the closing bracket. */
  readonly at: Token
}

/** A closing bracket that closes nothing. */
export interface Stray {
  readonly kind: 'stray'
  readonly at: Token
}

export interface Brackets {
  readonly faults: readonly (Unclosed | Stray)[]
  /** The brackets that are open before a token, the innermost last. */
  readonly openBefore: (token: Token) => readonly Token[]
}

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}' }

export function closerOf(opener: Token): string {
  return CLOSER[bracketOf(opener) ?? ''] ?? ''
}

/** The open brackets as a list that grows at its front: each token may keep the one of its place. */
interface Open {
  readonly opener: Token
  readonly around: Open | undefined
}

/** Holds the brackets of a text against each other. */
export function bracketsOf(tokens: readonly Token[], text: string): Brackets {
  const faults: (Unclosed | Stray)[] = []
  const pairs: Pair[] = []
  const states = new Map<number, Open | undefined>()
  let open: Open | undefined
  for (const token of tokens) {
    states.set(token.start, open)
    if (/^[)\]}]/.test(token.text)) open = close(token, open, { faults, pairs })
    if (bracketOf(token) !== undefined) open = { opener: token, around: open }
    if (token.kind === 'end') {
      const suspects = openersOf(open).map((opener) => suspect(opener, pairs, text))
      faults.push(...suspects.map((opener) => unclosedAt(token, opener)))
    }
  }
  return { faults, openBefore: ({ start }) => openersOf(states.get(start)) }
}

function openersOf(open: Open | undefined): Token[] {
  const openers: Token[] = []
  for (let one = open; one !== undefined; one = one.around) openers.push(one.opener)
  return openers.reverse()
}

function bracketOf({ kind, text }: Token): string | undefined {
  if (kind === 'template') return text.endsWith('${') ? '${' : undefined
  return kind === 'sign' && /^[([{]$/.test(text) ? text : undefined
}

interface Pair {
  readonly opener: Token
  readonly closer: Token
}

interface Matched {
  readonly faults: (Unclosed | Stray)[]
  readonly pairs: Pair[]
}

function unclosedAt(at: Token, opener: Token): Unclosed {
  return { kind: 'unclosed', opener, at }
}

/** Closes the nearest bracket of its kind; those further in were never closed. */
function close(token: Token, open: Open | undefined, { faults, pairs }: Matched): Open | undefined {
  const inner: Token[] = []
  for (let one = open; one !== undefined; one = one.around) {
    if (closerOf(one.opener) === token.text.charAt(0)) {
      pairs.push({ opener: one.opener, closer: token })
      faults.push(...inner.reverse().map((opener) => unclosedAt(token, opener)))
      return one.around
    }
    inner.push(one.opener)
  }
  faults.push({ kind: 'stray', at: token })
  return open
}

/**
 * Where braces are missing at the end, the outermost are left over, but another may be the one that
 * lacks its own: the first whose closing brace stands further left than its line begins.
 */
function suspect(opener: Token, pairs: readonly Pair[], text: string): Token {
  const inside = pairs.filter(
    (pair) => pair.opener.start > opener.start && pair.opener.text === opener.text,
  )
  const outdented = inside
    .toSorted((a, b) => a.opener.start - b.opener.start)
    .find((pair) => indentOf(text, pair.closer) < indentOf(text, pair.opener))
  return outdented?.opener ?? opener
}

/** Blanks at the beginning of the line that a token stands on. */
function indentOf(text: string, { start }: Token): number {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1)
  return line.search(/\S|$/)
}
