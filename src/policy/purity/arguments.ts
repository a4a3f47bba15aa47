import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import type { Kind } from './kinds.ts'
import type { Scope } from './scopes.ts'
import type { Walk } from './walk.ts'

/** An argument, or any of those that are spread out. */
export function argumentOf(walk: Walk, argument: SyntaxNode, scope: Scope): Kind {
  return argument.type === 'SpreadElement'
    ? elementsOf(walk, argument.argument, scope)
    : walk.kindOf(argument, scope)
}

/** What going through the value of an expression gives. */
export function elementsOf(walk: Walk, node: unknown, scope: Scope): Kind {
  const inner = bare(node)
  const kind = walk.kindOf(node, scope)
  if (methodOf(inner) !== 'keys') return walk.elementOf(kind)
  return walk.placeIn(walk.kindOf(bare(inner?.callee)?.object, scope))
}

/** The name of the method that an expression calls without arguments. */
export function methodOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type !== 'CallExpression') return undefined
  const callee = bare(node.callee)
  if (callee?.type !== 'MemberExpression' || callee.computed === true) return undefined
  return (node.arguments as unknown[]).length === 0 ? nameOf(callee.property) : undefined
}
