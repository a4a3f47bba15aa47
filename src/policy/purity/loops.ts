import { isNode, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { elementsOf, methodOf } from './arguments.ts'
import { ANYTHING, type Kind } from './kinds.ts'
import { declareVariables, Scope } from './scopes.ts'
import { assign, bind } from './targets.ts'
import type { Walk } from './walk.ts'

/** The scope that a node makes, the same in every turn. */
export function inner(
  walk: Walk,
  node: SyntaxNode,
  outer: Scope,
  fill: (scope: Scope) => void,
): Scope {
  return walk.scopeOf(node, () => {
    const scope = new Scope(outer)
    fill(scope)
    return scope
  })
}

export function declareHead(head: unknown, scope: Scope): void {
  if (isNode(head) && head.type === 'VariableDeclaration') declareVariables(head, scope)
}

export function forIn(walk: Walk, node: SyntaxNode, outer: Scope): void {
  walk.kindOf(node.right, outer)
  each(walk, node, walk.names, outer)
}

export function forOf(walk: Walk, node: SyntaxNode, outer: Scope): void {
  const kind = elementsOf(walk, node.right, outer)
  const right = bare(node.right)
  if (node.await === true) walk.refuse(node)
  const isEntries = methodOf(right) === 'entries'
  const of = isEntries ? walk.kindOf(bare(right?.callee)?.object, outer) : kind
  each(walk, node, of, outer, isEntries)
}

/** `isEntry`: a place in such a value, and what stands there. */
function each(walk: Walk, node: SyntaxNode, kind: Kind, outer: Scope, isEntry = false): void {
  const scope = inner(walk, node, outer, (scope) => declareHead(node.left, scope))
  const head = node.left as SyntaxNode
  const isNew = head.type === 'VariableDeclaration'
  const target = isNew ? (head.declarations as SyntaxNode[])[0]?.id : head
  if (isNew && !/^(const|let)$/.test(String(head.kind))) walk.refuse(head)
  const pair = isEntry && isNew ? pairIn(target) : undefined
  if (pair) {
    bind(walk, pair[0], walk.placeIn(kind), scope)
    bind(walk, pair[1], walk.partOf(kind), scope)
  } else if (isNew) bind(walk, target, isEntry ? ANYTHING : kind, scope)
  else assign(walk, target, isEntry ? ANYTHING : kind, scope)
  walk.run(node.body, scope)
}

/** A pattern that takes the two apart, and no more than that. */
function pairIn(pattern: unknown): readonly unknown[] | undefined {
  if (!isNode(pattern) || pattern.type !== 'ArrayPattern') return undefined
  const parts = pattern.elements as unknown[]
  const isWhole = parts.some((one) => isNode(one) && one.type === 'RestElement')
  return parts.length > 2 || isWhole ? undefined : parts
}
