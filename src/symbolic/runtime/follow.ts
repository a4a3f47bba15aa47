import { constant, number, variable } from '../../formula/build.ts'
import type { Expr } from '../../formula/expr.ts'
import { conditionSize } from '../../formula/size.ts'
import type { Answer, PathAnswer, Refused, Request } from './answers.ts'
import type { Calls } from './calls.ts'
import type { ConditionKeys } from './condition-keys.ts'
import type { Constants } from './constants.ts'
import { type Halt, Stop } from './halt.ts'
import { joined } from './join.ts'
import { Nestings } from './nestings.ts'
import type { Ownership } from './ownership.ts'
import { type FirstAnswer, joinPaths, type Outcome, type Path, type Paths } from './paths.ts'
import type { Realm } from './realm.ts'
import { Table } from './serialize.ts'
import { asNumber, type Symbols } from './symbols.ts'

export interface Parts {
  readonly realm: Realm
  readonly halt: Halt
  readonly keys: ConditionKeys
  readonly symbols: Symbols
  readonly constants: Constants
  readonly paths: Paths
  readonly ownership: Ownership
  readonly calls: Calls
}

/** The parts of a condition that is still told where a program is not followed. */
const MOST_OF_MET = 500

/** Runs functions of the program on letters. */
export class Follower {
  readonly #parts: Parts
  #returned = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Every path through a function, as one formula of its arguments. */
  formula(callee: unknown, self: unknown, request: Request): Answer {
    const { calls, symbols } = this.#parts
    const nestings = request.tracesNesting === true ? new Nestings(symbols) : undefined
    calls.nestings = nestings
    const answer = this.#everyPath(callee, self, request)
    calls.nestings = undefined
    return nestings ? { ...answer, nestings: nestings.found, gaveUp: nestings.gaveUp } : answer
  }

  #everyPath(callee: unknown, self: unknown, request: Request): Answer {
    return this.#answered(request, (): Answer => {
      const { keys, symbols } = this.#parts
      const expr = joinPaths(
        (answers) => this.#path(callee, self, request, answers),
        (outcome) => this.#result(outcome, request),
        (test, then, otherwise) => symbols.bounded(joined(keys, test, then, otherwise)),
      )
      const table = new Table()
      const root = table.formula(expr)
      return this.#returned ? { kind: 'formula', root, rows: table.rows } : { kind: 'throws' }
    })
  }

  /** One path, on which the function may change what outlives the call. */
  path(callee: unknown, self: unknown, request: Request): PathAnswer | Refused {
    return this.#answered(request, () => {
      const { ownership } = this.#parts
      ownership.allowsState = true
      ownership.hasChangedState = false
      const { outcome, asked } = this.#path(
        callee,
        self,
        request,
        request.answers.map((answer) => ({ answer })),
      )
      ownership.allowsState = false
      const table = new Table()
      const root = table.formula(this.#result(outcome, request))
      const questions = asked.map(({ test, answer }) => [table.condition(test), answer] as const)
      return { kind: 'path', root, asked: questions, rows: table.rows }
    })
  }

  #answered<T>({ mostPaths, mergesCalls }: Request, work: () => T): T | Refused {
    const { halt, paths, calls } = this.#parts
    halt.begin()
    paths.begin(mostPaths)
    calls.mergesCalls = mergesCalls
    this.#returned = false
    try {
      return work()
    } catch (error) {
      if (halt.refusal === undefined || !(error instanceof Stop)) throw error
      return { kind: 'refused', ...halt.refusal, ...this.#met() }
    }
  }

  /** What the input was asked about: there the program may turn to something else. */
  #met(): Pick<Refused, 'met' | 'rows'> {
    const table = new Table()
    const met = this.#parts.paths.met
      .filter((test) => conditionSize(test) <= MOST_OF_MET)
      .map((test) => table.condition(test))
    return { met, rows: table.rows }
  }

  #path(
    callee: unknown,
    self: unknown,
    { names }: Request,
    answers: readonly FirstAnswer[],
  ): Path<unknown> {
    const { ownership, paths, calls, symbols } = this.#parts
    const letters = names.map((name) => symbols.number(variable(name)))
    return ownership.asCall(() => paths.follow(() => calls.call(callee, self, letters), answers))
  }

  /** A path that ends in an error of the program has no value. */
  #result(outcome: Outcome<unknown>, { saysYesOrNo }: Request): Expr {
    const { realm, halt, symbols, constants } = this.#parts
    if (outcome.kind === 'thrown') {
      if (realm.isInternalError(outcome.error)) halt.refuse('depth')
      return constant('NaN')
    }
    const symbolic = symbols.of(outcome.value)
    this.#returned = true
    if (saysYesOrNo === true) {
      if (symbolic?.kind === 'boolean') return asNumber(symbolic)
      return typeof outcome.value === 'boolean'
        ? number(outcome.value ? 1 : 0)
        : halt.refuse('result')
    }
    if (symbolic?.kind === 'number') return symbolic.expr
    if (typeof outcome.value === 'number') return constants.exprOf(outcome.value)
    return halt.refuse('result')
  }
}
