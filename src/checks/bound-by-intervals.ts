import * as I from '../exact/interval/interval.ts'
import { type Interval, interval, NoEnclosure } from '../exact/interval/interval.ts'
import { fromNumber } from '../exact/rational.ts'
import { withConditionals } from '../formula/branches.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { kinksOf } from '../formula/kinks.ts'
import { toNumber } from '../prover/rational-pieces/enclose.ts'
import { encloseExpr, holdsStrictly } from '../prover/witness/enclose-expr.ts'
import { type Spot, spot } from '../prover/witness/spot.ts'
import type { BoundClaim, BoundProof } from './bound-claim.ts'

const BITS = 64
/** The middle part is cut at kinks; beyond, every doubling of x is a piece of its own. */
const MIDDLE = 64
const LARGEST_EXPONENT = 1023
const BUDGET = 6000
/** What the target's float64 value may be off by. */
const SLACK = 1e-12

/** Proves the claim piece by piece in interval arithmetic, halving pieces until their enclosures fit. */
export function boundByIntervals(claim: BoundClaim): BoundProof {
  const formula = withConditionals(claim.formula)
  const budget = { left: BUDGET }
  for (const [from, to] of piecesOf(claim.formula, claim.variable)) {
    const open = firstOpen({ ...claim, formula }, { from, to }, budget)
    if (open !== undefined) return { kind: 'open', at: open }
  }
  return { kind: 'proved' }
}

function piecesOf(formula: Expr, variable: string): (readonly [number, number])[] {
  const kinks = kinksOf(formula, variable, {}, [-MIDDLE, MIDDLE]).map(({ at }) => at)
  const tail = Array.from({ length: LARGEST_EXPONENT - 5 }, (_, k) => 2 ** (k + 6))
  const far = [...tail, Number.MAX_VALUE]
  const cuts = [...far.map((x) => -x), ...kinks, ...far].sort((a, b) => a - b)
  return cuts.slice(1).map((to, k) => [cuts[k] ?? to, to] as const)
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** The middle of the first part on which the claim stays open; undefined where it is proved. */
function firstOpen(claim: BoundClaim, piece: Piece, budget: { left: number }): number | undefined {
  const { from, to } = piece
  const middle = from + (to - from) / 2
  if (from === to || holdsOn(claim, piece)) return undefined
  if (budget.left-- <= 0 || middle <= from || middle >= to || to - from < 1e-9) return middle
  return (
    firstOpen(claim, { from, to: middle }, budget) ?? firstOpen(claim, { from: middle, to }, budget)
  )
}

function holdsOn({ formula, variable, target, limit }: BoundClaim, { from, to }: Piece): boolean {
  const [low, high] = [target(from) - SLACK, target(to) + SLACK]
  const box = new Map([[variable, interval(exact(from).low, exact(to).high)]])
  try {
    return branchesOver(formula, spot(box, BITS)).every((branch) => {
      const enclosure = encloseExpr(branch, spot(box, BITS))
      return toNumber(enclosure.high) - low <= limit && high - toNumber(enclosure.low) <= limit
    })
  } catch (error) {
    if (error instanceof NoEnclosure) return false
    throw error
  }
}

const MOST_BRANCHES = 16

/** Formulas without conditionals, one of which holds at each number of an interval. */
function branchesOver(expr: Expr, at: Spot): readonly Expr[] {
  const of = (part: Expr) => branchesOver(part, at)
  switch (expr.kind) {
    case 'negate':
      return of(expr.operand).map((operand) => ({ ...expr, operand }))
    case 'operation':
      return few(
        of(expr.left).flatMap((left) => of(expr.right).map((right) => ({ ...expr, left, right }))),
      )
    case 'call':
      return argumentsOver(expr.args, at).map((args) => ({ ...expr, args }))
    case 'conditional': {
      const holds = decided(expr.test, at)
      if (holds !== undefined) return of(holds ? expr.then : expr.otherwise)
      return few([...of(expr.then), ...of(expr.otherwise)])
    }
    default:
      return [expr]
  }
}

function argumentsOver(args: readonly Expr[], at: Spot): readonly (readonly Expr[])[] {
  return args.reduce<readonly (readonly Expr[])[]>(
    (lists, argument) =>
      lists.flatMap((list) => branchesOver(argument, at).map((branch) => [...list, branch])),
    [[]],
  )
}

function few(branches: readonly Expr[]): readonly Expr[] {
  if (branches.length > MOST_BRANCHES) throw new NoEnclosure('too many branches')
  return branches
}

/** The answer that a comparison has at each number of an interval, if there is one. */
function decided(test: Condition, at: Spot): boolean | undefined {
  try {
    return holdsStrictly(test, at)
  } catch (error) {
    if (error instanceof NoEnclosure) return undefined
    throw error
  }
}

function exact(value: number): Interval {
  return I.fromRational(fromNumber(value), BITS)
}
