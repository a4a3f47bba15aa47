import { isFunction } from '../../source/names.ts'
import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { runFunction } from './functions.ts'
import { isMathFunction } from './globals.ts'
import {
  constantOf,
  DATA,
  either,
  isKey,
  isOnly,
  type Kind,
  OTHER,
  PLAIN,
  TEXT,
  WORD,
} from './kinds.ts'
import type { Scope } from './scopes.ts'
import type { Walk } from './walk.ts'

/**
 * What a module holds is there for good: functions of the module, and what nobody changes. A function
 * that was made within another would hold that one's variables.
 */
export function lasting(walk: Walk, node: unknown, scope: Scope): Kind {
  const inner = bare(node)
  if (inner === undefined) return PLAIN
  const kind = walk.kindOf(inner, scope)
  if (isFunction(inner) || isMathFunction(inner, scope)) return OTHER
  if (inner.type === 'Identifier') return kind
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression') {
    const parts = partsOf(inner).map((one) => lasting(walk, one, scope))
    return inner.type === 'ArrayExpression' ? constantOf(parts) : either(DATA, constantOf(parts))
  }
  const isMap = inner.type === 'NewExpression' && /^(Map|Set)$/.test(nameOf(inner.callee) ?? '')
  if (isMap) for (const one of inner.arguments as unknown[]) lasting(walk, one, scope)
  else if (!walk.isConstant(kind)) walk.refuse(inner)
  return isOnly(kind, TEXT | WORD) || isKey(kind) ? kind : OTHER
}

function partsOf({ properties, elements }: SyntaxNode): unknown[] {
  const parts = ((properties ?? elements) as unknown[]).filter(isNode)
  return parts.map((one) => (one.type === 'Property' ? one.value : one))
}

/** What a module exports; the members of an object without a name are called by others only. */
export function exported(walk: Walk, { declaration }: SyntaxNode, scope: Scope): void {
  const inner = bare(declaration)
  if (inner === undefined) return
  if (/Declaration$/.test(inner.type)) walk.run(inner, scope)
  else if (inner.type !== 'ObjectExpression') lasting(walk, inner, scope)
  else for (const one of inner.properties as SyntaxNode[]) exportedMember(walk, one, scope)
}

function exportedMember(walk: Walk, member: SyntaxNode, scope: Scope): void {
  const { type, kind, computed, value } = member
  const made = bare(value)
  // What a getter makes is made once and kept.
  if (type !== 'Property' || kind !== 'init' || computed === true) walk.refuse(member)
  else if (made !== undefined && isFunction(made)) runFunction(walk, made, scope)
  else lasting(walk, value, scope)
}
