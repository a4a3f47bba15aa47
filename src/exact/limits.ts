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
  if (budget.left < 0) throw tooMuch()
}

/** To be thrown where exact work grows beyond any budget. */
export function tooMuch(): Undecided {
  return new Undecided('the formulas are too large to decide within the budget')
}

/** Undefined where the work does not end within its budget, or cannot be done. */
export function withinBudget<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Undecided) return undefined
    throw error
  }
}

/** What one product of whole numbers of so many bits costs, in steps; a product of doubles costs 1. */
export function stepsForBits(bits: number): number {
  const words = bits / 64
  return words <= 2 ? 1 : 1 + (words * Math.sqrt(words)) / 32
}
