/** The prover stops here: not decided, and why. */
export class Undecided extends Error {
  override name = 'Undecided'
}

/** Work is counted in products of terms, never in seconds: a verdict is the same on every machine. */
export interface Budget {
  left: number
}

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps
  if (budget.left < 0) throw new Undecided('the formulas are too large to decide within the budget')
}
