import type { PolicyRule } from '../session.ts'
import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { isMath, isWholeNumber, memberName } from './expression.ts'
import { nodesOf, type Offence } from './offence.ts'
import type { UsedSource } from './used-source.ts'

/**
 * Every name of Math that the source reads: `Math.tanh`, `Math['ta' + 'nh']`, `const { tanh } = Math`;
 * and `**` with an exponent that is no whole number in the source, which is `Math.pow`.
 */
export function mathUses(used: readonly UsedSource[]): Offence[] {
  return used.flatMap((source) =>
    nodesOf(source.node).flatMap((node) =>
      namesAt(node).map(({ name, message }) => ({ node, module: source.module, name, message })),
    ),
  )
}

type Use = Pick<Offence, 'message'> & { readonly name: string }

function namesAt(node: SyntaxNode): Use[] {
  if (isPower(node)) {
    const message = 'the operator ** with this exponent is Math.pow, which is not allowed here'
    return [{ name: 'pow', message }]
  }
  return mathNames(node).map((name) => ({ name, message: `Math.${name} is not allowed here` }))
}

function isPower(node: SyntaxNode): boolean {
  if (node.type === 'BinaryExpression' && node.operator === '**') return !isWholeNumber(node.right)
  return (
    node.type === 'AssignmentExpression' && node.operator === '**=' && !isWholeNumber(node.right)
  )
}

function mathNames(node: SyntaxNode): string[] {
  if (node.type === 'MemberExpression' && isMath(node.object)) {
    const name = memberName(node)
    return name === undefined ? [] : [name]
  }
  if (node.type !== 'VariableDeclarator' || !isMath(node.init)) return []
  const pattern = node.id as SyntaxNode
  const properties = Array.isArray(pattern.properties) ? pattern.properties.filter(isNode) : []
  return properties.map(({ key }) => nameOf(key) ?? '').filter(Boolean)
}

export function isForbiddenMath(
  rule: Extract<PolicyRule, { rule: 'no-math' }>,
  name: string,
): boolean {
  if (rule.deny) return rule.deny.includes(name)
  return rule.allow === undefined || !rule.allow.includes(name)
}
