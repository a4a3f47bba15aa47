import type { Choices } from './choices.ts'

/** Writes expressions and statements into a program under way. */
export class ProgramWriter {
  readonly choices: Choices
  /** Names that stand for numbers at this place. */
  readonly numbers: string[]
  /** Statements of the module, before the function. */
  readonly module: string[] = []
  readonly #blockOf: (writer: ProgramWriter, depth: number) => string
  #names = 0
  #depth = 0

  constructor(
    choices: Choices,
    numbers: readonly string[],
    blockOf: (writer: ProgramWriter, depth: number) => string,
  ) {
    this.choices = choices
    this.numbers = [...numbers]
    this.#blockOf = blockOf
  }

  pick<T>(...items: readonly T[]): T {
    return this.choices.pick(items)
  }

  /** A name that nothing else has. */
  name(stem: string): string {
    return `${stem}${this.#names++}`
  }

  /** Statements of another construct, or a plain one. */
  block(): string {
    this.#depth++
    const text = this.#depth > 2 ? this.plain() : this.#blockOf(this, this.#depth)
    this.#depth--
    return text
  }

  plain(): string {
    return `y ${this.pick('=', '+=', '-=', '*=')} ${this.number()};`
  }

  constant(): string {
    return this.pick('1', '2', '0.5', '3', '0', '-1', '0.1', '7', '1e-3', '0.25')
  }

  leaf(): string {
    return this.choices.chance(2) ? this.constant() : this.choices.pick(this.numbers)
  }

  /** A number that depends on the input, as a rule. */
  number(depth = 2): string {
    if (depth === 0) return this.leaf()
    const inner = () => this.number(depth - 1)
    return this.pick<() => string>(
      () => this.leaf(),
      () => `(${inner()} ${this.pick('+', '-', '*')} ${inner()})`,
      () => `(${inner()} / (1 + (${this.leaf()}) ** 2))`,
      () => `Math.${this.pick('tanh', 'abs', 'sign', 'atan', 'sqrt', 'exp', 'cbrt')}(${inner()})`,
      () => `Math.${this.pick('max', 'min')}(${inner()}, ${inner()})`,
      () => `(${this.condition(1)} ? ${inner()} : ${inner()})`,
      () => `-(${inner()})`,
      () => `+(${this.condition(1)})`,
      () => `(${inner()}) ** 2`,
    )()
  }

  condition(depth = 1): string {
    if (depth === 0) {
      return `${this.leaf()} ${this.pick('<', '<=', '>', '>=', '===', '!==')} ${this.leaf()}`
    }
    const inner = () => this.condition(depth - 1)
    return this.pick<() => string>(
      () =>
        `${this.choices.pick(this.numbers)} ${this.pick('<', '>', '<=', '>=')} ${this.constant()}`,
      inner,
      () => `(${inner()} && ${inner()})`,
      () => `(${inner()} || ${inner()})`,
      () => `!(${inner()})`,
      () => this.leaf(),
    )()
  }
}

/** One construct of the language, or of its edge. */
export interface Construct {
  /** The least share of programs with it that must be followed, in hundredths. */
  readonly floor: number
  readonly write: (writer: ProgramWriter) => string
}

export type Constructs = { readonly [kind: string]: Construct }
