import type { Argument, CallExpression, Expression } from '@oxc-project/types'
import { nearNames } from '../text/near-names.ts'
import { derivativeOf } from './differentiate.ts'
import type { Comparison, Condition, ConstantName, Expr, Operator, Span } from './expr.ts'
import { FUNCTION_ARITY, isFunctionName } from './expr.ts'
import { FormulaError } from './formula-error.ts'
import { literalText } from './literal-text.ts'

/** Reads a parsed TypeScript expression in the formula language. Throws a FormulaError. */
export function formulaFromExpression(node: Expression, source: string): Expr {
  const inner = unwrap(node)
  const expr = read(inner, source)
  return expr.span === undefined ? { ...expr, span: spanOf(inner) } : expr
}

/** Reads a parsed TypeScript expression as a condition, such as `alpha > 0`. */
export function conditionFromExpression(node: Expression, source: string): Condition {
  const inner = unwrap(node)
  if (inner.type === 'Literal' && typeof inner.value === 'boolean') {
    return { kind: 'truth', value: inner.value }
  }
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    return { kind: 'not', operand: conditionFromExpression(inner.argument, source) }
  }
  if (inner.type === 'LogicalExpression' && inner.operator !== '??') {
    return {
      kind: inner.operator === '&&' ? 'and' : 'or',
      left: conditionFromExpression(inner.left, source),
      right: conditionFromExpression(inner.right, source),
    }
  }
  const comparison = inner.type === 'BinaryExpression' ? COMPARISONS[inner.operator] : undefined
  if (inner.type === 'BinaryExpression' && comparison !== undefined) {
    return {
      kind: 'compare',
      comparison,
      left: formulaFromExpression(operandOf(inner.left), source),
      right: formulaFromExpression(inner.right, source),
    }
  }
  throw new FormulaError(
    `\`${textOf(inner, source)}\` is no condition`,
    inner.start,
    'Write a comparison, such as x > 0.',
  )
}

const COMPARISONS: { readonly [operator: string]: Comparison | undefined } = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '===',
  '===': '===',
  '!=': '!==',
  '!==': '!==',
}

const OPERATORS: { readonly [operator: string]: Operator | undefined } = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '**': '**',
}

const CONSTANTS: { readonly [name: string]: ConstantName | undefined } = {
  pi: 'pi',
  PI: 'pi',
  E: 'e',
  NaN: 'NaN',
  Infinity: 'infinity',
  seluAlpha: 'seluAlpha',
  seluScale: 'seluScale',
}

function read(node: Expression, source: string): Expr {
  switch (node.type) {
    case 'Literal':
      return readLiteral(node, source)
    case 'Identifier':
      return readName(node.name)
    case 'MemberExpression':
      return readMember(node, source)
    case 'UnaryExpression':
      return readUnary(node, source)
    case 'BinaryExpression':
      return readBinary(node, source)
    case 'ConditionalExpression':
      return {
        kind: 'conditional',
        test: conditionFromExpression(node.test, source),
        // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
        then: formulaFromExpression(node.consequent, source),
        otherwise: formulaFromExpression(node.alternate, source),
      }
    case 'CallExpression':
      return readCall(node, source)
    default:
      throw notInLanguage(node, source)
  }
}

function readLiteral(node: Extract<Expression, { type: 'Literal' }>, source: string): Expr {
  const text = typeof node.value === 'number' ? literalText(node.raw ?? '') : undefined
  if (text === undefined) throw notInLanguage(node, source)
  return { kind: 'number', text }
}

function readName(name: string): Expr {
  const known = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined
  return known === undefined ? { kind: 'variable', name } : { kind: 'constant', name: known }
}

function readMember(node: Extract<Expression, { type: 'MemberExpression' }>, source: string): Expr {
  if (textOf(node, source) === 'Math.PI') return { kind: 'constant', name: 'pi' }
  if (textOf(node, source) === 'Math.E') return { kind: 'constant', name: 'e' }
  throw notInLanguage(node, source)
}

function readUnary(node: Extract<Expression, { type: 'UnaryExpression' }>, source: string): Expr {
  if (node.operator === '+') return formulaFromExpression(node.argument, source)
  if (node.operator !== '-') throw notInLanguage(node, source)
  return { kind: 'negate', operand: formulaFromExpression(node.argument, source) }
}

function readBinary(node: Extract<Expression, { type: 'BinaryExpression' }>, source: string): Expr {
  const operator = OPERATORS[node.operator]
  if (operator === undefined) throw unknownOperator(node.operator, node.start)
  const left = formulaFromExpression(operandOf(node.left), source)
  return { kind: 'operation', operator, left, right: formulaFromExpression(node.right, source) }
}

function readCall(node: CallExpression, source: string): Expr {
  const name = calleeName(node, source)
  const args = node.arguments.map((argument) => argumentOf(argument, source))
  if (name === 'D') return readDerivative(node, args)
  if (name === 'pow') {
    expectArguments(node, name, 2)
    return { kind: 'operation', operator: '**', left: at(args, 0), right: at(args, 1) }
  }
  if (name === 'hypot') return hypotenuse(args)
  if (!isFunctionName(name)) throw unknownFunction(name, node.start)
  expectArguments(node, name, FUNCTION_ARITY[name])
  return { kind: 'call', name, args }
}

/** `D(f, x)` and `D(f, x, n)`: the derivative and the n-th derivative, worked out here. */
function readDerivative(node: CallExpression, args: readonly Expr[]): Expr {
  const variable = args[1]
  const order = args[2] === undefined ? 1 : integerLiteral(args[2])
  if (args.length > 3 || variable?.kind !== 'variable' || order === undefined || order < 1) {
    throw new FormulaError(
      'D takes a formula, a variable and, where more than one is wanted, the number of derivatives',
      node.start,
      'Write D(f, x) or D(f, x, 2).',
    )
  }
  let result = at(args, 0)
  for (let taken = 0; taken < order; taken++) result = derivativeOf(result, variable.name)
  return { ...result, span: spanOf(node) }
}

function integerLiteral(expr: Expr): number | undefined {
  return expr.kind === 'number' && /^\d{1,2}$/.test(expr.text) ? Number(expr.text) : undefined
}

function hypotenuse(args: readonly Expr[]): Expr {
  const squares = args.map(
    (left): Expr => ({
      kind: 'operation',
      operator: '**',
      left,
      right: { kind: 'number', text: '2' },
    }),
  )
  const [first = { kind: 'number', text: '0' } as const, ...rest] = squares
  const sum = rest.reduce<Expr>(
    (left, right) => ({ kind: 'operation', operator: '+', left, right }),
    first,
  )
  return { kind: 'call', name: 'sqrt', args: [sum] }
}

function calleeName(node: CallExpression, source: string): string {
  const callee = unwrap(node.callee)
  if (callee.type === 'Identifier') return callee.name
  const text = textOf(callee, source)
  if (/^Math\.\w+$/.test(text)) return text.slice('Math.'.length)
  throw notInLanguage(callee, source)
}

function expectArguments(node: CallExpression, name: string, wanted: number): void {
  const found = node.arguments.length
  const variadic = name === 'max' || name === 'min'
  if (found === wanted || (variadic && found > wanted)) return
  const count = `${wanted} argument${wanted === 1 ? '' : 's'}`
  throw new FormulaError(
    `${name} takes ${variadic ? 'at least ' : ''}${count}, and ${found} are given`,
    node.start,
  )
}

function argumentOf(argument: Argument, source: string): Expr {
  if (argument.type !== 'SpreadElement') return formulaFromExpression(argument, source)
  throw new FormulaError('A formula has no `...`', argument.start)
}

function operandOf(
  left: Extract<Expression, { type: 'BinaryExpression' }>['left'] | { type: 'PrivateIdentifier' },
): Expression {
  return left as Expression
}

/** Parentheses and type annotations say nothing about the value. */
function unwrap(node: Expression): Expression {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return unwrap(node.expression)
    default:
      return node
  }
}

function unknownFunction(name: string, offset: number): FormulaError {
  const near = nearNames(name, [...Object.keys(FUNCTION_ARITY), 'pow', 'hypot', 'D'])
  const advice =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `Known functions: ${Object.keys(FUNCTION_ARITY).join(', ')}, pow, hypot, D.`
  return new FormulaError(`The formula language has no function \`${name}\``, offset, advice)
}

function unknownOperator(operator: string, offset: number): FormulaError {
  const advice = operator === '^' ? 'A power is written x ** 2.' : undefined
  return new FormulaError(`The formula language has no operator \`${operator}\``, offset, advice)
}

function notInLanguage(node: Expression, source: string): FormulaError {
  return new FormulaError(
    `\`${textOf(node, source)}\` is not part of the formula language`,
    node.start,
    'Formulas are numbers, variables, + - * / **, calls such as exp(x), and test ? a : b.',
  )
}

function textOf(node: Expression, source: string): string {
  return source.slice(node.start, node.end)
}

function spanOf(node: Expression): Span {
  return [node.start, node.end]
}

function at(args: readonly Expr[], index: number): Expr {
  const found = args[index]
  if (found === undefined) throw new RangeError(`no argument ${index}`)
  return found
}
