import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { memberOf } from './members.ts'
import { bare, part } from './nodes.ts'
import { type Rewrite, suspends, type Writer } from './writer.ts'

/** Operators, and whatever asks whether something holds. */
export const OPERATORS: { readonly [type: string]: Rewrite } = {
  UnaryExpression: unary,
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: conditional,
  TemplateLiteral: (node, writer) => {
    const texts = (node.expressions as SyntaxNode[]).map(
      (one) => [one, writer.callAt(one, 'text', inBrackets(one, writer))] as const,
    )
    return writer.splice(node, new Map(texts))
  },
  TaggedTemplateExpression: (node, writer) => writer.refused(node, 'f`…`'),
}

/** An operand, so that a comma in it separates nothing. */
export function inBrackets(node: SyntaxNode, writer: Writer): string {
  return `(${writer.out(node)})`
}

function unary(node: SyntaxNode, writer: Writer): string {
  const argument = part(node, 'argument')
  switch (node.operator) {
    case 'typeof':
      return typeOf(argument, writer)
    case '!':
      return writer.callAt(node, 'not', inBrackets(argument, writer))
    case '-':
    case '+':
    case '~':
      if (argument.type === 'Literal') return writer.verbatim(node)
      return writer.callAt(node, 'unary', quoted(node.operator), inBrackets(argument, writer))
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
  if (inner.type !== 'Identifier') return writer.call('typeOf', inBrackets(argument, writer))
  const name = writer.verbatim(inner)
  return `(typeof ${name}==="object"?${writer.call('typeOf', name)}:typeof ${name})`
}

function binary(node: SyntaxNode, writer: Writer): string {
  const left = part(node, 'left')
  const right = part(node, 'right')
  const operator = String(node.operator)
  if (operator === 'in') return hasMember(node, left, writer)
  const operands = [inBrackets(left, writer), inBrackets(right, writer)]
  if (operator === 'instanceof') return writer.callAt(node, 'isInstance', ...operands)
  return writer.callAt(node, 'binary', quoted(operator), ...operands)
}

function hasMember(node: SyntaxNode, left: SyntaxNode, writer: Writer): string {
  if (left.type === 'PrivateIdentifier') return writer.refused(node, '#x in …')
  const key = writer.callAt(left, 'key', inBrackets(left, writer))
  return `(${key} in ${inBrackets(part(node, 'right'), writer)})`
}

/** The right side is worked out where it is needed, or tried on both ways. */
function logical(node: SyntaxNode, writer: Writer): string {
  if (node.operator === '??') return writer.splice(node)
  const [left, right] = [part(node, 'left'), part(node, 'right')]
  if (suspends(right)) return writer.refused(node, 'yield')
  return shortCircuit(node, inBrackets(left, writer), inBrackets(right, writer), writer)
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
  const test = inBrackets(part(node, 'test'), writer)
  const [then, otherwise] = [part(node, 'consequent'), part(node, 'alternate')]
  if (suspends(then) || suspends(otherwise)) {
    return writer.refused(node, 'yield')
  }
  const branches = [then, otherwise].map((branch) => `()=>${inBrackets(branch, writer)}`)
  return writer.callAt(node, 'choice', test, ...branches)
}

export function quoted(operator: unknown): string {
  return JSON.stringify(operator)
}
