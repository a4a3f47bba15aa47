import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { keyOf } from './members.ts'
import { part, writtenName } from './nodes.ts'
import type { Rewrite, Writer } from './writer.ts'

export const LITERALS: { readonly [type: string]: Rewrite } = {
  ArrayExpression: (node, writer) => writer.call('born', writer.splice(node)),
  ObjectExpression: (node, writer) => writer.call('born', writer.splice(node)),
  Property: property,
}

function property(node: SyntaxNode, writer: Writer): string {
  const [key, value] = [part(node, 'key'), part(node, 'value')]
  const name = writtenName(node, key)
  if (name === 'return') return `return:${writer.refused(node, 'return()')}`
  if (name === 'done' && node.kind === 'get') {
    return `done:${writer.refused(node, 'get done()')}`
  }
  if (name === 'done' && node.kind === 'init' && node.method !== true) {
    return `done:${writer.callAt(value, 'flag', writer.argument(value))}`
  }
  if (node.shorthand === true) return writer.out(value)
  // A number is no prototype, and no error either: nothing happens then.
  if (name === '__proto__' && value.type !== 'Literal') {
    return `__proto__:${writer.refused(node, '__proto__')}`
  }
  const text = keyOf(node, key, writer)
  return writer.splice(node, new Map([[key, text]]))
}
