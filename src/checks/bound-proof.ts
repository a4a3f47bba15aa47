import { branchAt, withConditionals } from '../formula/branches.ts'
import type { Expr } from '../formula/expr.ts'
import * as I from '../formula/interval/interval.ts'
import { type Interval, interval, NoEnclosure } from '../formula/interval/interval.ts'
import { kinksOf } from '../formula/kinks.ts'
import { encloseExpr } from '../formula/prove/enclose-expr.ts'
import { fromNumber } from '../formula/prove/rational.ts'

/** What is to hold: |formula − target| ≤ limit for every x. The target must never fall. */
export interface BoundClaim {
  readonly formula: Expr
  readonly variable: string
  readonly target: (x: number) => number
  readonly limit: number
}

export type BoundProof =
  | { readonly kind: 'proved'; readonly pieces: number }
  /** Where the claim could not be shown: worth a look. */
  | { readonly kind: 'open'; readonly at: number }

const BITS = 64
/** The middle part is cut at kinks; beyond, every doubling of x is a piece of its own. */
const MIDDLE = 64
const LARGEST_EXPONENT = 1000
const BUDGET = 6000
/** What the target's float64 value may be off by. */
const SLACK = 1e-12

/** Proves the claim piece by piece in interval arithmetic, halving pieces until their enclosures fit. */
export function proveBound(claim: BoundClaim): BoundProof {
  const { formula, variable } = claim
  const written = withConditionals(formula)
  const pieces = piecesOf(formula, variable)
  const budget = { left: BUDGET }
  for (const [from, to] of pieces) {
    const branch = branchAt(written, { [variable]: from + (to - from) / 2 })
    const open = firstOpen({ ...claim, formula: branch }, { from, to }, budget)
    if (open !== undefined) return { kind: 'open', at: open }
  }
  return { kind: 'proved', pieces: pieces.length }
}

function piecesOf(formula: Expr, variable: string): (readonly [number, number])[] {
  const kinks = kinksOf(formula, variable, {}, [-MIDDLE, MIDDLE]).map(({ at }) => at)
  const tail = Array.from({ length: LARGEST_EXPONENT - 5 }, (_, k) => 2 ** (k + 6))
  const cuts = [...tail.map((x) => -x), ...kinks, ...tail].sort((a, b) => a - b)
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
  const enclosure = enclose(formula, variable, { from, to })
  if (enclosure === undefined) return false
  return toNumber(enclosure.high) - low <= limit && high - toNumber(enclosure.low) <= limit
}

function enclose(formula: Expr, variable: string, { from, to }: Piece): Interval | undefined {
  const range = interval(exact(from).low, exact(to).high)
  try {
    return encloseExpr(formula, new Map([[variable, range]]), BITS)
  } catch (error) {
    if (error instanceof NoEnclosure) return undefined
    throw error
  }
}

function exact(value: number): Interval {
  return I.fromRational(fromNumber(value), BITS)
}

/** Rounded to the nearest double: far less than the slack, wherever the result is of the target's size. */
function toNumber({ mantissa, exponent }: Interval['low']): number {
  const digits = mantissa.toString(2).length
  const excess = Math.max(0, digits - 60)
  return Number(mantissa >> BigInt(excess)) * 2 ** (exponent + excess)
}
