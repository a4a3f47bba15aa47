import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { memberOf } from './members.ts'
import { bare, isCall, part } from './nodes.ts'
import type { Rewrite, Writer } from './writer.ts'

/** Operators, and whatever asks whether something holds. */
export const OPERATORS: { readonly [type: string]: Rewrite } = {
  UnaryExpression: unary,
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: conditional,
  TemplateLiteral: (node, writer) => {
    const texts = (node.expressions as SyntaxNode[]).map(
      (one) => [one, writer.callAt(one, 'text', writer.argument(one))] as const,
    )
    return writer.splice(node, new Map(texts))
  },
  ParenthesizedExpression: (node, writer) => {
    const inner = bare(node)
    return isCall(inner) ? writer.out(inner) : `(${writer.out(inner)})`
  },
  TaggedTemplateExpression: (node, writer) => writer.refused(node, 'f`…`'),
}

function unary(node: SyntaxNode, writer: Writer): string {
  const argument = part(node, 'argument')
  switch (node.operator) {
    case 'typeof':
      return typeOf(argument, writer)
    case '!':
      return writer.callAt(node, 'not', writer.argument(argument))
    case '-':
    case '+':
    case '~':
      if (argument.type === 'Literal') return writer.verbatim(node)
      return writer.callAt(node, 'unary', quoted(node.operator), writer.argument(argument))
    case 'delete':
      return removed(node, bare(argument), writer)
    default:
      return writer.splice(node)
  }
}

function removed(node: SyntaxNode, target: SyntaxNode, writer: Writer): string {
  if (target.type === 'ChainExpression') return writer.refused(node, 'delete a?.b')
  if (target.type !== 'MemberExpression') return writer.splice(node)
  const { object, access } = memberOf(target, writer)
  if (object === undefined) return writer.refused(node, 'delete super.x')
  return `(delete ${writer.callAt(node, 'mayWrite', object)}${access})`
}

/** `typeof` also answers for names that nobody declares. */
function typeOf(argument: SyntaxNode, writer: Writer): string {
  const inner = bare(argument)
  if (inner.type !== 'Identifier') return writer.call('typeOf', writer.argument(argument))
  const name = writer.verbatim(inner)
  return `(typeof ${name}==="object"?${writer.call('typeOf', name)}:typeof ${name})`
}

function binary(node: SyntaxNode, writer: Writer): string {
  const left = part(node, 'left')
  const right = part(node, 'right')
  const operator = String(node.operator)
  if (operator === 'in') return hasMember(node, left, writer)
  const operands = [writer.argument(left), writer.argument(right)]
  if (operator === 'instanceof') return writer.callAt(node, 'isInstance', ...operands)
  return writer.callAt(node, 'binary', quoted(operator), ...operands)
}

function hasMember(node: SyntaxNode, left: SyntaxNode, writer: Writer): string {
  if (left.type === 'PrivateIdentifier') return writer.refused(node, '#x in …')
  const key = writer.callAt(left, 'key', writer.argument(left))
  return `(${key} in ${writer.argument(part(node, 'right'))})`
}

/** The right side is worked out where it is needed, or tried on both ways. */
function logical(node: SyntaxNode, writer: Writer): string {
  if (node.operator === '??') return writer.splice(node)
  const [left, right] = [part(node, 'left'), part(node, 'right')]
  if (writer.suspends(right)) return writer.refused(node, 'yield')
  return shortCircuit(node, writer.argument(left), writer.argument(right), writer)
}

/** `left && right` or `left || right`, of texts. */
export function shortCircuit(
  node: SyntaxNode,
  left: string,
  right: string,
  writer: Writer,
): string {
  const name = String(node.operator).startsWith('&&') ? 'and' : 'or'
  return writer.callAt(node, name, left, `()=>${right}`)
}

/** Both branches of a condition on the input are worked out, where neither does anything else. */
function conditional(node: SyntaxNode, writer: Writer): string {
  const test = writer.argument(part(node, 'test'))
  const [then, otherwise] = [part(node, 'consequent'), part(node, 'alternate')]
  if (writer.suspends(then) || writer.suspends(otherwise)) {
    return writer.refused(node, 'yield')
  }
  const branches = [then, otherwise].map((branch) => `()=>${writer.argument(branch)}`)
  return writer.callAt(node, 'choice', test, ...branches)
}

export function quoted(operator: unknown): string {
  return JSON.stringify(operator)
}
