import type { Condition, ConstantName, Expr, Operation } from './expr.ts'

/** How tightly a piece of text holds together; a piece that holds less than asked for gets parentheses. */
const BINDING = {
  conditional: 0,
  or: 1,
  and: 2,
  equality: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  unary: 7,
  power: 8,
  atom: 9,
} as const

const CONSTANTS: { readonly [name in ConstantName]: string } = {
  pi: 'pi',
  e: 'E',
  NaN: 'NaN',
  infinity: 'Infinity',
  seluAlpha: 'seluAlpha',
  seluScale: 'seluScale',
}

/** A formula as text of the formula language, with the fewest parentheses; parsing it gives it back. */
export function printFormula(expr: Expr): string {
  return print(expr, BINDING.conditional)
}

/** A condition as text, such as `alpha > 0 && x !== 0`. */
export function printCondition(test: Condition): string {
  return printTest(test, BINDING.conditional)
}

function print(expr: Expr, atLeast: number): string {
  const [text, binding] = pieceOf(expr)
  return binding < atLeast ? `(${text})` : text
}

function pieceOf(expr: Expr): readonly [text: string, binding: number] {
  switch (expr.kind) {
    case 'number':
      return [expr.text, BINDING.atom]
    case 'constant':
      return [CONSTANTS[expr.name], BINDING.atom]
    case 'variable':
      return [expr.name, BINDING.atom]
    case 'negate':
      // `--x` is a decrement and `-a ** b` does not parse: both get parentheses.
      return [`-${print(expr.operand, BINDING.atom)}`, BINDING.unary]
    case 'operation':
      return operationPiece(expr)
    case 'call': {
      const args = expr.args.map((argument) => print(argument, BINDING.conditional))
      return [`${expr.name}(${args.join(', ')})`, BINDING.atom]
    }
    case 'conditional': {
      const test = printTest(expr.test, BINDING.or)
      const then = print(expr.then, BINDING.or)
      const otherwise = print(expr.otherwise, BINDING.conditional)
      return [`${test} ? ${then} : ${otherwise}`, BINDING.conditional]
    }
  }
}

function operationPiece(expr: Operation): readonly [text: string, binding: number] {
  const { left, operator, right } = expr
  if (operator === '**') {
    return [`${print(left, BINDING.atom)} ** ${print(right, BINDING.unary)}`, BINDING.power]
  }
  const binding = operator === '+' || operator === '-' ? BINDING.sum : BINDING.product
  return [`${print(left, binding)} ${operator} ${print(right, binding + 1)}`, binding]
}

function printTest(test: Condition, atLeast: number): string {
  const [text, binding] = testPiece(test)
  return binding < atLeast ? `(${text})` : text
}

function testPiece(test: Condition): readonly [text: string, binding: number] {
  switch (test.kind) {
    case 'truth':
      return [String(test.value), BINDING.atom]
    case 'not':
      return [`!${printTest(test.operand, BINDING.unary)}`, BINDING.unary]
    case 'compare': {
      const equality = test.comparison.endsWith('==')
      const binding = equality ? BINDING.equality : BINDING.comparison
      const left = print(test.left, BINDING.sum)
      return [`${left} ${test.comparison} ${print(test.right, BINDING.sum)}`, binding]
    }
    case 'and':
      return logical(test.left, '&&', test.right, BINDING.and)
    case 'or':
      return logical(test.left, '||', test.right, BINDING.or)
  }
}

function logical(
  left: Condition,
  operator: string,
  right: Condition,
  binding: number,
): readonly [text: string, binding: number] {
  return [`${printTest(left, binding)} ${operator} ${printTest(right, binding + 1)}`, binding]
}
