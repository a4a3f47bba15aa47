import type { CallExpression } from '@oxc-project/types'
import type { Expr } from '../formula/expr.ts'
import type { Nesting, NestingTrace, WantedFunction } from '../session.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { deriveFormula } from './derive-formula.ts'
import { INTERPRETER } from './execute.ts'
import type { Interpreter } from './machine.ts'
import type { FunctionValue, Value } from './values.ts'

export const NOT_TRACED: NestingTrace = { nestings: [], followed: false }

/**
 * Follows a function on letters, and notes where one is applied to its own result: directly, through
 * variables, under whatever name. Two calls side by side, and a look into a table, are no nesting:
 * what counts is what becomes of a result.
 */
export function traceNesting(graph: ModuleGraph, wanted: WantedFunction): NestingTrace {
  const nestings: Nesting[] = []
  const results = new Results()
  const calls: Call[] = []
  const interpreter: Interpreter = {
    ...INTERPRETER,
    evaluate: (node, place) => {
      if (node.type !== 'CallExpression') return INTERPRETER.evaluate(node, place)
      const call: Call = { node, of: undefined }
      calls.push(call)
      const value = INTERPRETER.evaluate(node, place)
      calls.pop()
      // The value may have been given its place in the source, as another object.
      if (value.kind === 'number' && call.of !== undefined) results.add(value.expr, call.of)
      return value
    },
    apply: (callee, given, self, place) => {
      const [of, call] = [identityOf(callee), calls.at(-1)]
      if (of !== undefined && results.among(given, of)) {
        const name = calledName(callee, call?.node)
        nestings.push({ name, file: place.machine.file, offset: call?.node.start })
      }
      const result = INTERPRETER.apply(callee, given, self, place)
      if (call) call.of = of
      return of !== undefined && result.kind === 'number' ? results.copied(result, of) : result
    },
  }
  const { kind } = deriveFormula(graph, wanted, interpreter)
  return { nestings, followed: kind === 'formula' && !results.tooMany }
}

/** A call that is under way, and what it is a call of, as soon as that is known. */
interface Call {
  readonly node: CallExpression
  of: Identity | undefined
}

/** What is the same for all calls of one function. */
type Identity = object | string

/** How much of arguments is looked through before the trace is given up. */
const MOST_LOOKS = 500_000

/** Which formulas are results of which functions. */
class Results {
  readonly #of = new Map<Expr, Identity>()
  #looks = 0

  get tooMany(): boolean {
    return this.#looks > MOST_LOOKS
  }

  add(expr: Expr, of: Identity): void {
    this.#of.set(expr, of)
  }

  /** The result as an object of its own: what returns its argument as it is has a result all the same. */
  copied(result: Extract<Value, { kind: 'number' }>, of: Identity): Value {
    const expr = { ...result.expr }
    this.add(expr, of)
    return { ...result, expr }
  }

  /** Whether a function's result is part of one of these values. */
  among(values: readonly Value[], of: Identity): boolean {
    return values.some((value) => value.kind === 'number' && this.#holds(value.expr, of))
  }

  #holds(expr: Expr, of: Identity): boolean {
    const seen = new Set<Expr>()
    const waiting = [expr]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#of.get(next) === of) return true
      if (seen.has(next) || this.tooMany) continue
      this.#looks++
      seen.add(next)
      waiting.push(...partsOf(next))
    }
    return false
  }
}

function identityOf(callee: Value): Identity | undefined {
  if (callee.kind === 'function') return callee.node
  return callee.kind === 'native' ? callee.name : undefined
}

/** What stands in front of the brackets, where that is a word. */
function calledName(callee: Value, node: CallExpression | undefined): string {
  if (callee.kind === 'native') return callee.name
  if (node?.callee.type === 'Identifier') return node.callee.name
  return (callee as FunctionValue).name || 'a function'
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'negate':
      return [expr.operand]
    case 'operation':
      return [expr.left, expr.right]
    case 'call':
      return expr.args
    case 'conditional':
      return [expr.then, expr.otherwise]
    default:
      return []
  }
}
