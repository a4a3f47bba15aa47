import type { AssignmentTarget, BindingPattern, Expression, ParamPattern } from '@oxc-project/types'
import { propertyName } from './literals.ts'
import { evaluate, type Place } from './machine.ts'
import { property } from './members.ts'
import { NotFollowed } from './not-followed.ts'
import { UNDEFINED, type Value } from './values.ts'

type Pattern = BindingPattern | AssignmentTarget | ParamPattern

/** Gives every name of a pattern its value: defaults, arrays, objects and the rest of them. */
export function assignPattern(
  pattern: Pattern,
  value: Value,
  place: Place,
  bind: (name: string, value: Value) => void,
): void {
  switch (pattern.type) {
    case 'Identifier':
      bind(pattern.name, value)
      return
    case 'AssignmentPattern': {
      const own = value.kind === 'undefined' ? evaluate(pattern.right, place) : value
      assignPattern(pattern.left as Pattern, own, place, bind)
      return
    }
    case 'ArrayPattern':
      assignElements(pattern, value, place, bind)
      return
    case 'ObjectPattern':
      assignProperties(pattern, value, place, bind)
      return
    default:
      throw new NotFollowed('a pattern that is not followed')
  }
}

function assignElements(
  pattern: Extract<Pattern, { type: 'ArrayPattern' }>,
  value: Value,
  place: Place,
  bind: (name: string, value: Value) => void,
): void {
  if (value.kind !== 'array') throw new NotFollowed('something that is no array is taken apart')
  for (const [index, element] of pattern.elements.entries()) {
    if (element === null) continue
    if (element.type === 'RestElement') {
      const items = value.items.slice(index)
      const rest: Value = { kind: 'array', items, ofModule: place.machine.inModule }
      assignPattern(element.argument as Pattern, rest, place, bind)
    } else {
      assignPattern(element as Pattern, value.items[index] ?? UNDEFINED, place, bind)
    }
  }
}

function assignProperties(
  pattern: Extract<Pattern, { type: 'ObjectPattern' }>,
  value: Value,
  place: Place,
  bind: (name: string, value: Value) => void,
): void {
  if (!['object', 'namespace', 'function'].includes(value.kind)) {
    throw new NotFollowed('something that is no object is taken apart')
  }
  for (const member of pattern.properties) {
    if (member.type === 'RestElement') throw new NotFollowed('the rest of an object')
    const key = propertyName(member.key as Expression, member.computed, place)
    assignPattern(member.value as Pattern, property(value, key), place, bind)
  }
}
