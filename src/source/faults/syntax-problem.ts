import { enSyntax } from '../../messages/en-syntax.ts'
import type { Message } from '../../report/report.ts'
import { explain } from './explain.ts'
import type { ParserFault } from './fault.ts'

export interface SyntaxProblem {
  readonly kind: 'problem'
  /** What is wrong, and what to do. */
  readonly message: string
  readonly advice: string
  /** The message as data, for other languages; the advice's id has `.do` behind it. */
  readonly says: Message
  /** UTF-16 offset of the fault. */
  readonly start: number
}

export function isSyntaxProblem(value: unknown): value is SyntaxProblem {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'problem'
}

/** What the parser threw, in words; anything but a fault of the text is thrown again. */
export function problemOf(error: unknown, text: string): SyntaxProblem {
  const { id, values, start } = explain(text, faultOf(error))
  const sentence = `syntax.${id}` as const
  return {
    kind: 'problem',
    message: enSyntax()[sentence](values),
    advice: enSyntax()[`${sentence}.do`](values),
    says: { id: sentence, values },
    start,
  }
}

function faultOf(error: unknown): ParserFault {
  if (error instanceof RangeError) return { reason: 'TooDeep', offset: 0, message: error.message }
  if (!(error instanceof SyntaxError && 'pos' in error && 'reasonCode' in error)) throw error
  // The parser's message ends in its own line and column.
  const message = error.message.replace(/\.? \(\d+:\d+\)$/, '')
  return { reason: String(error.reasonCode), offset: Number(error.pos), message }
}
