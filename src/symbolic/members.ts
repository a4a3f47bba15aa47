import type { Expression, MemberExpression } from '@oxc-project/types'
import { evaluate, type Place } from './machine.ts'
import { nativeValue } from './native-names.ts'
import { NotFollowed } from './not-followed.ts'
import { UNDEFINED, type Value, whole } from './values.ts'

/** `object.name` and `object[key]`. */
export function memberOf(node: MemberExpression, place: Place): Value {
  const object = evaluate(node.object as Expression, place)
  if (node.optional && (object.kind === 'undefined' || object.kind === 'null')) return UNDEFINED
  return property(object, keyOf(node, place))
}

/** The name of the property that is meant. */
export function keyOf(node: MemberExpression, place: Place): string {
  if (!node.computed) {
    const { type, name } = node.property as { readonly type: string; readonly name: string }
    return type === 'PrivateIdentifier' ? `#${name}` : name
  }
  const key = evaluate(node.property as Expression, place)
  if (key.kind === 'string') return key.text
  if (key.kind === 'number' && key.double !== undefined) return String(key.double)
  throw new NotFollowed('an index that depends on the input')
}

export function property(object: Value, key: string): Value {
  switch (object.kind) {
    case 'object':
      return object.fields.get(key) ?? missing(key, 'object')
    case 'function':
      return object.fields.get(key) ?? missing(key, 'function')
    case 'array': {
      if (key === 'length') return whole(object.items.length)
      if (/^\d+$/.test(key)) return object.items[Number(key)] ?? UNDEFINED
      return { kind: 'method', name: key, of: object }
    }
    case 'native':
    case 'namespace': {
      const name = `${object.name}.${key}`
      const found = nativeValue(name)
      if (found === undefined) throw new NotFollowed(`\`${name}\` is not followed`)
      return found
    }
    default:
      throw new NotFollowed(`the property \`${key}\` of ${article(object.kind)}`)
  }
}

/** What Object.prototype or Function.prototype would answer is not modelled. */
function missing(key: string, kind: 'object' | 'function'): Value {
  const inherited = kind === 'object' ? Object.prototype : Function.prototype
  if (key in inherited) throw new NotFollowed(`the property \`${key}\` of ${article(kind)}`)
  return UNDEFINED
}

function article(kind: string): string {
  return kind === 'undefined' || kind === 'null' ? kind : `a value of the kind ${kind}`
}
