import type { Directive, Expression, Statement } from '@oxc-project/types'
import type { Condition } from '../formula/expr.ts'
import { printCondition } from '../formula/print.ts'
import { conditionSize } from '../formula/size.ts'
import { NotFollowed } from './not-followed.ts'
import type { Scope } from './scope.ts'
import type { Value } from './values.ts'

/** One run through a program along one path: which way each condition on the input went. */
export interface Machine {
  /** Evaluating modules, before any call. */
  inModule: boolean
  /** The file whose code runs. */
  file: string
  /** The entry's path; only its places are kept in formulas. */
  readonly entry: string
  /** Answers that are given to the first conditions; further ones are answered by true. */
  readonly answers: readonly boolean[]
  readonly asked: { readonly test: Condition; readonly answer: boolean }[]
  readonly remembered: Map<string, boolean>
  readonly work: Work
  readonly interpreter: Interpreter
  depth: number
}

/**
 * Expressions hold statements, and statements expressions: whatever one kind needs of another it
 * asks for here, so that no file goes round to itself.
 */
export interface Interpreter {
  evaluate(node: Expression, place: Place): Value
  run(statements: readonly (Statement | Directive)[], place: Place): End
  apply(callee: Value, args: readonly Value[], self: Value | undefined, place: Place): Value
}

/** How a statement ended. */
export type End =
  | { readonly kind: 'next' }
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }

/** What all paths together may cost. */
export interface Work {
  steps: number
  paths: number
}

/** Where an expression is evaluated. */
export interface Place {
  readonly machine: Machine
  readonly scope: Scope
  /** What `this` is. */
  readonly self: Value | undefined
}

/** The value of an expression. Throws NotFollowed, with the place. */
export function evaluate(node: Expression, place: Place): Value {
  return place.machine.interpreter.evaluate(node, place)
}

/** Runs statements in order until one leaves. */
export function run(statements: readonly (Statement | Directive)[], place: Place): End {
  return place.machine.interpreter.run(statements, place)
}

/** The result of a call with values. */
export function apply(
  callee: Value,
  args: readonly Value[],
  self: Value | undefined,
  place: Place,
): Value {
  return place.machine.interpreter.apply(callee, args, self, place)
}

const MAX_CONDITION = 4000

export function step(machine: Machine): void {
  machine.work.steps -= 1
  if (machine.work.steps < 0) throw new NotFollowed('a computation too long to follow')
}

/** Which way a condition goes on this path. The same condition goes the same way every time. */
export function choose(machine: Machine, test: Condition): boolean {
  if (test.kind === 'truth') return test.value
  if (test.kind === 'not') return !choose(machine, test.operand)
  const size = conditionSize(test)
  if (size > MAX_CONDITION) throw new NotFollowed('a condition too long to follow')
  machine.work.steps -= Math.ceil(size / 8)
  const key = printCondition(test)
  const known = machine.remembered.get(key)
  if (known !== undefined) return known
  const answer = machine.answers[machine.asked.length] ?? true
  machine.asked.push({ test, answer })
  machine.remembered.set(key, answer)
  return answer
}
