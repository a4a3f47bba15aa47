/** A word, a number, a text or a sign of a program, as far as one can tell without parsing it. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'template' | 'regex' | 'sign' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The tokens of a text, faulty or not, without blanks and comments; an empty one of the kind `end`
 * stands last. Of a template, each part between values is a token.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const braces: ('brace' | 'value')[] = []
  let position = 0
  while (position < text.length) {
    const inTemplate = braces.at(-1) === 'value' && text[position] === '}'
    const found = inTemplate ? templatePart(text, position) : next(text, position, tokens.at(-1))
    position = found.end
    if (found.kind === undefined) continue
    if (inTemplate || found.text === '}') braces.pop()
    if (found.text.endsWith('${') && found.kind === 'template') braces.push('value')
    else if (found.text === '{') braces.push('brace')
    tokens.push({ ...found, kind: found.kind })
  }
  const end = text.trimEnd().length
  return [...tokens, { kind: 'end', text: '', start: end, end }]
}

interface Found {
  readonly kind: Token['kind'] | undefined
  readonly text: string
  readonly start: number
  readonly end: number
}

type Pattern = readonly [Token['kind'] | undefined, RegExp]

/** Made when the first text needs them: Unicode's tables take time, and most runs meet no fault. */
let patterns: readonly Pattern[] | undefined

function patternsOfTokens(): readonly Pattern[] {
  return [
    [undefined, /[\s\ufeff]+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$)/uy],
    ['word', /[#@]?[\p{ID_Start}$_\\][\p{ID_Continue}$\\]*/uy],
    ['number', /(?:0[xob][\da-f_]*|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?)n?/iuy],
    ['string', /"(?:[^"\\\n\r]|\\[\s\S])*"?|'(?:[^'\\\n\r]|\\[\s\S])*'?/uy],
    [
      'sign',
      /=>|\.{3}|[=!]==?|\?\?=?|\?\.(?!\d)|>>>?=?|<<=?|\*\*=?|&&=?|\|\|=?|\+\+|--|[-+*/%&|^<>]=|[\s\S]/uy,
    ],
  ]
}

function next(text: string, start: number, before: Token | undefined): Found {
  if (text[start] === '`') return templatePart(text, start)
  const regex = text[start] === '/' && !endsValue(before) ? match(REGEX, text, start) : undefined
  const comment = /^\/[/*]/.test(text.slice(start, start + 2))
  if (regex !== undefined && !comment) return found('regex', regex, start)
  patterns ??= patternsOfTokens()
  for (const [kind, pattern] of patterns) {
    const matched = match(pattern, text, start)
    if (matched) return found(kind, matched, start)
  }
  return found('sign', text.charAt(start), start)
}

const REGEX = /\/(?:[^/\\[\n\r]|\\.|\[(?:[^\]\\\n\r]|\\.)*\])+\/[a-z]*/uy

const TEMPLATE = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)?/uy

/** From a backtick or the end of a value to the next value or the closing backtick. */
function templatePart(text: string, start: number): Found {
  const matched = match(TEMPLATE, text, start)
  return found('template', matched ?? text.charAt(start), start)
}

function match(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}

function found(kind: Found['kind'], text: string, start: number): Found {
  return { kind, text, start, end: start + text.length }
}

/** After a value, `/` divides. */
function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.kind === 'sign') return /^[)\]}]$|^\+\+$|^--$/.test(token.text)
  return (
    token.kind !== 'word' ||
    !/^(return|typeof|case|in|of|do|else|void|delete|throw)$/.test(token.text)
  )
}
