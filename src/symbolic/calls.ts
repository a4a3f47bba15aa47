import type { CallExpression, Expression, ParamPattern } from '@oxc-project/types'
import { callArrayFrom, callArrayMethod } from './array-methods.ts'
import { apply, evaluate, type Place, run, step } from './machine.ts'
import { keyOf, property } from './members.ts'
import { NATIVES } from './natives.ts'
import { NotFollowed } from './not-followed.ts'
import { assignPattern } from './patterns.ts'
import { declare, innerScope, lookUp } from './scope.ts'
import { evaluateAll } from './spread.ts'
import { type FunctionValue, UNDEFINED, type Value } from './values.ts'

const MAX_DEPTH = 120

export function call(node: CallExpression, place: Place): Value {
  if (isArrayFrom(node, place)) {
    return callArrayFrom(evaluateAll(node.arguments, place), place)
  }
  const { callee, self } = calleeOf(node, place)
  if (node.optional && (callee.kind === 'undefined' || callee.kind === 'null')) return UNDEFINED
  return apply(callee, evaluateAll(node.arguments, place), self, place)
}

function isArrayFrom({ callee }: CallExpression, { scope }: Place): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Array' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'from' &&
    lookUp(scope, 'Array') === undefined
  )
}

/** The function that is called, and what `this` is in it. */
function calleeOf(
  node: CallExpression,
  place: Place,
): { readonly callee: Value; readonly self: Value | undefined } {
  const callee = node.callee as Expression
  if (callee.type !== 'MemberExpression') {
    return { callee: evaluate(callee, place), self: undefined }
  }
  const self = evaluate(callee.object as Expression, place)
  if (callee.optional && (self.kind === 'undefined' || self.kind === 'null')) {
    return { callee: UNDEFINED, self: undefined }
  }
  return { callee: property(self, keyOf(callee, place)), self }
}

/** The result of a call with values. */
export function applyValue(
  callee: Value,
  args: readonly Value[],
  self: Value | undefined,
  place: Place,
): Value {
  switch (callee.kind) {
    case 'native': {
      const native = NATIVES[callee.name]
      if (native === undefined) throw new NotFollowed(`\`${callee.name}\` is not followed`)
      return native(args)
    }
    case 'method':
      return callArrayMethod(callee.of, callee.name, args, place)
    case 'function':
      return applyFunction(callee, args, self, place)
    default:
      throw new NotFollowed('a call of something that is no function')
  }
}

function applyFunction(
  callee: FunctionValue,
  args: readonly Value[],
  self: Value | undefined,
  { machine }: Place,
): Value {
  const { node } = callee
  step(machine)
  if (!('params' in node)) throw new NotFollowed('a call of a class')
  if (node.async || ('generator' in node && node.generator)) {
    throw new NotFollowed('an async function or a generator')
  }
  if (machine.depth >= MAX_DEPTH) throw new NotFollowed('a recursion that depends on the input')
  const scope = innerScope(callee.scope, true)
  const own = node.type === 'ArrowFunctionExpression' ? callee.self : self
  const place: Place = { machine, scope, self: own }
  const file = machine.file
  machine.depth++
  machine.file = callee.file
  bindParameters(node.params, args, place)
  const result = runBody(callee, place)
  machine.file = file
  machine.depth--
  return result
}

function runBody({ node }: FunctionValue, place: Place): Value {
  if (node.body === null) throw new NotFollowed('a function without a body')
  if (node.body.type !== 'BlockStatement') return evaluate(node.body as Expression, place)
  const end = run(node.body.body, place)
  if (end.kind === 'return') return end.value
  if (end.kind === 'next') return UNDEFINED
  throw new NotFollowed('a `break` outside of a loop')
}

function bindParameters(params: readonly ParamPattern[], args: readonly Value[], place: Place) {
  const bind = (name: string, value: Value) =>
    declare(place.scope, name, { value, constant: false })
  for (const [index, param] of params.entries()) {
    if (param.type === 'RestElement') {
      const items = args.slice(index)
      assignPattern(
        param.argument as ParamPattern,
        { kind: 'array', items, ofModule: place.machine.inModule },
        place,
        bind,
      )
    } else if (param.type === 'TSParameterProperty') {
      throw new NotFollowed('a parameter property')
    } else {
      assignPattern(param, args[index] ?? UNDEFINED, place, bind)
    }
  }
}
