/** A stream of choices: the same numbers give the same program, and smaller ones a simpler one. */
export class Choices {
  readonly #numbers: readonly number[]
  #at = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** A whole number below `most`; 0 once the numbers have run out. */
  below(most: number): number {
    return (this.#numbers[this.#at++] ?? 0) % most
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  chance(oneIn: number): boolean {
    return this.below(oneIn) === oneIn - 1
  }
}
