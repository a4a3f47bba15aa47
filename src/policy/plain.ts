import { referencesTo } from '../source/references.ts'
import { isNode, nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import { bare, isMath, memberName } from './expression.ts'
import { nodesOf } from './offence.ts'
import type { UsedSource } from './used-source.ts'

/** Ways to everything that exists: whoever takes one may call what no name in the source tells. */
const DOORS = new Set(['globalThis', 'Reflect', 'Proxy', 'Function', 'eval', 'module', 'exports'])
const HIDDEN_DOORS = new Set(['constructor', '__proto__', 'prototype'])

/**
 * Whether the source says by name whatever it calls of Math: it hands Math itself to nobody, and
 * opens none of the doors behind which Math is found again. What runs there is in its names then.
 */
export function isPlain(used: readonly UsedSource[]): boolean {
  return used.every(({ node }) => {
    const doors = new Set([...DOORS, ...namespaces(used)])
    return referencesTo(doors, node).length === 0 && readsMathByName(node)
  })
}

/** Names under which all that a module exports is at hand. */
function namespaces(used: readonly UsedSource[]): string[] {
  return used.filter(({ node }) => node.type === 'ImportNamespaceSpecifier').map(({ name }) => name)
}

function readsMathByName(root: SyntaxNode): boolean {
  const math = new Set(referencesTo(new Set(['Math']), root).map(({ node }) => node))
  const named = new Set<SyntaxNode | undefined>()
  visitNodes(root, (node) => {
    if (readsByName(node)) named.add(bare(node.object ?? node.init))
    return true
  })
  const open = nodesOf(root).every((node) => !HIDDEN_DOORS.has(nameOfMember(node) ?? ''))
  return open && [...math].every((node) => named.has(node))
}

function readsByName(node: SyntaxNode): boolean {
  if (node.type === 'MemberExpression') return isMath(node.object) && memberName(node) !== undefined
  if (node.type !== 'VariableDeclarator' || !isNode(node.id)) return false
  const properties = node.id.type === 'ObjectPattern' ? (node.id.properties as SyntaxNode[]) : []
  return (
    properties.length > 0 &&
    properties.every(({ type, computed }) => type === 'Property' && computed !== true)
  )
}

function nameOfMember(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') return memberName(node)
  return node.type === 'Property' ? nameOf(node.key) : undefined
}
