import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'

/** The text of a string expression of literals alone. */
function constantText(node: unknown): string | undefined {
  const inner = bare(node)
  if (inner?.type === 'Literal') return typeof inner.value === 'string' ? inner.value : undefined
  if (inner?.type !== 'BinaryExpression' || inner.operator !== '+') return undefined
  const [left, right] = [constantText(inner.left), constantText(inner.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

/** Whether an expression is a whole number that stands in the source. */
export function isWholeNumber(node: unknown): boolean {
  const inner = bare(node)
  if (inner?.type === 'UnaryExpression') return isWholeNumber(inner.argument)
  return inner?.type === 'Literal' && Number.isInteger(inner.value)
}

/** An expression without brackets and types around it. */
export function bare(node: unknown): SyntaxNode | undefined {
  let inner = isNode(node) ? node : undefined
  while (inner && WRAPS.test(inner.type) && isNode(inner.expression)) inner = inner.expression
  return inner
}

const WRAPS =
  /^(ParenthesizedExpression|ChainExpression|TS(As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion)$/

export function isMath(node: unknown): boolean {
  const inner = bare(node)
  if (inner?.type === 'MemberExpression') return nameOf(inner.property) === 'Math'
  return inner?.type === 'Identifier' && nameOf(inner) === 'Math'
}

/** The name that a member is read by, where it stands in the source. */
export function memberName(member: SyntaxNode): string | undefined {
  return member.computed === true ? constantText(member.property) : nameOf(member.property)
}
