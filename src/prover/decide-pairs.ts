import type { Condition, Expr } from '../formula/expr.ts'
import { FormulaError } from '../formula/formula-error.ts'
import type { Decision, ExactPoint } from './decision.ts'
import { proveEqual } from './prove-equal.ts'

/** A question as text. */
export interface PairText {
  readonly a: string
  readonly b: string
  readonly assumptions: readonly string[]
}

/** The parser lives elsewhere: formulas import nothing. */
export interface FormulaParser {
  readonly formula: (text: string) => Expr
  readonly assumption: (text: string) => Condition
}

/** Decides a pair of texts. Throws a FormulaError where one of them cannot be read. */
export function decidePair(pair: PairText, parser: FormulaParser): Decision {
  return proveEqual(
    parser.formula(pair.a),
    parser.formula(pair.b),
    pair.assumptions.map(parser.assumption),
  )
}

/** One row of a file of pairs. */
export interface NamedPair extends PairText {
  readonly id: string
}

/** One row of the answer. */
export interface PairAnswer {
  readonly id: string
  readonly verdict: Decision['verdict']
  readonly witness?: ExactPoint
  readonly why?: string
  readonly ms: number
}

/** Decides every pair; one that cannot be read is unknown, and the others are decided all the same. */
export function decidePairs(
  pairs: readonly NamedPair[],
  parser: FormulaParser,
  now: () => number,
): readonly PairAnswer[] {
  return pairs.map((pair) => {
    const started = now()
    const answer = answerTo(pair, parser)
    return { id: pair.id, ...answer, ms: Math.round((now() - started) * 1000) / 1000 }
  })
}

function answerTo(pair: NamedPair, parser: FormulaParser): Omit<PairAnswer, 'id' | 'ms'> {
  try {
    return answerOf(decidePair(pair, parser))
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return { verdict: 'unknown', why: error.message }
  }
}

function answerOf(decision: Decision): Omit<PairAnswer, 'id' | 'ms'> {
  const { verdict } = decision
  switch (verdict) {
    case 'equal':
      return { verdict }
    case 'null-set':
      return { verdict, why: `they differ only where ${decision.where}` }
    case 'domain': {
      const why = `only one of them exists where ${decision.where}`
      return decision.witness ? { verdict, witness: decision.witness, why } : { verdict, why }
    }
    case 'different':
      return { verdict, witness: decision.witness }
    case 'unknown':
      return { verdict, why: decision.why }
  }
}
