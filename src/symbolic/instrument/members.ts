import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, part, writtenName } from './nodes.ts'
import type { Rewrite, Writer } from './writer.ts'

export const MEMBERS: { readonly [type: string]: Rewrite } = {
  MemberExpression: (node, writer) => chained(node, writer, (text) => text),
  ChainExpression: (node, writer) =>
    writer.suspends(node)
      ? writer.refused(node, 'yield')
      : chained(part(node, 'expression'), writer, (text) => text),
  CallExpression: (node, writer) => chained(node, writer, (text) => text),
  NewExpression: (node, writer) =>
    writer.callAt(node, 'construct', writer.argument(part(node, 'callee')), ...list(node, writer)),
  ImportExpression: (node, writer) => writer.refused(node, 'import()'),
  MetaProperty: (node, writer) =>
    part(node, 'meta').name === 'import'
      ? writer.refused(node, 'import.meta')
      : writer.verbatim(node),
}

export interface Member {
  /** The object's text; undefined for `super`. */
  readonly object: string | undefined
  /** `.name`, `.#name` or `[key]`, to stand behind an object. */
  readonly access: string
  /** The key's text, where it is worked out. */
  readonly key: string | undefined
  readonly name: string | undefined
}

/** A member, with what stands in it written anew. */
export function memberOf(node: SyntaxNode, writer: Writer): Member {
  const object = part(node, 'object')
  return {
    object: object.type === 'Super' ? undefined : writer.reachable(object),
    ...accessOf(node, writer),
  }
}

function accessOf(node: SyntaxNode, writer: Writer): Omit<Member, 'object'> {
  const property = part(node, 'property')
  const name = writtenName(node, property)
  if (name === 'stack') return { access: `[${refusedKey(node, writer)}]`, key: undefined, name }
  if (node.computed !== true) {
    return { access: `.${writer.verbatim(property)}`, key: undefined, name }
  }
  if (bare(property).type === 'Literal') {
    return { access: `[${writer.verbatim(property)}]`, key: undefined, name }
  }
  const key = writer.callAt(property, 'key', writer.argument(property))
  return { access: `[${key}]`, key, name }
}

/** A key of a property as it stands, or what it works out to. */
export function keyOf(node: SyntaxNode, key: SyntaxNode, writer: Writer): string {
  return node.computed === true
    ? writer.callAt(key, 'key', writer.argument(key))
    : writer.verbatim(key)
}

/** An error's stack tells how the program was written anew. */
export function refusedKey(node: SyntaxNode, writer: Writer): string {
  return writer.refused(node, 'stack')
}

/** What a piece of a chain becomes, once what stands left of it is known. */
type Continue = (text: string) => string

/**
 * Members and calls, from the left to the right; at `?.` all that follows goes into a function,
 * which is called where there is something to go on with.
 */
function chained(node: SyntaxNode, writer: Writer, then: Continue): string {
  if (node.type === 'CallExpression') return called(node, writer, then)
  if (node.type !== 'MemberExpression') return then(writer.reachable(node))
  return reached(node, writer, (object) => then(object + accessOf(node, writer).access))
}

/** The object of a member, once `?.` has been seen to. */
function reached(node: SyntaxNode, writer: Writer, then: Continue): string {
  const object = part(node, 'object')
  if (object.type === 'Super') return then('super')
  return chained(object, writer, (text) => {
    if (node.optional !== true) return then(text)
    const own = writer.temporary()
    return writer.call('unlessNullish', text, `(${own})=>${then(own)}`)
  })
}

function called(node: SyntaxNode, writer: Writer, then: Continue): string {
  const callee = bare(part(node, 'callee'))
  if (callee.type === 'Super') return then(superCall(node, writer))
  if (callee.type === 'ChainExpression') {
    return then(writer.refused(node, '(a?.b)()'))
  }
  const finish = (method: string) =>
    node.optional === true
      ? optionally(method, node, writer, then)
      : then(writer.callAt(node, 'call', method, ...list(node, writer)))
  if (callee.type !== 'MemberExpression') {
    return chained(callee, writer, (text) => finish(writer.call('plain', text)))
  }
  return reached(callee, writer, (object) => finish(methodOf(callee, object, writer)))
}

/** A function and what it is called on: the function is taken where the program stands. */
function methodOf(callee: SyntaxNode, object: string, writer: Writer): string {
  if (writer.suspends(part(callee, 'property'))) {
    return writer.refused(callee, 'yield')
  }
  const { access } = accessOf(callee, writer)
  if (object === 'super') return writer.call('bound', 'this', `super${access}`)
  const own = writer.temporary()
  return writer.callAt(callee, 'method', object, `(${own})=>${own}${access}`)
}

function optionally(method: string, node: SyntaxNode, writer: Writer, then: Continue): string {
  const own = writer.temporary()
  const call = writer.callAt(node, 'call', own, ...list(node, writer))
  return writer.call('unlessNullishMethod', method, `(${own})=>${then(call)}`)
}

function superCall(node: SyntaxNode, writer: Writer): string {
  const own = writer.classes.at(-1) ?? 0
  const args = (node.arguments as SyntaxNode[]).map((argument) =>
    argument.type === 'SpreadElement'
      ? `...${writer.callAt(argument, 'superSpread', own, writer.argument(part(argument, 'argument')))}`
      : writer.callAt(argument, 'superArgument', own, writer.argument(argument)),
  )
  return writer.call('derived', own, `super(${args.join(',')})`)
}

function list(node: SyntaxNode, writer: Writer): string[] {
  return (node.arguments as SyntaxNode[]).map((one) => writer.out(one))
}
