/**
 * What is written out may double with each line of a program. So many operations a program may take,
 * and one function of it, which hardly any work of a human reaches.
 */
export const MOST_OPERATIONS = 3_000_000
export const MOST_OF_ONE = 500_000

export type Spend = (operations: number) => void

class TooMuch extends Error {
  override name = 'TooMuch'
}

/** A part of another budget, or one of its own. */
export function budget(most: number, whole: Spend = () => {}): Spend {
  let left = most
  return (operations) => {
    whole(operations)
    left -= operations
    if (left < 0) throw new TooMuch()
  }
}

/** What is made; undefined where that takes too much. */
export function withinBudget<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}
