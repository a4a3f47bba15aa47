import type { Domain } from '../formula/domain.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { FormulaError } from '../formula/formula-error.ts'
import type { Decision, ExactPoint, Verdict } from './decision.ts'
import { proveEqual } from './prove-equal.ts'
import { proveWithin } from './prove-within.ts'

/** A question as text. */
export interface PairText {
  readonly a: string
  readonly b: string
  readonly assumptions: readonly string[]
  /** The intervals that count, and how far apart the values may be there; everywhere and not at all. */
  readonly intervals?: Domain['intervals']
  readonly tolerance?: number
}

/** The parser lives elsewhere: formulas import nothing. */
export interface FormulaParser {
  readonly formula: (text: string) => Expr
  readonly assumption: (text: string) => Condition
}

/** Decides a pair of texts. Throws a FormulaError where one of them cannot be read. */
export function decidePair(pair: PairText, parser: FormulaParser): Decision {
  const [a, b] = [parser.formula(pair.a), parser.formula(pair.b)]
  const assume = pair.assumptions.map(parser.assumption)
  const { intervals = {}, tolerance = 0 } = pair
  if (Object.keys(intervals).length === 0 && tolerance === 0) return proveEqual(a, b, assume)
  return proveWithin(a, b, { domain: { intervals, parameters: {}, assume }, tolerance })
}

/** One row of a file of pairs. */
export interface NamedPair extends PairText {
  readonly id: string
}

/** One row of the answer. */
export interface PairAnswer {
  readonly id: string
  readonly verdict: Verdict
  readonly witness?: ExactPoint
  readonly within?: string
  readonly why?: string
  readonly ms: number
}

/** Whoever reads what could not be read: the sentence, in whatever language. */
type InWords = (error: FormulaError) => string

/** Decides every pair; one that cannot be read is unknown, and the others are decided all the same. */
export function decidePairs(
  pairs: readonly NamedPair[],
  parser: FormulaParser,
  { now, inWords = ({ message }) => message }: { now: () => number; inWords?: InWords },
): readonly PairAnswer[] {
  return pairs.map((pair) => {
    const started = now()
    const answer = answerTo(pair, parser, inWords)
    return { id: pair.id, ...answer, ms: Math.round((now() - started) * 1000) / 1000 }
  })
}

function answerTo(
  pair: NamedPair,
  parser: FormulaParser,
  inWords: InWords,
): Omit<PairAnswer, 'id' | 'ms'> {
  try {
    return answerOf(decidePair(pair, parser))
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return { verdict: 'unknown', why: inWords(error) }
  }
}

function answerOf(decision: Decision): Omit<PairAnswer, 'id' | 'ms'> {
  const within = 'within' in decision && decision.within !== undefined
  const witness = 'witness' in decision && decision.witness !== undefined
  const why = reasonOf(decision)
  return {
    verdict: decision.verdict,
    ...(witness && { witness: decision.witness }),
    ...(within && { within: decision.within }),
    ...(why !== undefined && { why }),
  }
}

function reasonOf(decision: Decision): string | undefined {
  switch (decision.verdict) {
    case 'null-set':
      return `they differ only where ${decision.where}`
    case 'domain':
      return `only one of them exists where ${decision.where}`
    case 'equal-up-to-rounding':
      return decision.because
    case 'unknown':
    case 'refused':
      return decision.why
    default:
      return undefined
  }
}
