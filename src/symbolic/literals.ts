import type {
  ArrayExpression,
  ArrowFunctionExpression,
  Class,
  Expression,
  Function as FunctionNode,
  ObjectExpression,
} from '@oxc-project/types'
import { evaluate, type Place } from './machine.ts'
import { NotFollowed } from './not-followed.ts'
import { declare, innerScope } from './scope.ts'
import { evaluateAll } from './spread.ts'
import type { FunctionValue, ObjectValue, Value } from './values.ts'
import { UNDEFINED } from './values.ts'

export function makeArray(node: ArrayExpression, place: Place): Value {
  const items = node.elements.flatMap((element) => {
    if (element === null) throw new NotFollowed('an array with holes')
    return evaluateAll([element], place)
  })
  return { kind: 'array', items, ofModule: place.machine.inModule }
}

export function makeObject(node: ObjectExpression, place: Place): Value {
  const object: ObjectValue = {
    kind: 'object',
    fields: new Map(),
    ofModule: place.machine.inModule,
  }
  for (const member of node.properties) {
    if (member.type === 'SpreadElement') {
      const source = evaluate(member.argument, place)
      if (source.kind !== 'object') throw new NotFollowed('`...` of something that is no object')
      for (const [key, value] of source.fields) object.fields.set(key, value)
      continue
    }
    if (member.kind !== 'init') throw new NotFollowed('a getter or setter')
    const key = propertyName(member.key as Expression, member.computed, place)
    if (key === '__proto__') throw new NotFollowed('a prototype')
    object.fields.set(key, evaluate(member.value as Expression, place))
  }
  return object
}

/** The name of a property, a method or a field. */
export function propertyName(key: Expression, computed: boolean, place: Place): string {
  if (!computed && key.type === 'Identifier') return key.name
  if ((key.type as string) === 'PrivateIdentifier') return `#${(key as { name?: string }).name}`
  const value = evaluate(key, place)
  if (value.kind === 'string') return value.text
  if (value.kind === 'number' && value.double !== undefined) return String(value.double)
  throw new NotFollowed('a property name that is not known')
}

export function makeFunction(
  node: FunctionNode | ArrowFunctionExpression,
  place: Place,
): FunctionValue {
  const named = node.type === 'FunctionExpression' ? node.id : undefined
  const scope = named ? innerScope(place.scope) : place.scope
  const value: FunctionValue = {
    kind: 'function',
    name: node.id?.name ?? '',
    node,
    scope,
    self: node.type === 'ArrowFunctionExpression' ? place.self : undefined,
    file: place.machine.file,
    fields: new Map(),
  }
  if (named) declare(scope, named.name, { value, constant: true })
  return value
}

/** A class as what its static members are; making instances of it is not followed. */
export function makeClass(node: Class, place: Place): FunctionValue {
  if (node.superClass !== null) throw new NotFollowed('a class that extends another one')
  if (node.decorators.length > 0) throw new NotFollowed('a decorator')
  const scope = innerScope(place.scope)
  const value: FunctionValue = {
    kind: 'function',
    name: node.id?.name ?? '',
    node: CONSTRUCTOR,
    scope,
    self: undefined,
    file: place.machine.file,
    fields: new Map(),
  }
  if (node.id) declare(scope, node.id.name, { value, constant: true })
  for (const member of node.body.body) addStatic(value, member, { ...place, scope, self: value })
  return value
}

function addStatic(value: FunctionValue, member: Class['body']['body'][number], place: Place) {
  if (member.type === 'StaticBlock') throw new NotFollowed('a static block')
  if (!('static' in member) || !member.static) return
  if (member.type === 'MethodDefinition' && member.kind === 'method') {
    const key = propertyName(member.key as Expression, member.computed, place)
    value.fields.set(key, makeFunction(member.value, place))
  } else if (member.type === 'PropertyDefinition') {
    const key = propertyName(member.key as Expression, member.computed, place)
    value.fields.set(key, member.value === null ? UNDEFINED : evaluate(member.value, place))
  } else {
    throw new NotFollowed('a static getter or setter')
  }
}

/** A class is no function that can be called. */
const CONSTRUCTOR = { type: 'ClassConstructor' } as unknown as FunctionNode
