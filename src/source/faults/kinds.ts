import {
  type Explanation,
  type Fault,
  indexOf,
  is,
  lineAndColumn,
  type Rule,
  type Sentence,
  shown,
} from './fault.ts'

function at({ offset }: Fault, id: Sentence, values: Explanation['values'] = {}): Explanation {
  return { id, values, start: offset }
}

/** Faults that the parser's own name for them tells apart. */
export const KINDS: { readonly [reason: string]: Rule } = {
  TooDeep: (fault) => at(fault, 'too-deep'),
  UnterminatedString: (fault) =>
    at(fault, 'text-unclosed', { quote: fault.text.charAt(fault.offset) }),
  UnterminatedTemplate: templateUnclosed,
  UnterminatedComment: (fault) => at(fault, 'comment-unclosed'),
  UnterminatedRegExp: (fault) => at(fault, 'regex-unclosed'),
  NumberIdentifier: numberAndName,
  InvalidDigit: badNumber,
  InvalidOrMissingExponent: badNumber,
  InvalidNumber: badNumber,
  UnexpectedKeyword: reserved,
  UnexpectedReservedWord: reserved,
  AwaitNotInAsyncContext: (fault) => at(fault, 'await'),
  DeclarationMissingInitializer: noValue,
  VarRedeclaration: redeclared,
  InvalidLhs: assigned,
  InvalidLhsOptionalChaining: (fault) => at(fault, 'assignment'),
  InvalidCoverInitializedName: (fault) => at(fault, 'object-colon'),
  UnexpectedTokenUnaryExponentiation: (fault) => at(fault, 'negative-power'),
  MixingCoalesceWithLogical: (fault) => at(fault, 'mixed-nullish'),
  IllegalReturn: (fault) => at(fault, 'return'),
  IllegalBreakContinue: (fault) => at(fault, 'jump', { found: shown(fault.next) }),
  NoCatchOrFinally: (fault) => at(fault, 'try'),
  NewlineAfterThrow: (fault) => at(fault, 'throw-line'),
  UnsupportedDefaultExport: (fault) => at(fault, 'export-default'),
  ModuleExportUndefined: (fault) => at(fault, 'export-unknown', { found: shown(fault.next) }),
  UnexpectedTypeAnnotation: arrowMissing,
  ElementAfterRest: (fault) => at(fault, 'rest-last'),
  SuperNotAllowed: (fault) => at(fault, 'super'),
  UnexpectedSuper: (fault) => at(fault, 'super'),
  StrictEvalArguments: reserved,
  StrictOctalLiteral: (fault) => at(fault, 'octal', { found: shown(fault.next) }),
}

/** The backtick that has no second one is the last of an odd number of them. */
function templateUnclosed(fault: Fault): Explanation {
  const opened = fault.tokens.findLast(({ kind, text }) => kind === 'template' && text[0] === '`')
  return { id: 'template-unclosed', values: {}, start: opened?.start ?? fault.offset }
}

function numberAndName(fault: Fault): Explanation {
  const { text, offset } = fault
  const start = offset - (/[\d_.]*$/.exec(text.slice(0, offset))?.[0].length ?? 0)
  const [, digits = '', name = ''] =
    /^([\d_.]*)([\p{ID_Continue}$]*)/u.exec(text.slice(start)) ?? []
  const found = shown({ ...fault.next, text: digits + name })
  return { id: 'name-digit', values: { found, instead: `${digits} * ${name}` }, start }
}

/** `f(x) = x ** 2` as a statement defines a function in mathematics; elsewhere it compares. */
function assigned(fault: Fault): Explanation {
  const { next, text, tokens, index } = fault
  const begins = /(^|[;{}\n])[^\S\n]*$/.test(text.slice(0, next.start))
  const called = next.kind === 'word' && is(tokens[index + 1], /^\($/)
  return begins && called
    ? at(fault, 'const-function', { after: shown(next) })
    : at(fault, 'assignment')
}

function badNumber(fault: Fault): Explanation {
  const token = [fault.previous, fault.next].find((one) => one?.kind === 'number') ?? fault.next
  return { id: 'number', values: { found: shown(token) }, start: token.start }
}

function reserved(fault: Fault): Explanation | undefined {
  const { next } = fault
  if (next.text === 'await') return at(fault, 'await')
  return at(fault, 'reserved', { found: shown(next) })
}

/** `const f(x) = x`, `const my-var = 1`, `const my var = 1`, `const x`. */
function noValue(fault: Fault): Explanation {
  const { next, previous, tokens, index, offset } = fault
  const after = previous === undefined ? '' : shown(previous)
  const following = tokens[index + 1]
  if (is(next, /^\($/)) return at(fault, 'const-function', { after })
  if (is(next, /^-$/)) {
    const instead = camel(
      after,
      /^[\w$]/.test(following?.text ?? '') ? (following?.text ?? '') : '',
    )
    return { id: 'name', values: { found: '-', instead }, start: next.start }
  }
  if (next.kind === 'word' && is(following, /^=$/)) {
    const start = previous?.end ?? offset
    return { id: 'name', values: { found: ' ', instead: camel(after, next.text) }, start }
  }
  return { id: 'no-value', values: { after }, start: previous?.start ?? offset }
}

function camel(first: string, second: string): string {
  return first + second.slice(0, 1).toUpperCase() + second.slice(1)
}

/** `for (let i = 0, i < 3, i++)` seems to declare `i` twice. */
function redeclared(fault: Fault): Explanation {
  const inLoop = loop(fault)
  if (inLoop) return inLoop
  const { text, next, tokens, index } = fault
  const first = tokens.slice(0, index).findIndex((token, i) => {
    const declares = is(tokens[i - 1], /^(const|let|var|function|class|enum|,|\(|\[|\{|\*)$/)
    return token.text === next.text && declares
  })
  const values = { found: shown(next) }
  const token = tokens[first]
  const line = token === undefined ? {} : { line: lineAndColumn(text, token).line }
  return at(fault, 'redeclared', { ...values, ...line })
}

/** `(x: number) -> x`: the parser blames the type, for without `=>` these are no parameters. */
function arrowMissing(fault: Fault): Explanation | undefined {
  const { tokens, brackets, next } = fault
  const opener = brackets.openBefore(next).at(-1)
  const inside = indexOf(tokens, opener)
  const closer = tokens.findIndex(
    (token, i) => i > inside && token.text === ')' && brackets.openBefore(token).at(-1) === opener,
  )
  if (opener?.text !== '(' || closer < 0) return undefined
  return missingArrow(tokens, closer + 1)
}

/** What stands where `=>` should; a return type in between is passed over. */
function missingArrow(tokens: Fault['tokens'], index: number): Explanation | undefined {
  let i = index
  if (tokens[i]?.text === ':')
    while (i < tokens.length && !/^[{;=]$|^->?$/.test(tokens[i]?.text ?? '')) i++
  const [token, following] = [tokens[i], tokens[i + 1]]
  if (token === undefined) return undefined
  const found = token.text === '-' && following?.text === '>' ? '->' : shown(token)
  return { id: 'arrow', values: { found }, start: token.start }
}

/** The head of a `for`, where one stands around the fault. */
export function loop({ tokens, brackets, next }: Fault): Explanation | undefined {
  const opener = brackets.openBefore(next).at(-1)
  if (opener === undefined || !is(tokens[indexOf(tokens, opener) - 1], /^for$/)) return undefined
  return { id: 'loop', values: {}, start: opener.start }
}
