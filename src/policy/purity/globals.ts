import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { MATH_FUNCTIONS_OF_NUMBERS } from './built-in-names.ts'
import type { Scope } from './scopes.ts'

/** Whether a word is the name that every program knows, and not the program's own. */
export function isGlobal(node: unknown, name: string, scope: Scope): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name && !scope.find(name)
}

/** Whether something is `Math.exp` or another function of numbers. */
export function isMathFunction(node: SyntaxNode, scope: Scope): boolean {
  const { type, object, property, computed } = node
  const isWord = type === 'MemberExpression' && computed !== true
  if (!isWord || !isGlobal(bare(object), 'Math', scope)) return false
  return MATH_FUNCTIONS_OF_NUMBERS.has(nameOf(property) ?? '')
}
