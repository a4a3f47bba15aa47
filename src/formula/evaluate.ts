import type { Call, Comparison, Condition, Conditional, Expr, Operation } from './expr.ts'
import { FLOAT64_CONSTANTS, FLOAT64_FUNCTIONS } from './float64-functions.ts'

type Compiled = (values: readonly number[]) => number
type CompiledTest = (values: readonly number[]) => boolean

/**
 * A formula as a function of its variables, in float64. Every function of the formula language is
 * evaluated by a stable form. Throws a RangeError for a variable that is not named.
 */
export function compileFloat64(
  expr: Expr,
  names: readonly string[],
): (...args: number[]) => number {
  const run = compile(expr, names)
  return (...args) => run(args)
}

function compile(expr: Expr, names: readonly string[]): Compiled {
  switch (expr.kind) {
    case 'number': {
      const value = Number(expr.text)
      return () => value
    }
    case 'constant': {
      const value = FLOAT64_CONSTANTS[expr.name]
      return () => value
    }
    case 'variable':
      return compileVariable(expr.name, names)
    case 'negate': {
      const operand = compile(expr.operand, names)
      return (values) => -operand(values)
    }
    case 'operation':
      return compileOperation(expr, names)
    case 'call':
      return compileCall(expr, names)
    case 'conditional':
      return compileConditional(expr, names)
  }
}

function compileVariable(name: string, names: readonly string[]): Compiled {
  const index = names.indexOf(name)
  if (index < 0) throw new RangeError(`no value for the variable ${name}`)
  return (values) => values[index] ?? Number.NaN
}

function compileOperation(expr: Operation, names: readonly string[]): Compiled {
  const left = compile(expr.left, names)
  const right = compile(expr.right, names)
  const apply = BINARY[expr.operator]
  return (values) => apply(left(values), right(values))
}

const BINARY = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  // Squares and cubes are multiplied out: V8's own power changed in the last digit between releases.
  '**': (a: number, b: number) => (b === 2 ? a * a : b === 3 ? a * a * a : a ** b),
} as const

function compileCall(expr: Call, names: readonly string[]): Compiled {
  const apply = FLOAT64_FUNCTIONS[expr.name]
  const args = expr.args.map((argument) => compile(argument, names))
  const [first, second] = args
  if (first !== undefined && args.length === 1) return (values) => apply(first(values))
  if (first !== undefined && second !== undefined && args.length === 2) {
    return (values) => apply(first(values), second(values))
  }
  return (values) => apply(...args.map((argument) => argument(values)))
}

function compileConditional(expr: Conditional, names: readonly string[]): Compiled {
  const test = compileTest(expr.test, names)
  const then = compile(expr.then, names)
  const otherwise = compile(expr.otherwise, names)
  return (values) => (test(values) ? then(values) : otherwise(values))
}

function compileTest(test: Condition, names: readonly string[]): CompiledTest {
  switch (test.kind) {
    case 'truth':
      return () => test.value
    case 'not': {
      const operand = compileTest(test.operand, names)
      return (values) => !operand(values)
    }
    case 'compare': {
      const left = compile(test.left, names)
      const right = compile(test.right, names)
      const holds = COMPARE[test.comparison]
      return (values) => holds(left(values), right(values))
    }
    default: {
      const left = compileTest(test.left, names)
      const right = compileTest(test.right, names)
      return test.kind === 'and'
        ? (values) => left(values) && right(values)
        : (values) => left(values) || right(values)
    }
  }
}

const COMPARE: { readonly [comparison in Comparison]: (a: number, b: number) => boolean } = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
}

/** Whether a condition holds in float64 at the given values. */
export function holdsFloat64(
  test: Condition,
  bindings: { readonly [name: string]: number },
): boolean {
  return compileTest(test, Object.keys(bindings))(Object.values(bindings))
}
