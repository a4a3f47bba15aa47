import { isNode, type SyntaxNode } from '../../source/syntax-tree.ts'

/** The node in a field that always holds one. */
export function part(node: SyntaxNode, field: string): SyntaxNode {
  return node[field] as SyntaxNode
}

/** The node in a field, where there is one. */
export function partIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const found = node[field]
  return isNode(found) ? found : undefined
}

/** The nodes of a list; holes are left out. */
export function parts(node: SyntaxNode, field: string): SyntaxNode[] {
  const found = node[field]
  return Array.isArray(found) ? found.filter(isNode) : []
}

/** Without the brackets around it. */
export function bare(node: SyntaxNode): SyntaxNode {
  return node.type === 'ParenthesizedExpression' ? bare(part(node, 'expression')) : node
}

/** Whether this is written as one call of the runtime. */
export function isCall(node: SyntaxNode): boolean {
  const inner = bare(node)
  switch (inner.type) {
    case 'LogicalExpression':
      return inner.operator !== '??'
    case 'UnaryExpression':
      return /[-+~!]/.test(String(inner.operator)) && part(inner, 'argument').type !== 'Literal'
    default:
      return CALLS.has(inner.type)
  }
}

const CALLS = new Set([
  'BinaryExpression',
  'ConditionalExpression',
  'CallExpression',
  'NewExpression',
  'ArrayExpression',
  'ObjectExpression',
])

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

export function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.has(node.type)
}

/** The name of a member that is written out: `o.name`, `o['name']`, `{ name: … }`. */
export function writtenName(node: SyntaxNode, key: SyntaxNode): string | undefined {
  if (node.computed !== true && key.type === 'Identifier') return String(key.name)
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}
