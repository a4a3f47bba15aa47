import { nearNames } from '../../text/near-names.ts'
import { type Fault, is, isNewLine, type Rule, shown } from './fault.ts'
import { isClassBody } from './follow-rules.ts'
import { loop } from './kinds.ts'

/** Rules for a token that cannot stand where it does, from what was expected instead of it. */
export const unexpectedRules: readonly Rule[] = [
  condition,
  functionBody,
  exportWhat,
  opening,
  memberWord,
  (fault) => (fault.reason === 'MissingSemicolon' ? loop(fault) : undefined),
  objectSeparator,
  ternary,
  importFrom,
  noName,
  otherwise,
  arrowLine,
  arrowReturn,
  emptyBrackets,
  operand,
  comma,
  endsEarly,
  follows,
]

function condition({ expected, previous, next }: Fault): ReturnType<Rule> {
  if (expected !== '(' || previous?.kind !== 'word') return
  const isFlow = is(previous, /^(if|while|for|switch|with|catch)$/)
  const values = { after: shown(previous) }
  return { id: isFlow ? 'condition' : 'parameters', values, start: next.start }
}

/** `function f(x) return x`, `function f(x) => x`. */
function functionBody({ expected, previous, next }: Fault): ReturnType<Rule> {
  if (expected !== '{' || !is(previous, /^\)$/) || next.kind === 'end') return
  return { id: 'body', values: { found: shown(next) }, start: next.start }
}

function opening({ expected, next }: Fault): ReturnType<Rule> {
  if (expected !== '{' || is(next, /^export$/)) return
  return { id: 'opening', values: { found: shown(next) }, start: next.start }
}

/** `class A { function f() {} }`. */
function memberWord({ tokens, index, brackets, next }: Fault): ReturnType<Rule> {
  const word = tokens.slice(Math.max(0, index - 2), index).findLast((one) => is(one, MEMBER_WORD))
  const opener = brackets.openBefore(next).at(-1)
  if (word === undefined || !isClassBody(tokens, opener)) return
  return { id: 'member-word', values: { after: shown(word) }, start: word.start }
}

const MEMBER_WORD = /^(function|const|let|var)$/

function objectSeparator({ expected, next, brackets }: Fault): ReturnType<Rule> {
  const opener = brackets.openBefore(next).at(-1)
  if (expected !== ',' || next.text !== ';' || opener?.text !== '{') return
  return { id: 'object-separator', values: {}, start: next.start }
}

function ternary({ expected, next }: Fault): ReturnType<Rule> {
  return expected === ':' ? { id: 'ternary', values: {}, start: next.start } : undefined
}

function importFrom({ expected, next }: Fault): ReturnType<Rule> {
  if (expected !== 'from') return
  return { id: 'import', values: { found: shown(next) }, start: next.start }
}

function exportWhat({ expected, previous, next }: Fault): ReturnType<Rule> {
  if (expected !== '{' || !is(previous, /^export$/)) return
  const [near] = next.kind === 'word' ? nearNames(next.text, EXPORTED) : []
  if (near !== undefined) {
    return { id: 'misspelt', values: { found: shown(next), near }, start: next.start }
  }
  return { id: 'export', values: {}, start: next.start }
}

/** Words that begin what is exported. */
const EXPORTED = ['function', 'const', 'class', 'default', 'async', 'interface', 'let', 'type']

function noName({ previous, next }: Fault): ReturnType<Rule> {
  if (!is(previous, /^(function|\*)$/) || next.text !== '(') return
  return { id: 'no-name', values: {}, start: next.start }
}

function otherwise({ next }: Fault): ReturnType<Rule> {
  return is(next, /^else$/) ? { id: 'else', values: {}, start: next.start } : undefined
}

function arrowLine({ text, previous, next }: Fault): ReturnType<Rule> {
  if (next.text !== '=>' || !isNewLine(text, previous, next)) return
  return { id: 'arrow-line', values: {}, start: next.start }
}

function arrowReturn({ previous, next }: Fault): ReturnType<Rule> {
  if (!is(previous, /^=>$/) || !is(next, /^return$/)) return
  return { id: 'arrow-return', values: {}, start: next.start }
}

function emptyBrackets({ previous, next }: Fault): ReturnType<Rule> {
  if (!is(previous, /^\($/) || next.text !== ')') return
  return { id: 'empty-brackets', values: {}, start: previous?.start ?? next.start }
}

const OPERATOR =
  /^([-+*/%&|^<>=!~?:.]|\*\*|&&|\|\||\?\?|=>|[=!]==?|[<>]=|<<|>>>?|[-+*/%&|^]=|\?\.|\.{3}|typeof|in|of|new|void)$/

/** `1 +`, `x = ;`, `x = = 1`, `f(x,,y)`, `a ? : b`. */
function operand({ previous, next, tokens, index }: Fault): ReturnType<Rule> {
  if (next.text === '?' && is(tokens[index + 1], /^:$/)) {
    return { id: 'operand', values: { after: '?' }, start: next.end }
  }
  if (previous === undefined) return
  const values = { after: shown(previous), found: shown(next) }
  const isList = is(previous, /^[(,[]$/) && is(next, /^[,)\]}]$/)
  if (!isList && !is(previous, OPERATOR)) return
  if (is(next, OPERATOR)) return { id: 'operators', values, start: next.start }
  if (next.kind !== 'end' && !is(next, /^[)\]};,]$|^(const|let|return|export|if)$/)) return
  return { id: 'operand', values, start: previous.end }
}

/** `[1 2]`, `f(a b)`, `{ a: 1 b: 2 }`. */
function comma({ expected, next }: Fault): ReturnType<Rule> {
  if (expected !== ',' || next.kind === 'end' || !/^[\w$"'`([{]/.test(next.text)) return
  return { id: 'comma', values: { found: shown(next) }, start: next.start }
}

function endsEarly({ previous, next }: Fault): ReturnType<Rule> {
  if (next.kind !== 'end' || previous === undefined) return
  return { id: 'ends', values: { after: shown(previous) }, start: previous.end }
}

function follows({ text, reason, previous, next }: Fault): ReturnType<Rule> {
  if (!/^(UnexpectedToken|MissingSemicolon)$/.test(reason)) return
  const values = { found: shown(next), after: previous ? shown(previous) : '' }
  const begins =
    previous === undefined || isNewLine(text, previous, next) || is(previous, /^[;{}]$/)
  const isAlone = begins && reason !== 'MissingSemicolon'
  return { id: isAlone ? 'unexpected' : 'follows', values, start: next.start }
}
