import { type Budget, spend } from './limits.ts'
import type { Rational } from './rational.ts'
import * as Q from './rational.ts'

/** Σ coefficient·unknown + constant, compared with 0. */
export interface Constraint {
  readonly coefficients: ReadonlyMap<string, Rational>
  readonly constant: Rational
  readonly relation: '>' | '>=' | '='
}

const MAX_CONSTRAINTS = 250

/**
 * Whether no real values of the unknowns satisfy all constraints, by Fourier–Motzkin elimination.
 * False where there are too many constraints to tell.
 */
export function infeasible(constraints: readonly Constraint[], budget: Budget): boolean {
  let rest = [...constraints]
  for (;;) {
    if (rest.some(isContradiction)) return true
    rest = distinct(rest.filter((constraint) => constraint.coefficients.size > 0))
    if (rest.length === 0 || rest.length > MAX_CONSTRAINTS) return false
    spend(budget, rest.length)
    rest = eliminate(rest)
  }
}

function isContradiction({ coefficients, constant, relation }: Constraint): boolean {
  if (coefficients.size > 0) return false
  const sign = Q.sign(constant)
  return relation === '=' ? sign !== 0 : relation === '>' ? sign <= 0 : sign < 0
}

function eliminate(constraints: readonly Constraint[]): Constraint[] {
  const equality = constraints.find((constraint) => constraint.relation === '=')
  if (equality !== undefined) return substitute(constraints, equality)
  const unknown = cheapest(constraints)
  const above: Constraint[] = []
  const below: Constraint[] = []
  const result: Constraint[] = []
  for (const constraint of constraints) {
    const sign = Q.sign(constraint.coefficients.get(unknown) ?? Q.ZERO)
    if (sign > 0) above.push(constraint)
    else if (sign < 0) below.push(constraint)
    else result.push(constraint)
  }
  for (const low of above) for (const high of below) result.push(combine(low, high, unknown))
  return result
}

function substitute(constraints: readonly Constraint[], equality: Constraint): Constraint[] {
  const [unknown = ''] = equality.coefficients.keys()
  return constraints
    .filter((constraint) => constraint !== equality)
    .map((constraint) => {
      const own = constraint.coefficients.get(unknown)
      const pivot = equality.coefficients.get(unknown)
      if (own === undefined || pivot === undefined) return constraint
      return sum(constraint, Q.ONE, equality, Q.negate(Q.divide(own, pivot)), constraint.relation)
    })
}

function combine(low: Constraint, high: Constraint, unknown: string): Constraint {
  const a = low.coefficients.get(unknown) ?? Q.ONE
  const b = high.coefficients.get(unknown) ?? Q.MINUS_ONE
  const strict = low.relation === '>' || high.relation === '>'
  return sum(low, Q.negate(b), high, a, strict ? '>' : '>=')
}

function sum(
  a: Constraint,
  p: Rational,
  b: Constraint,
  q: Rational,
  relation: Constraint['relation'],
): Constraint {
  const coefficients = new Map<string, Rational>()
  for (const [name, value] of a.coefficients) coefficients.set(name, Q.multiply(value, p))
  for (const [name, value] of b.coefficients) {
    const total = Q.add(coefficients.get(name) ?? Q.ZERO, Q.multiply(value, q))
    if (total.n === 0n) coefficients.delete(name)
    else coefficients.set(name, total)
  }
  const constant = Q.add(Q.multiply(a.constant, p), Q.multiply(b.constant, q))
  return { coefficients, constant, relation }
}

/** The unknown whose elimination makes the fewest new constraints. */
function cheapest(constraints: readonly Constraint[]): string {
  const counts = new Map<string, { above: number; below: number }>()
  for (const { coefficients } of constraints) {
    for (const [name, value] of coefficients) {
      const count = counts.get(name) ?? { above: 0, below: 0 }
      if (value.n > 0n) count.above++
      else count.below++
      counts.set(name, count)
    }
  }
  let best = ''
  let least = Infinity
  for (const [name, { above, below }] of counts) {
    const growth = above * below - above - below
    if (growth < least) {
      least = growth
      best = name
    }
  }
  return best
}

/** Multiples of one constraint count once. */
function distinct(constraints: readonly Constraint[]): Constraint[] {
  const seen = new Map<string, Constraint>()
  for (const constraint of constraints) {
    const [pivot] = constraint.coefficients.values()
    const size =
      pivot === undefined ? Q.ONE : Q.rational(pivot.n < 0n ? -pivot.n : pivot.n, pivot.d)
    const parts = [...constraint.coefficients]
      .map(([name, value]) => `${name}:${Q.print(Q.divide(value, size))}`)
      .sort()
    const key = `${constraint.relation}${parts.join(',')};${Q.print(Q.divide(constraint.constant, size))}`
    seen.set(key, constraint)
  }
  return [...seen.values()]
}
