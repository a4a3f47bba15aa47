import { referencesTo } from '../source/references.ts'
import { nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import type { Declaration } from './declarations.ts'
import { isMath, memberName } from './expression.ts'

/** A name that a node uses, and means something outside of it by. */
export interface Mention {
  readonly node: SyntaxNode
  readonly name: string
  /** A variable of the module, a member of anything, or what another module exports. */
  readonly of: 'module' | 'member' | 'elsewhere'
}

/** What a declaration uses of other ones: its own parameters and variables are its own business. */
export function mentionsIn(node: SyntaxNode, variables: ReadonlySet<string>): Mention[] {
  const written = referencesTo(variables, node).map(
    (found): Mention => ({ node: found.node, name: found.name, of: 'module' }),
  )
  const more: Mention[] = []
  visitNodes(node, (inner) => {
    more.push(...namesAt(inner))
    return !/^TS(Type|Interface)/.test(inner.type)
  })
  return [...written, ...more]
}

function namesAt(node: SyntaxNode): Mention[] {
  switch (node.type) {
    case 'MemberExpression': {
      const name = isMath(node.object) ? undefined : memberName(node)
      return name === undefined ? [] : [{ node, name, of: 'member' }]
    }
    case 'ObjectPattern':
      return (node.properties as SyntaxNode[]).flatMap(({ key }) => named(node, key, 'member'))
    case 'ImportSpecifier':
      return named(node, node.imported ?? node.local, 'elsewhere')
    case 'ImportDefaultSpecifier':
      return [{ node, name: 'default', of: 'elsewhere' }]
    case 'ExportSpecifier':
      return [...named(node, node.local, 'module'), ...named(node, node.local, 'elsewhere')]
    default:
      return []
  }
}

function named(node: SyntaxNode, name: unknown, of: Mention['of']): Mention[] {
  const text = nameOf(name)
  return text === undefined ? [] : [{ node, name: text, of }]
}

/** The declarations that a mention may mean. */
export function meant(
  { name, of }: Mention,
  from: number,
  declared: readonly Declaration[],
): Declaration[] {
  return declared.filter((other) => {
    if (other.name !== name) return false
    if (of === 'module') return other.module === from && other.as !== 'member'
    // A member of a namespace import is a variable of the other module.
    if (of === 'member') return other.as !== 'variable' || other.module !== from
    return other.module !== from && other.as !== 'member'
  })
}
