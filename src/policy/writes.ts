import { referencesTo } from '../source/references.ts'
import { isNode, nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import { bare } from './expression.ts'

/**
 * Whether a node may change what some variables hold: it assigns to them or into them, calls a
 * method of theirs, hands them on, or gives them another name. Reading an element changes nothing.
 */
export function writesTo(names: ReadonlySet<string>, root: SyntaxNode): boolean {
  const meant = new Set(referencesTo(names, root).map(({ node }) => node))
  if (meant.size === 0) return false
  const isOne = (node: unknown) => {
    const inner = bare(node)
    return inner !== undefined && meant.has(inner)
  }
  let found = false
  visitNodes(root, (node) => {
    found ||= targetsOf(node).some((target) => meant.has(target)) || handedOn(node).some(isOne)
    return !found
  })
  return found
}

/** The variables at the root of what a node assigns to, or calls a method of. */
function targetsOf(node: SyntaxNode): SyntaxNode[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return rootOf(node.left)
    case 'UpdateExpression':
      return rootOf(node.argument)
    case 'ForOfStatement':
    case 'ForInStatement':
      return rootOf(node.left)
    case 'CallExpression': {
      const callee = bare(node.callee)
      return callee?.type === 'MemberExpression' ? rootOf(callee.object) : []
    }
    default:
      return []
  }
}

/** `a` of `a`, `a.b[0]` and `(a as any).b`; every variable of a pattern. */
function rootOf(target: unknown): SyntaxNode[] {
  const inner = bare(target)
  if (inner === undefined) return []
  if (inner.type === 'MemberExpression') return rootOf(inner.object)
  if (inner.type === 'Identifier') return [inner]
  const parts = [inner.elements, inner.properties, inner.value, inner.left, inner.argument].flat()
  return parts.filter(isNode).flatMap(rootOf)
}

/** Values that go on under another name: arguments, and what a variable or a member is given. */
function handedOn(node: SyntaxNode): unknown[] {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return printsOnly(node) ? [] : (node.arguments as unknown[])
    case 'VariableDeclarator':
      return [node.init]
    case 'AssignmentExpression':
      return [node.right]
    case 'Property':
    case 'PropertyDefinition':
      return [node.value]
    default:
      return []
  }
}

function printsOnly({ callee }: SyntaxNode): boolean {
  return isNode(callee) && callee.type === 'MemberExpression' && nameOf(callee.object) === 'console'
}
