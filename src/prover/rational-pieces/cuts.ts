import type { Budget } from '../../exact/limits.ts'
import { apart, type Cut, type Dividers } from '../../exact/line.ts'
import * as Q from '../../exact/rational.ts'
import { type Isolated, isolateRoots, narrowTo } from '../../exact/real-roots.ts'
import type { Univariate } from '../../exact/univariate.ts'

export type { Cut, Dividers } from '../../exact/line.ts'

const NARROW = Q.rational(1n, 1n << 80n)

/** All real roots, ascending, known exactly or to 2⁻⁸⁰. */
export function narrowCutsOf(dividers: Dividers, budget: Budget): readonly Cut[] {
  const cuts = dividers.flatMap((of) => rootsOf(of, budget).map((cell) => ({ of, ...cell })))
  return apart(cuts, budget)
}

const knownRoots = new WeakMap<Univariate, readonly Isolated[]>()

/** The same divider is asked for again with every new one. */
function rootsOf(p: Univariate, budget: Budget): readonly Isolated[] {
  const known =
    knownRoots.get(p) ?? isolateRoots(p, budget).map((cell) => narrowTo(NARROW, p, cell, budget))
  knownRoots.set(p, known)
  return known
}
