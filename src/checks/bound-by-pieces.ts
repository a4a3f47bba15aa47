import { fromNumber, toNumber } from '../exact/rational.ts'
import type { Cut } from '../prover/rational-pieces/cuts.ts'
import { limitFarOut, type Range, rangeOver } from '../prover/rational-pieces/enclose.ts'
import type { Gap, Pieces } from '../prover/rational-pieces/pieces.ts'
import type { BoundClaim, BoundProof } from './bound-claim.ts'

const BUDGET = 4000
const PROVED: BoundProof = { kind: 'proved' }
/** What the target's float64 value, and the rounding of an enclosure, may be off by. */
const SLACK = 1e-12

type Claim = Pick<BoundClaim, 'target' | 'limit'>

/** Where a part of the line ends, and what the function comes to there. */
interface End {
  readonly x: number
  readonly y: Range
}

/**
 * Proves the claim on exact pieces. On each the function keeps its direction, as the target does:
 * so its values at two points bound the error everywhere between, and far out its limit does.
 */
export function boundByPieces({ gaps, cuts }: Pieces, claim: Claim): BoundProof {
  const budget = { left: BUDGET }
  for (const { at, is } of cuts) {
    const end = { x: toNumber(at.high), y: rangeOver(is, at) }
    if (!holdsBetween(end, end, claim)) return { kind: 'open', at: end.x }
  }
  for (const gap of gaps) {
    const found = search(gap, endsOf(gap), { claim, budget })
    if (found !== undefined) return { kind: 'open', at: found }
  }
  return PROVED
}

function endsOf({ from, to, is }: Gap): readonly [End, End] {
  const at = (cut: Cut): End => ({ x: toNumber(cut.high), y: rangeOver(is, cut) })
  return [
    from ? at(from) : { x: -Infinity, y: limitFarOut(is, -1) },
    to ? at(to) : { x: Infinity, y: limitFarOut(is, 1) },
  ]
}

interface Search {
  readonly claim: Claim
  readonly budget: { left: number }
}

/** A place where the error is too large, or where it could not be shown that it is not. */
function search(gap: Gap, [left, right]: readonly [End, End], state: Search): number | undefined {
  const { claim, budget } = state
  if (holdsBetween(left, right, claim)) return undefined
  const x = middleOf(left.x, right.x)
  if (budget.left-- <= 0 || x <= left.x || x >= right.x || right.x - left.x < 1e-9) {
    return Number.isFinite(x) ? x : Math.sign(x) * Number.MAX_VALUE
  }
  const exact = fromNumber(x)
  const middle = { x, y: rangeOver(gap.is, { low: exact, high: exact }) }
  if (!holdsBetween(middle, middle, claim)) return x
  return search(gap, [left, middle], state) ?? search(gap, [middle, right], state)
}

function holdsBetween(left: End, right: End, { target, limit }: Claim): boolean {
  const low = Math.min(left.y[0], right.y[0])
  const high = Math.max(left.y[1], right.y[1])
  const [from, to] = [target(within(left.x)) - SLACK, target(within(right.x)) + SLACK]
  return high - from <= limit && to - low <= limit
}

/** The target's own limit is its value at the largest double. */
function within(x: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x))
}

/** Halves where the ends are near each other, and halves the exponent where they are far apart. */
function middleOf(left: number, right: number): number {
  if (left < 0 && right > 0) return Number.isFinite(right - left) ? (left + right) / 2 : 0
  if (right <= 0) return -middleOf(-right, -left)
  if (right === Infinity) return Math.max(2, 2 * left)
  return left > 1 && right > 4 * left
    ? Math.sqrt(left) * Math.sqrt(right)
    : left + (right - left) / 2
}
