/** The prover stops here: not decided, and why. */
export class Undecided extends Error {
  override name = 'Undecided'
}

/** Work is counted in steps, never in seconds: a verdict is the same on every machine. */
export interface Budget {
  left: number
}

export function newBudget(steps: number): Budget {
  return { left: steps }
}

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps
  if (budget.left < 0) throw new Undecided('the formulas are too large to decide within the budget')
}

/** What one product of whole numbers of so many bits costs, in steps; a product of doubles costs 1. */
export function stepsForBits(bits: number): number {
  const words = bits / 64
  return words <= 2 ? 1 : 1 + (words * Math.sqrt(words)) / 32
}
