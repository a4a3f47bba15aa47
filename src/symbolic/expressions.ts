import type { Expression, TemplateLiteral } from '@oxc-project/types'
import { conditional, number } from '../formula/build.ts'
import { literalText } from '../formula/literal-text.ts'
import { assignTo, update } from './assignments.ts'
import { call } from './calls.ts'
import { makeArray, makeClass, makeFunction, makeObject } from './literals.ts'
import { describe, located } from './located.ts'
import { choose, evaluate, type Place, step } from './machine.ts'
import { memberOf } from './members.ts'
import { isNative, nativeValue } from './native-names.ts'
import { NotFollowed } from './not-followed.ts'
import { binary, negated, negation, truthiness } from './operators.ts'
import { isPure } from './purity.ts'
import { lookUp } from './scope.ts'
import { asNumber, known, NULL, truth, UNDEFINED, unknown, type Value } from './values.ts'

/** The value of an expression. Throws NotFollowed, with the place. */
export function evaluateExpression(node: Expression, place: Place): Value {
  step(place.machine)
  try {
    return withSpan(evaluateNode(node, place), node, place)
  } catch (error) {
    throw located(error, node.start, place)
  }
}

/** Formulas remember where in the entry file they were computed. */
function withSpan(value: Value, node: Expression, { machine }: Place): Value {
  if (value.kind !== 'number' || machine.file !== machine.entry) return value
  if (value.expr.span !== undefined || value.expr.kind === 'variable') return value
  return { ...value, expr: { ...value.expr, span: [node.start, node.end] } }
}

function evaluateNode(node: Expression, place: Place): Value {
  switch (node.type) {
    case 'Literal':
      return literal(node)
    case 'TemplateLiteral':
      return template(node)
    case 'Identifier':
      return named(node.name, place)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return evaluate(node.expression, place)
    case 'UnaryExpression':
      return unary(node, place)
    case 'BinaryExpression':
      return binary(
        node.operator,
        evaluate(node.left as Expression, place),
        evaluate(node.right, place),
      )
    case 'LogicalExpression':
      return logical(node, place)
    case 'ConditionalExpression':
      return ternary(node, place)
    case 'CallExpression':
      return call(node, place)
    case 'ChainExpression':
      return evaluate(node.expression as Expression, place)
    case 'MemberExpression':
      return memberOf(node, place)
    case 'AssignmentExpression':
      return assignTo(node, place)
    case 'UpdateExpression':
      return update(node, place)
    case 'SequenceExpression':
      return node.expressions.map((one) => evaluate(one, place)).at(-1) ?? UNDEFINED
    case 'ArrayExpression':
      return makeArray(node, place)
    case 'ObjectExpression':
      return makeObject(node, place)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return makeFunction(node, place)
    case 'ClassExpression':
      return makeClass(node, place)
    case 'ThisExpression':
      return place.self ?? UNDEFINED
    default:
      throw new NotFollowed(`${describe(node.type)} is not followed`)
  }
}

function literal(node: Extract<Expression, { type: 'Literal' }>): Value {
  if (node.value === null && node.raw === 'null') return NULL
  if (typeof node.value === 'boolean') return truth(node.value)
  if (typeof node.value === 'string') return { kind: 'string', text: node.value }
  const text = typeof node.value === 'number' ? literalText(node.raw ?? '') : undefined
  if (text === undefined) throw new NotFollowed(`the literal \`${node.raw}\``)
  const double = Number(node.value)
  return known(double === 0 ? number(0) : number(text), double)
}

function template(node: TemplateLiteral): Value {
  const [part] = node.quasis
  if (node.expressions.length > 0 || part?.value.cooked == null) {
    throw new NotFollowed('a text made of values')
  }
  return { kind: 'string', text: part.value.cooked }
}

function named(name: string, { scope }: Place): Value {
  const own = lookUp(scope, name)
  if (own !== undefined) return own
  if (name === 'undefined') return UNDEFINED
  const native = nativeValue(name)
  if (native !== undefined) return native
  if (isNative(name)) return { kind: 'namespace', name }
  throw new NotFollowed(`\`${name}\` is not followed`)
}

function unary(node: Extract<Expression, { type: 'UnaryExpression' }>, place: Place): Value {
  const { operator, argument } = node
  if (operator === 'typeof') return typeOf(evaluate(argument, place))
  const value = evaluate(argument, place)
  switch (operator) {
    case '-':
      return negated(value)
    case '+': {
      const result = asNumber(value)
      if (result === undefined) throw new NotFollowed('`+` on something that is no number')
      return result
    }
    case '!':
      return { kind: 'boolean', test: negation(truthiness(value)) }
    case 'void':
      return UNDEFINED
    case '~':
      return binary('^', value, known(number(-1), -1))
    default:
      throw new NotFollowed(`\`${operator}\` is not followed`)
  }
}

function typeOf(value: Value): Value {
  const names: { readonly [kind in Value['kind']]: string } = {
    number: 'number',
    boolean: 'boolean',
    string: 'string',
    undefined: 'undefined',
    null: 'object',
    array: 'object',
    object: 'object',
    function: 'function',
    native: 'function',
    method: 'function',
    namespace: 'object',
  }
  return { kind: 'string', text: names[value.kind] }
}

function logical(node: Extract<Expression, { type: 'LogicalExpression' }>, place: Place): Value {
  const left = evaluate(node.left, place)
  if (node.operator === '??') {
    const missing = left.kind === 'undefined' || left.kind === 'null'
    return missing ? evaluate(node.right, place) : left
  }
  const kind = node.operator === '&&' ? 'and' : 'or'
  if (left.kind === 'boolean' && left.test.kind !== 'truth' && isPure(node.right)) {
    const right = evaluate(node.right, place)
    if (right.kind === 'boolean' && right.test.kind !== 'truth') {
      return { kind: 'boolean', test: { kind, left: left.test, right: right.test } }
    }
  }
  const holds = choose(place.machine, truthiness(left))
  if (holds === (kind === 'or')) return left.kind === 'boolean' ? truth(holds) : left
  return evaluate(node.right, place)
}

/** Two plain branches become one conditional formula; anything else is followed branch by branch. */
function ternary(
  node: Extract<Expression, { type: 'ConditionalExpression' }>,
  place: Place,
): Value {
  const test = truthiness(evaluate(node.test, place))
  const plain = test.kind !== 'truth' && isPure(node.consequent) && isPure(node.alternate)
  if (!plain) {
    return evaluate(choose(place.machine, test) ? node.consequent : node.alternate, place)
  }
  const then = evaluate(node.consequent, place)
  const otherwise = evaluate(node.alternate, place)
  if (then.kind === 'number' && otherwise.kind === 'number') {
    return unknown(conditional(test, then.expr, otherwise.expr))
  }
  return choose(place.machine, test) ? then : otherwise
}
