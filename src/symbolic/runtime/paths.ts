import type { Condition } from '../../formula/expr.ts'
import type { ConditionKeys } from './condition-keys.ts'
import { type Halt, Stop } from './halt.ts'

export interface Question {
  readonly test: Condition
  readonly answer: boolean
}

/** What the first conditions are answered by; where they are known, they have to be the same ones. */
export interface FirstAnswer {
  readonly test?: Condition
  readonly answer: boolean
}

/** How the program went for certain first answers: what it gave, and all that it asked. */
export interface Path<T> {
  readonly outcome: Outcome<T>
  readonly asked: readonly Question[]
}

export type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'thrown'; readonly error: unknown }

const MAX_QUESTIONS = 400
const MAX_ROUNDS = 64
const MOST_MET = 128

/** Which way each condition on the input goes. */
export class Paths {
  readonly #halt: Halt
  readonly #keys: ConditionKeys
  #answers: readonly FirstAnswer[] = []
  #asked: Question[] = []
  #remembered = new Map<string, boolean>()
  #rounds = new Map<number, number>()
  #met = new Map<string, Condition>()
  #left = 0

  constructor(halt: Halt, keys: ConditionKeys) {
    this.#halt = halt
    this.#keys = keys
  }

  /** Another function is followed, on so many paths at most. */
  begin(mostPaths: number): void {
    this.#left = mostPaths
    this.#met = new Map()
  }

  /** The first conditions that were asked about, on whatever path. */
  get met(): readonly Condition[] {
    return [...this.#met.values()]
  }

  /** The same condition goes the same way every time; a new one is answered by true at first. */
  choose(test: Condition | boolean): boolean {
    if (typeof test === 'boolean') return test
    if (test.kind === 'truth') return test.value
    if (test.kind === 'not') return !this.choose(test.operand)
    const known = this.known(test)
    if (known !== undefined) return known
    if (this.#asked.length >= MAX_QUESTIONS) this.#halt.refuse('cases')
    const expected = this.#answers[this.#asked.length]
    // A way that is gone again must come by the same questions, or the answers belong to others.
    if (expected?.test !== undefined && this.#keys.of(expected.test) !== this.#keys.of(test)) {
      this.#halt.refuse('bug')
    }
    const answer = expected?.answer ?? true
    this.#asked.push({ test, answer })
    this.#remember(test, answer)
    return answer
  }

  /** The answer that a condition has on this path already. */
  known(test: Condition): boolean | undefined {
    if (test.kind === 'truth') return test.value
    if (test.kind === 'not') {
      const known = this.known(test.operand)
      return known === undefined ? undefined : !known
    }
    const key = this.#keys.of(test)
    if (this.#met.size < MOST_MET) this.#met.set(key, test)
    return this.#remembered.get(key)
  }

  /** A loop whose rounds depend on the input has to end after a few on every path. */
  countRound(at: number): void {
    const rounds = (this.#rounds.get(at) ?? 0) + 1
    if (rounds > MAX_ROUNDS) this.#halt.refuse('loop')
    this.#rounds.set(at, rounds)
  }

  /** Runs with the given first answers, knowing what is assumed besides. */
  follow<T>(
    run: () => T,
    answers: readonly FirstAnswer[],
    assumed: readonly Question[] = [],
  ): Path<T> {
    if (--this.#left < 0) this.#halt.refuse('cases')
    const before = [this.#answers, this.#asked, this.#remembered, this.#rounds] as const
    this.#answers = answers
    this.#asked = []
    this.#remembered = new Map(this.#remembered)
    this.#rounds = new Map()
    for (const { test, answer } of assumed) this.#assume(test, answer)
    try {
      return { outcome: this.#outcomeOf(run), asked: this.#asked }
    } finally {
      ;[this.#answers, this.#asked, this.#remembered, this.#rounds] = before
    }
  }

  #outcomeOf<T>(run: () => T): Outcome<T> {
    try {
      const value = run()
      // A `finally` of the program may have thrown the end of the path away.
      if (this.#halt.refusal !== undefined) throw new Stop('refused')
      if (this.#halt.isLeaving) throw new Stop('not-merged')
      return { kind: 'value', value }
    } catch (error) {
      if (this.#halt.refusal !== undefined) throw new Stop('refused')
      if (this.#halt.isLeaving || error instanceof Stop) throw new Stop('not-merged')
      return { kind: 'thrown', error }
    }
  }

  #assume(test: Condition, answer: boolean): void {
    if (test.kind === 'not') this.#assume(test.operand, !answer)
    else this.#remember(test, answer)
  }

  #remember(test: Condition, answer: boolean): void {
    this.#remembered.set(this.#keys.of(test), answer)
    for (const [implied, holds] of answer ? this.#keys.impliedBy(test) : []) {
      if (!this.#remembered.has(implied)) this.#remembered.set(implied, holds)
    }
  }
}

/** The path with the given first answers, and every path that turns off from it later, joined. */
export function joinPaths<T, R>(
  follow: (answers: readonly FirstAnswer[]) => Path<T>,
  finish: (outcome: Outcome<T>) => R,
  join: (test: Condition, then: R, otherwise: R) => R,
  answers: readonly FirstAnswer[] = [],
): R {
  const { outcome, asked } = follow(answers)
  let result = finish(outcome)
  for (let index = asked.length - 1; index >= answers.length; index--) {
    const question = asked[index]
    if (question === undefined) break
    const turned = [...asked.slice(0, index), { test: question.test, answer: false }]
    result = join(question.test, result, joinPaths(follow, finish, join, turned))
  }
  return result
}
