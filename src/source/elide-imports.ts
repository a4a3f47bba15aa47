import { blank, type Edit } from './edits.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/**
 * Imports and re-exports that exist for the types alone. TypeScript drops an imported name that
 * no expression uses; a module that kept it would fail to link.
 */
export function elidedImportEdits(text: string, program: SyntaxNode): Edit[] {
  const statements = childrenOf(program)
  const types = new Set(statements.flatMap(declaredTypes))
  const used = valueNames(statements)
  return statements.flatMap((statement) => {
    if (statement.importKind === 'type' || statement.exportKind === 'type') return []
    const specifiers = specifiersOf(statement)
    const idle = specifiers.filter((specifier) => isIdle(statement, specifier, used, types))
    return idle.map((specifier) => withComma(text, specifier))
  })
}

function specifiersOf(statement: SyntaxNode): SyntaxNode[] {
  const listed = Array.isArray(statement.specifiers) ? statement.specifiers.filter(isNode) : []
  return listed.filter(({ type }) => type === 'ImportSpecifier' || type === 'ExportSpecifier')
}

function isIdle(
  statement: SyntaxNode,
  specifier: SyntaxNode,
  used: ReadonlySet<string>,
  types: ReadonlySet<string>,
): boolean {
  if (specifier.importKind === 'type' || specifier.exportKind === 'type') return true
  const local = nameOf(specifier.local) ?? ''
  if (statement.type === 'ImportDeclaration') return !used.has(local)
  return statement.source === null && types.has(local) && !used.has(local)
}

function declaredTypes(statement: SyntaxNode): string[] {
  const inner = isNode(statement.declaration) ? statement.declaration : statement
  const isType = inner.type === 'TSInterfaceDeclaration' || inner.type === 'TSTypeAliasDeclaration'
  return isType ? [nameOf(inner.id) ?? ''] : []
}

/** Names that stand in an expression; too many is harmless, for an import stays then. */
function valueNames(statements: readonly SyntaxNode[]): Set<string> {
  const names = new Set<string>()
  const waiting = statements.filter(({ type }) => type !== 'ImportDeclaration')
  const types = new Set(statements.flatMap(declaredTypes))
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (
      /^TS(?!AsExp|Satis|NonNull|TypeAssertion|Instantiation|Enum|Module|Export|Param)/.test(
        node.type,
      )
    )
      continue
    if (node.type === 'ExportSpecifier') {
      const name = nameOf(node.local) ?? ''
      if (!types.has(name)) names.add(name)
      continue
    }
    if (node.type === 'Identifier') names.add(node.name as string)
    waiting.push(...childrenOf(node))
  }
  return names
}

function withComma(text: string, specifier: SyntaxNode): Edit {
  const comma = /^\s*,/.exec(text.slice(specifier.end))
  return blank(text, specifier.start, specifier.end + (comma?.[0].length ?? 0))
}
