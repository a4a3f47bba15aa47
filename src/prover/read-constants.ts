import type { Expr } from '../formula/expr.ts'
import { type KnownConstant, knownConstants, smallFraction } from '../formula/known-constants.ts'
import { mapFormula } from '../formula/map-formula.ts'

/** A double has 15 to 17 significant digits: who writes as many means the constant. */
const LONG = 15
const SHORT = 4

/** Both formulas with literals replaced by constants, and what was read as what. */
export interface Read {
  readonly a: Expr
  readonly b: Expr
  readonly read: readonly string[]
}

/** A literal whose double is a constant's double is that constant. */
export function readConstants(a: Expr, b: Expr): Read {
  const constants = constantsFor(a, b)
  return replaced(a, b, (text) => ofDouble(text, constants))
}

/** Shorter literals too, that are a constant rounded or cut short; undefined where there is none. */
export function readShortConstants(a: Expr, b: Expr): Read | undefined {
  const constants = constantsFor(a, b)
  const result = replaced(a, b, (text) => ofDigits(text, constants))
  return result.read.length === 0 ? undefined : result
}

function constantsFor(a: Expr, b: Expr): readonly KnownConstant[] {
  return knownConstants(mentionsSelu(a) || mentionsSelu(b))
}

function replaced(a: Expr, b: Expr, find: (text: string) => KnownConstant | undefined): Read {
  const read = new Set<string>()
  const replace = (expr: Expr): Expr => {
    const found = expr.kind === 'number' ? find(expr.text) : undefined
    if (expr.kind !== 'number' || found === undefined) return expr
    const gap = Math.abs(Number(expr.text) - found.double)
    read.add(`${expr.text} for ${found.name}${gap === 0 ? '' : `, off by ${gap}`}`)
    return found.expr
  }
  return { a: mapFormula(a, replace), b: mapFormula(b, replace), read: [...read] }
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
