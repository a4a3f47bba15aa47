/** A formula that cannot be read: what is wrong, where, and what to write instead. */
export class FormulaError extends Error {
  override name = 'FormulaError'
  /** UTF-16 offset in the formula's text. */
  readonly offset: number
  readonly advice: string | undefined

  /** `cause`: the syntax error that it comes from, where it is one of the text as a whole. */
  constructor(message: string, offset: number, advice?: string, cause?: unknown) {
    super(message, { cause })
    this.offset = offset
    this.advice = advice
  }
}
