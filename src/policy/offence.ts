import { childrenOf, type SyntaxNode } from '../source/syntax-tree.ts'

/** A rule broken at a node. */
export interface Offence {
  readonly node: SyntaxNode
  readonly module: number
  readonly message: string
  /** The name that was used, where the rule is about names. */
  readonly name?: string
}

/** A node and everything below it, in the order of the text. */
export function nodesOf(root: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    waiting.push(...childrenOf(node))
  }
  return found.sort((a, b) => a.start - b.start)
}
