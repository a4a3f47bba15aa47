/** A formula that cannot be read: what is wrong, where, and what to write instead. */
export class FormulaError extends Error {
  override name = 'FormulaError'
  /** UTF-16 offset in the formula's text. */
  readonly offset: number
  readonly advice: string | undefined

  constructor(message: string, offset: number, advice?: string) {
    super(message)
    this.offset = offset
    this.advice = advice
  }
}
