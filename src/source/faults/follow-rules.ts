import { nearNames } from '../../text/near-names.ts'
import { beginsStatement, type Fault, indexOf, is, isNewLine, type Rule, shown } from './fault.ts'
import type { Token } from './tokens.ts'

/** Words that a line may begin with; a name at that place is often one of them, misspelt. */
const WORDS = [
  'function',
  'const',
  'let',
  'var',
  'return',
  'export',
  'import',
  'class',
  'interface',
  'type',
  'if',
  'else',
  'for',
  'while',
  'switch',
  'case',
  'default',
  'async',
  'throw',
  'try',
  'catch',
  'enum',
]

/** Words that are right as they are, if not here. */
const KNOWN = new RegExp(`^(${WORDS.join('|')}|get|set|static|async|new|do|of|in)$`)

/** Rules for two tokens that no statement has beside each other. */
export const followRules: readonly Rule[] = [
  textEndsEarly,
  misspelt,
  arrow,
  arrowType,
  noFunctionWord,
  memberComma,
  arrowObject,
  typeBehind,
  brokenNumber,
]

/** `'it's'`. */
function textEndsEarly({ previous, next }: Fault): ReturnType<Rule> {
  if (previous?.kind !== 'string' || next.kind !== 'word' || next.start !== previous.end) return
  const quote = previous.text.charAt(0)
  return { id: 'text-ends-early', values: { quote, found: shown(next) }, start: next.start }
}

function misspelt(fault: Fault): ReturnType<Rule> {
  const { text, tokens, index, reason, next } = fault
  if (reason !== 'MissingSemicolon') return
  const at = wordBefore(fault)
  const word = tokens[at]
  if (word?.kind !== 'word' || KNOWN.test(word.text) || !beginsStatement(fault, at)) return
  if (isNewLine(text, tokens[index - 1], next) || !/^[\w$'"{([]/.test(next.text)) return
  const near = nearNames(word.text, WORDS)[0]
  if (near === undefined) return
  return { id: 'misspelt', values: { found: shown(word), near }, start: word.start }
}

/** The word in front, or the one in front of the brackets in front: `iff (x) {`. */
function wordBefore({ tokens, index, previous, brackets }: Fault): number {
  if (!is(previous, /^\)$/)) return index - 1
  const opener = previous && brackets.openBefore(previous).at(-1)
  return indexOf(tokens, opener) - 1
}

/** `const f = (x) { … }`. */
function arrow(fault: Fault): ReturnType<Rule> {
  const { previous, next, tokens } = fault
  if (!is(previous, /^\)$/) || !is(next, /^\{$|^->?$/)) return
  const before = tokens[wordBefore(fault)]
  if (!is(before, /^[=(,:?]$|^(return|async)$/)) return
  return {
    id: 'arrow',
    values: { found: next.text === '-' ? '->' : shown(next) },
    start: next.start,
  }
}

/** `const f = x: number => x`. */
function arrowType({ previous, next, tokens, index }: Fault): ReturnType<Rule> {
  const isTyped = previous?.kind === 'word' && next.text === ':' && is(tokens[index - 2], /^[=(,]$/)
  if (!isTyped || !is(tokens[index + 2], /^=>$/)) return
  return { id: 'arrow-type', values: { after: shown(previous) }, start: previous.start }
}

/** `f(x) { … }` or `get f() { … }` outside of a class. */
function noFunctionWord(fault: Fault): ReturnType<Rule> {
  const { previous, next, tokens } = fault
  const at = wordBefore(fault)
  const word = tokens[at]
  if (!is(previous, /^\)$/) || !is(next, /^[{:]$/) || word?.kind !== 'word') return
  if (!beginsStatement(fault, at) || WORDS.includes(word.text)) return
  return { id: 'no-function-word', values: { after: shown(word) }, start: word.start }
}

function memberComma({ reason, next, tokens, brackets }: Fault): ReturnType<Rule> {
  const opener = brackets.openBefore(next).at(-1)
  if (reason !== 'MissingSemicolon' || next.text !== ',' || !isClassBody(tokens, opener)) return
  return { id: 'member-comma', values: {}, start: next.start }
}

/** Whether a brace opens the body of a class. */
export function isClassBody(tokens: readonly Token[], opener: Token | undefined): boolean {
  const at = indexOf(tokens, opener)
  if (opener?.text !== '{' || at < 0) return false
  const head = tokens.slice(Math.max(0, at - 12), at)
  const word = head.findLastIndex(({ text }) => text === 'class')
  return word >= 0 && head.slice(word).every(({ text }) => !/^[{};=()]$/.test(text))
}

/** `x => { a: 1, b: 2 }`: the body of a function. */
function arrowObject({ next, tokens, brackets }: Fault): ReturnType<Rule> {
  const opener = brackets.openBefore(next).at(-1)
  const at = indexOf(tokens, opener)
  if (opener?.text !== '{' || !is(tokens[at - 1], /^=>$/) || !is(tokens[at + 2], /^:$/)) return
  if (!is(next, /^[:,]$/)) return
  return { id: 'arrow-object', values: {}, start: opener.start }
}

const TYPES = /^(number|string|boolean|bigint|int|float|double|bool|any)$/

/** `number x = 5`, `function f(number x)`. */
function typeBehind({ previous, next, tokens, index }: Fault): ReturnType<Rule> {
  if (previous === undefined || next.kind !== 'word') return
  const word = tokens[index - 2]
  const isParameter = is(word, /^[(,]$/)
  if (is(next, TYPES) && isParameter && previous.kind === 'word') {
    const values = { after: shown(previous), found: shown(next) }
    return { id: 'type-colon', values, start: next.start }
  }
  if (!is(previous, TYPES) || is(word, /^[:|&<]$/)) return
  const type = /^(int|float|double)$/.test(previous.text) ? 'number' : shown(previous)
  const values = { after: shown(previous), found: shown(next), instead: type }
  return { id: 'type-behind', values, start: previous.start }
}

/** `1.2.3`, `1 000`, `1,5`. */
function brokenNumber({ text, expected, tokens, index, previous, next }: Fault): ReturnType<Rule> {
  const isComma = is(previous, /^,$/) && previous?.end === next.start
  const first = isComma ? tokens[index - 2] : previous
  if (first?.kind !== 'number' || next.kind !== 'number' || expected === ',') return
  const found = text.slice(first.start, next.end)
  return { id: 'number', values: { found: shown({ ...next, text: found }) }, start: first.start }
}
