import type { Program } from '@oxc-project/types'

/** Any node of a parsed file, seen without its exact type: what a generic walk needs. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

export function asNode(program: Program): SyntaxNode {
  return program as unknown as SyntaxNode
}

/** The nodes directly below a node, in the order of its fields. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  // Without a list of all fields: whoever walks a tree comes through here for each node.
  for (const field in node) {
    const value = node[field]
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) children.push(one)
    } else if (isNode(value)) children.push(value)
  }
  return children
}

/**
 * Visits every node before the nodes below it; a visitor that returns false keeps out what is
 * below. Without recursion, so that no depth of nesting overflows.
 */
export function visitNodes(
  root: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => boolean | undefined,
): void {
  const waiting: [node: SyntaxNode, parent: SyntaxNode | undefined][] = [[root, undefined]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent] = next
    if (visit(node, parent) === false) continue
    const children = childrenOf(node)
    for (let i = children.length - 1; i >= 0; i--) waiting.push([children[i] as SyntaxNode, node])
  }
}

/** How deep the deepest node lies, and where the first does that lies deeper than is allowed. */
export function depthOf(root: SyntaxNode, most: number): { depth: number; tooDeepAt?: number } {
  let depth = 0
  let tooDeepAt: number | undefined
  const waiting: [node: SyntaxNode, depth: number][] = [[root, 1]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, at] = next
    depth = Math.max(depth, at)
    if (at > most) tooDeepAt = Math.min(tooDeepAt ?? node.start, node.start)
    for (const child of childrenOf(node)) waiting.push([child, at + 1])
  }
  return { depth, ...(tooDeepAt !== undefined && { tooDeepAt }) }
}

/** The name of an identifier or of a string literal; undefined for anything else. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name as string
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return undefined
}
