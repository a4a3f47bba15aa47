import { type Budget, newBudget, spend, stepsForBits, withinBudget } from './limits.ts'
import type { Rational } from './rational.ts'
import * as Q from './rational.ts'

/** Σ coefficient·unknown + constant, compared with 0. */
export interface Constraint {
  readonly coefficients: ReadonlyMap<string, Rational>
  readonly constant: Rational
  readonly relation: Relation
}

type Relation = '>' | '>=' | '='

/** The same times a positive number: whole numbers without a common divisor. */
interface Row {
  readonly coefficients: ReadonlyMap<string, bigint>
  readonly constant: bigint
  readonly relation: Relation
}

const MAX_ROWS = 160

/** What one question may cost: eliminations grow fast, and most end early. */
const MAX_STEPS = 8000

/**
 * Whether no real values of the unknowns satisfy all constraints, by Fourier–Motzkin elimination.
 * False where it takes too long to tell.
 */
export function infeasible(constraints: readonly Constraint[], budget: Budget): boolean {
  const own = newBudget(Math.min(MAX_STEPS, budget.left))
  const allowed = own.left
  const answer = withinBudget(() => isInfeasible(constraints, own)) ?? false
  spend(budget, allowed - Math.max(0, own.left))
  return answer
}

function isInfeasible(constraints: readonly Constraint[], budget: Budget): boolean {
  let rows: readonly Row[] = constraints.map(rowOf)
  for (;;) {
    if (rows.some(isContradiction)) return true
    rows = distinct(rows.filter(({ coefficients }) => coefficients.size > 0))
    if (rows.length === 0 || rows.length > MAX_ROWS) return false
    rows = eliminate(rows, budget)
  }
}

function rowOf({ coefficients, constant, relation }: Constraint): Row {
  const denominators = [...coefficients.values(), constant].map(({ d }) => d)
  const shared = denominators.reduce((all, d) => (all / Q.gcd(all, d)) * d, 1n)
  const whole = [...coefficients].map(([name, { n, d }]) => [name, n * (shared / d)] as const)
  return primitive(new Map(whole), constant.n * (shared / constant.d), relation)
}

function primitive(
  coefficients: ReadonlyMap<string, bigint>,
  constant: bigint,
  relation: Relation,
): Row {
  let divisor = constant
  for (const value of coefficients.values()) {
    if (divisor === 1n || divisor === -1n) break
    divisor = Q.gcd(value, divisor)
  }
  if (divisor < 0n) divisor = -divisor
  if (divisor <= 1n) return { coefficients, constant, relation }
  const divided = new Map([...coefficients].map(([name, value]) => [name, value / divisor]))
  return { coefficients: divided, constant: constant / divisor, relation }
}

function isContradiction({ coefficients, constant, relation }: Row): boolean {
  if (coefficients.size > 0) return false
  return relation === '=' ? constant !== 0n : relation === '>' ? constant <= 0n : constant < 0n
}

function eliminate(rows: readonly Row[], budget: Budget): readonly Row[] {
  const equality = rows.find(({ relation }) => relation === '=')
  if (equality !== undefined) return substitute(rows, equality, budget)
  const unknown = cheapest(rows)
  const [above, below, result]: [Row[], Row[], Row[]] = [[], [], []]
  for (const row of rows) {
    const coefficient = row.coefficients.get(unknown) ?? 0n
    const side = coefficient > 0n ? above : coefficient < 0n ? below : result
    side.push(row)
  }
  // Too many to go on with: the rows that are left say less, and nothing wrong.
  if (result.length + above.length * below.length > 4 * MAX_ROWS) return result
  for (const low of above) {
    for (const high of below) result.push(combined(low, high, unknown, budget))
  }
  return result
}

/** Every row less so much of an equation that one of its unknowns is gone. */
function substitute(rows: readonly Row[], equality: Row, budget: Budget): readonly Row[] {
  const [[unknown, pivot] = ['', 1n] as const] = equality.coefficients
  return rows
    .filter((row) => row !== equality)
    .map((row) => {
      const own = row.coefficients.get(unknown)
      if (own === undefined) return row
      const scale = pivot < 0n ? -pivot : pivot
      return sum(row, scale, equality, pivot < 0n ? own : -own, row.relation, budget)
    })
}

function combined(low: Row, high: Row, unknown: string, budget: Budget): Row {
  const a = low.coefficients.get(unknown) ?? 1n
  const b = high.coefficients.get(unknown) ?? -1n
  const strict = low.relation === '>' || high.relation === '>'
  return sum(low, -b, high, a, strict ? '>' : '>=', budget)
}

/** p·a + q·b for a positive p; q is positive too, unless b is an equation. */
function sum(a: Row, p: bigint, b: Row, q: bigint, relation: Relation, budget: Budget): Row {
  const coefficients = new Map<string, bigint>()
  for (const [name, value] of a.coefficients) coefficients.set(name, value * p)
  for (const [name, value] of b.coefficients) {
    const total = (coefficients.get(name) ?? 0n) + value * q
    if (total === 0n) coefficients.delete(name)
    else coefficients.set(name, total)
  }
  const constant = a.constant * p + b.constant * q
  const bits = Q.bitLength(constant) + Q.bitLength(p) + Q.bitLength(q)
  spend(budget, (1 + coefficients.size) * (1 + bits / 16) * stepsForBits(bits))
  return primitive(coefficients, constant, relation)
}

/** The unknown whose elimination makes the fewest new rows. */
function cheapest(rows: readonly Row[]): string {
  const counts = new Map<string, { above: number; below: number }>()
  for (const { coefficients } of rows) {
    for (const [name, value] of coefficients) {
      const count = counts.get(name) ?? { above: 0, below: 0 }
      if (value > 0n) count.above++
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

/** Of parallel rows the strongest one. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, Row>()
  for (const row of rows) {
    const parts = [...row.coefficients].map(([name, value]) => `${name}:${value}`).sort()
    const key = `${row.relation === '=' ? `=${row.constant}` : ''}${parts.join(',')}`
    const known = seen.get(key)
    if (known === undefined || isStronger(row, known)) seen.set(key, row)
  }
  return [...seen.values()]
}

function isStronger(a: Row, b: Row): boolean {
  if (a.constant !== b.constant) return a.constant < b.constant
  return a.relation === '>' && b.relation !== '>'
}
