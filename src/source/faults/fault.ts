import type { enSyntax } from '../../messages/en-syntax.ts'
import type { IdIn } from '../../messages/part.ts'
import { cleanLine } from '../../text/clean-text.ts'
import { placeAt } from '../code-frame.ts'
import { type Brackets, bracketsOf } from './brackets.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What the parser says of a fault. */
export interface ParserFault {
  /** Its own name for the kind of fault. */
  readonly reason: string
  /** UTF-16 offset. */
  readonly offset: number
  readonly message: string
}

/** A fault with what stands around it. */
export interface Fault extends ParserFault {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly brackets: Brackets
  /** Where in `tokens` the first one at or behind the fault is. */
  readonly index: number
  readonly next: Token
  readonly previous: Token | undefined
  /** What the parser expected instead, where it expected one thing. */
  readonly expected: string | undefined
}

/** Sentences of the catalogue without their `syntax.`; behind `.do` is what to do. */
export type Sentence =
  IdIn<typeof enSyntax> extends `syntax.${infer Id}` ? Exclude<Id, `${string}.do`> : never

/** A sentence of the catalogue, what fills its gaps, and where the fault is. */
export interface Explanation {
  readonly id: Sentence
  readonly values: { readonly [name: string]: string | number }
  readonly start: number
}

export type Rule = (fault: Fault) => Explanation | undefined

export function faultIn(text: string, parser: ParserFault): Fault {
  const tokens = tokensOf(text)
  const offset = placeOf(text, parser)
  const behind = tokens.findIndex(({ kind, end }) => end > offset || kind === 'end')
  const index = behind < 0 ? tokens.length - 1 : behind
  return {
    ...parser,
    offset,
    text,
    tokens,
    brackets: bracketsOf(tokens, text),
    index,
    next: tokens[index] as Token,
    previous: tokens[index - 1],
    expected: /expected "(.+)"$/.exec(parser.message)?.[1],
  }
}

/** The parser names the place behind some faults, and the operand of a sign before `**`. */
function placeOf(text: string, { reason, offset, message }: ParserFault): number {
  const [, behind] = /^Unexpected token '(.+)'/.exec(message) ?? []
  if (behind !== undefined && text.endsWith(behind, offset)) return offset - behind.length
  if (/^Unterminated(Template|RegExp)$/.test(reason)) return Math.max(0, offset - 1)
  if (reason !== 'UnexpectedTokenUnaryExponentiation') return offset
  const sign = text.slice(0, offset).search(/([-+!~]|typeof|void|delete|await)\s*$/)
  return sign < 0 ? offset : sign
}

/** A token as a sentence shows it, between backticks: it has none itself, and only its beginning. */
export function shown({ text }: Token): string {
  const plain = cleanLine(text.slice(0, MOST_SHOWN)).replaceAll('`', "'")
  return text.length > MOST_SHOWN ? `${plain}…` : plain
}

const MOST_SHOWN = 30

export function lineAndColumn(text: string, { start }: Token): { line: number; column: number } {
  const { line, column } = placeAt('', text, start, '')
  return { line, column }
}

export function is(token: Token | undefined, pattern: RegExp): boolean {
  return token !== undefined && token.kind !== 'string' && pattern.test(token.text)
}

/** Where a token is; -1 where there is none. */
export function indexOf(tokens: readonly Token[], token: Token | undefined): number {
  return token === undefined ? -1 : tokens.indexOf(token)
}

/** Whether a line break stands between two tokens. */
export function isNewLine(text: string, before: Token | undefined, after: Token): boolean {
  return before === undefined || /[\n\r\u2028\u2029]/.test(text.slice(before.end, after.start))
}

/** Whether a statement may begin with a token. */
export function beginsStatement({ text, tokens }: Fault, index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token === undefined) return false
  return isNewLine(text, before, token) || is(before, /^[;{})]$|^(export|else|default|async)$/)
}
