import type { Argument } from '@oxc-project/types'
import { evaluate, type Place } from './machine.ts'
import { NotFollowed } from './not-followed.ts'
import type { Value } from './values.ts'

/** The values of arguments or elements, with `...` spread out. */
export function evaluateAll(nodes: readonly Argument[], place: Place): Value[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'SpreadElement') return [evaluate(node, place)]
    const value = evaluate(node.argument, place)
    if (value.kind !== 'array') throw new NotFollowed('`...` of something that is no array')
    return value.items
  })
}
