import { switchesOf, withConditionals } from '../formula/branches.ts'
import { conditional, number } from '../formula/build.ts'
import type { Expr } from '../formula/expr.ts'
import { formulaSize } from '../formula/size.ts'
import type { LoadedFunction, MissingFunction } from '../session.ts'

/** Where a program may turn to something else, as far as its source says. */
export interface Clues {
  /** Numbers that stand in it, and what its constant parts come to. */
  readonly numbers: readonly number[]
  /** Formulas of the arguments: where one is zero, a condition changes its answer. */
  readonly switches: readonly Expr[]
}

/** The parts of all formulas that are searched for their zeros: more than programs have that people write. */
const MOST_PARTS = 1000

export function cluesOf(
  found: LoadedFunction | MissingFunction | undefined,
  numbers: readonly number[],
): Clues {
  if (found?.kind !== 'function') return { numbers, switches: [] }
  const { formula } = found
  const asked =
    formula.kind === 'formula'
      ? [formula.expr]
      : (formula.met ?? []).map((test) => conditional(test, number(1), number(0)))
  let left = MOST_PARTS
  const switches = asked
    .flatMap((expr) => switchesOf(withConditionals(expr)))
    .filter((formula) => {
      left -= formulaSize(formula)
      return left >= 0
    })
  return { numbers, switches }
}
