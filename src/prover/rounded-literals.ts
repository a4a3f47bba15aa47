import type { Condition, Expr } from '../formula/expr.ts'
import { mapFormula } from '../formula/map-formula.ts'
import type { Decision } from './decision.ts'
import { type KnownConstant, knownConstants, smallFraction } from './normal-form/known-constants.ts'
import { proveEqual } from './prove-equal.ts'

/** A double has 15 to 17 significant digits: who writes as many means the constant. */
const LONG = 15
const SHORT = 4

/**
 * As `proveEqual`; but where the formulas differ and one of them has literals that are roundings
 * of a known constant, the constants are put in their place and the question is asked again. With
 * all the digits of a double the formulas then count as equal up to rounding; with fewer they are
 * different, and by what is said.
 */
export function proveUpToRounding(
  a: Expr,
  b: Expr,
  assumptions: readonly Condition[] = [],
): Decision {
  const decision = proveEqual(a, b, assumptions)
  if (decision.verdict !== 'different') return decision
  const constants = knownConstants(mentionsSelu(a) || mentionsSelu(b))
  const long = withConstants(a, b, (text) => ofDouble(text, constants))
  if (long !== undefined) {
    const retried = proveEqual(long.a, long.b, assumptions)
    if (isEqualEnough(retried)) return { ...retried, ...roundingOf(retried, long.read) }
  }
  const short = withConstants(
    a,
    b,
    (text) => ofDouble(text, constants) ?? ofDigits(text, constants),
  )
  if (short === undefined) return decision
  const retried = proveEqual(short.a, short.b, assumptions)
  return isEqualEnough(retried) ? { ...decision, precision: short.read.join('; ') } : decision
}

function isEqualEnough({ verdict }: Decision): boolean {
  return verdict === 'equal' || verdict === 'null-set' || verdict === 'domain'
}

function roundingOf(decision: Decision, read: readonly string[]): { upToRounding?: string } {
  return decision.verdict === 'equal' ? { upToRounding: read.join('; ') } : {}
}

interface Replaced {
  readonly a: Expr
  readonly b: Expr
  /** What was read as what. */
  readonly read: readonly string[]
}

/** Both formulas with the literals replaced; undefined where there is none to replace. */
function withConstants(
  a: Expr,
  b: Expr,
  find: (text: string) => KnownConstant | undefined,
): Replaced | undefined {
  const read = new Set<string>()
  const replace = (expr: Expr): Expr => {
    const found = expr.kind === 'number' ? find(expr.text) : undefined
    if (expr.kind !== 'number' || found === undefined) return expr
    const gap = Math.abs(Number(expr.text) - found.double)
    read.add(`${expr.text} for ${found.name}${gap === 0 ? '' : `, off by ${gap}`}`)
    return found.expr
  }
  const result = { a: mapFormula(a, replace), b: mapFormula(b, replace) }
  return read.size === 0 ? undefined : { ...result, read: [...read] }
}

function ofDouble(text: string, constants: readonly KnownConstant[]): KnownConstant | undefined {
  if (digitsOf(text) < LONG) return undefined
  const double = Number(text)
  return constants.find((one) => one.double === double) ?? smallFraction(double)
}

/** The constant that a shorter literal is the rounding (or the cutting short) of. */
function ofDigits(text: string, constants: readonly KnownConstant[]): KnownConstant | undefined {
  const digits = digitsOf(text)
  if (digits < SHORT || digits >= LONG) return undefined
  const value = Number(text)
  return constants.find(({ double }) => {
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(double))) - digits + 1)
    return Math.abs(value - double) < unit
  })
}

function digitsOf(text: string): number {
  const [mantissa = ''] = text.split('e')
  return mantissa.replace('.', '').replace(/^0+/, '').length
}

function mentionsSelu(expr: Expr): boolean {
  let found = false
  mapFormula(expr, (part) => {
    const isSelu = part.kind === 'call' && part.name === 'selu'
    if (isSelu || (part.kind === 'constant' && part.name.startsWith('selu'))) found = true
    return part
  })
  return found
}
