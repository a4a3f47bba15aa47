import type {
  AssignmentExpression,
  Expression,
  MemberExpression,
  UpdateExpression,
} from '@oxc-project/types'
import { choose, evaluate, type Place } from './machine.ts'
import { keyOf, property } from './members.ts'
import { NotFollowed } from './not-followed.ts'
import { binary, truthiness } from './operators.ts'
import { assignPattern } from './patterns.ts'
import { assign } from './scope.ts'
import { asNumber, type Value, whole } from './values.ts'

type Target = AssignmentExpression['left']

/** Something that can be written to, its object and key worked out once and first. */
interface Reference {
  readonly read: () => Value
  readonly write: (value: Value) => void
}

export function assignTo(node: AssignmentExpression, place: Place): Value {
  const { read, write } = referenceTo(node.left, place)
  const operator = node.operator.slice(0, -1)
  if (operator === '&&' || operator === '||' || operator === '??') {
    const old = read()
    if (!isWanted(operator, old, place)) return old
  }
  const value = isPlain(operator)
    ? evaluate(node.right, place)
    : combined(operator, read(), () => evaluate(node.right, place))
  write(value)
  return value
}

function isPlain(operator: string): boolean {
  return operator === '' || operator === '&&' || operator === '||' || operator === '??'
}

function combined(operator: string, old: Value, right: () => Value): Value {
  return binary(operator, old, right())
}

function isWanted(operator: '&&' | '||' | '??', old: Value, place: Place): boolean {
  if (operator === '??') return old.kind === 'undefined' || old.kind === 'null'
  return choose(place.machine, truthiness(old)) === (operator === '&&')
}

export function update(node: UpdateExpression, place: Place): Value {
  const { read, write } = referenceTo(node.argument as Target, place)
  const old = asNumber(read())
  if (old === undefined)
    throw new NotFollowed(`\`${node.operator}\` on something that is no number`)
  const value = binary(node.operator === '++' ? '+' : '-', old, whole(1))
  write(value)
  return node.prefix ? value : old
}

/** A variable, a member of something that the call made itself, or a pattern. */
function referenceTo(target: Target, place: Place): Reference {
  const { machine, scope } = place
  switch (target.type) {
    case 'Identifier':
      return {
        read: () => evaluate(target as Expression, place),
        write: (value) => assign(scope, target.name, value, machine.inModule),
      }
    case 'MemberExpression':
      return memberReference(target, place)
    case 'ArrayPattern':
    case 'ObjectPattern':
      return {
        read: () => {
          throw new NotFollowed('a pattern that is read')
        },
        write: (value) =>
          assignPattern(target, value, place, (name, part) =>
            assign(scope, name, part, machine.inModule),
          ),
      }
    default:
      throw new NotFollowed('a write to an expression')
  }
}

function memberReference(target: MemberExpression, place: Place): Reference {
  const object = evaluate(target.object as Expression, place)
  const key = keyOf(target, place)
  return {
    read: () => property(object, key),
    write: (value) => storeMember(object, key, value, place),
  }
}

function storeMember(object: Value, key: string, value: Value, { machine }: Place): void {
  if (object.kind === 'namespace') throw new NotFollowed(`a write to \`${object.name}\``)
  if (object.kind !== 'array' && object.kind !== 'object') {
    throw new NotFollowed(`a write to the property \`${key}\``)
  }
  if (object.ofModule && !machine.inModule) {
    throw new NotFollowed(`a write to \`${key}\` of something that outlives the call`)
  }
  if (object.kind === 'object') {
    if (key === '__proto__') throw new NotFollowed('a write to a prototype')
    object.fields.set(key, value)
    return
  }
  const index = Number(key)
  if (!/^\d+$/.test(key) || index > object.items.length) {
    throw new NotFollowed(`a write to the element \`${key}\``)
  }
  object.items[index] = value
}
