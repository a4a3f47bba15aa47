import { isNode, type SyntaxNode } from '../../source/syntax-tree.ts'
import { nodesOf } from '../offence.ts'

/** Whether nothing behind a statement is ever reached: it returns, throws or goes on for ever. */
export function endsItself(node: SyntaxNode): boolean {
  return ENDS[node.type]?.(node) ?? false
}

const ENDS: { readonly [type: string]: (node: SyntaxNode) => boolean } = {
  ReturnStatement: () => true,
  ThrowStatement: () => true,
  BlockStatement: ({ body }) => (body as SyntaxNode[]).some(endsItself),
  LabeledStatement: ({ body }) => endsItself(body as SyntaxNode),
  IfStatement: ({ consequent, alternate }) =>
    isNode(alternate) && endsItself(consequent as SyntaxNode) && endsItself(alternate),
  TryStatement: ({ block, handler, finalizer }) => {
    if (isNode(finalizer) && endsItself(finalizer)) return true
    const caught = isNode(handler) ? endsItself(handler.body as SyntaxNode) : true
    return endsItself(block as SyntaxNode) && caught
  },
  SwitchStatement: ({ cases }) => {
    const all = cases as SyntaxNode[]
    const last = all.at(-1)?.consequent as SyntaxNode[] | undefined
    const whole = all.some(({ test }) => !isNode(test))
    return whole && (last?.some(endsItself) ?? false) && !all.some(leavesBy('BreakStatement'))
  },
  ForStatement: (node) => !isNode(node.test) && !leavesBy('BreakStatement')(node),
  WhileStatement: (node) => isAlways(node.test) && !leavesBy('BreakStatement')(node),
  DoWhileStatement: (node) => isAlways(node.test) && !leavesBy('BreakStatement')(node),
}

function isAlways(test: unknown): boolean {
  return isNode(test) && test.type === 'Literal' && Boolean(test.value)
}

function leavesBy(type: string): (node: SyntaxNode) => boolean {
  return (node) => nodesOf(node).some((inner) => inner.type === type)
}
