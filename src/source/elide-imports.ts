import type { Code } from './code.ts'
import { blank, type Edit } from './edits.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/**
 * Imports and re-exports that exist for the types alone: TypeScript drops a name that no expression
 * uses; a module that kept it would fail to link.
 */
export interface IdleImports {
  /** `import a = A.b` that nothing uses. */
  readonly aliases: ReadonlySet<SyntaxNode>
  /** Imports of nothing that is used: the module is still loaded. */
  readonly imports: readonly SyntaxNode[]
  /** Names that go out of statements with others. */
  readonly specifiers: readonly SyntaxNode[]
}

export function idleImports(program: SyntaxNode): IdleImports {
  const statements = childrenOf(program)
  const types = new Set(statements.flatMap(declaredTypes))
  const used = valueNames(statements, types)
  const imports: SyntaxNode[] = []
  const specifiers: SyntaxNode[] = []
  for (const statement of statements) {
    const listed = specifiersOf(statement)
    const idle = listed.filter((specifier) => isIdle(statement, specifier, { used, types }))
    if (isImport(statement) && idle.length > 0 && idle.length === listed.length) {
      imports.push(statement)
    } else specifiers.push(...idle)
  }
  return {
    aliases: new Set(statements.filter((one) => isIdleAlias(one, used))),
    imports,
    specifiers,
  }
}

/** Blanks what goes: each name with its comma, or all that stands between `import` and the module. */
export function importEdits({ text, plain }: Code, { imports, specifiers }: IdleImports): Edit[] {
  return [
    ...imports.map(({ start, source }) =>
      blank(text, start + 'import'.length, (source as SyntaxNode).start),
    ),
    ...specifiers.map(({ start, end }) => {
      const comma = /^\s*,/.exec(plain.slice(end))
      return blank(text, start, end + (comma?.[0].length ?? 0))
    }),
  ]
}

function isImport({ type }: SyntaxNode): boolean {
  return type === 'ImportDeclaration'
}

/** `import a = A.b`, where nothing uses `a`: it may name a type. */
function isIdleAlias(statement: SyntaxNode, used: ReadonlySet<string>): boolean {
  return statement.type === 'TSImportEqualsDeclaration' && !used.has(nameOf(statement.id) ?? '')
}

function specifiersOf(statement: SyntaxNode): SyntaxNode[] {
  if (statement.importKind === 'type' || statement.exportKind === 'type') return []
  return Array.isArray(statement.specifiers) ? statement.specifiers.filter(isNode) : []
}

interface Names {
  readonly used: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

function isIdle(statement: SyntaxNode, specifier: SyntaxNode, { used, types }: Names): boolean {
  if (specifier.importKind === 'type' || specifier.exportKind === 'type') return true
  const local = nameOf(specifier.local) ?? ''
  if (isImport(statement)) return !used.has(local)
  return statement.source === null && types.has(local) && !used.has(local)
}

function declaredTypes(statement: SyntaxNode): string[] {
  const inner = isNode(statement.declaration) ? statement.declaration : statement
  const isType = inner.type === 'TSInterfaceDeclaration' || inner.type === 'TSTypeAliasDeclaration'
  return isType ? [nameOf(inner.id) ?? ''] : []
}

/** Names that stand in an expression; too many is harmless, for an import stays then. */
function valueNames(statements: readonly SyntaxNode[], types: ReadonlySet<string>): Set<string> {
  const names = new Set<string>()
  const waiting = statements.filter((statement) => !isImport(statement))
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (IS_TYPE.test(node.type)) continue
    if (node.type === 'ExportSpecifier') {
      const name = nameOf(node.local) ?? ''
      if (!types.has(name)) names.add(name)
    } else if (node.type === 'TSImportEqualsDeclaration') {
      if (isNode(node.moduleReference)) waiting.push(node.moduleReference)
    } else {
      if (node.type === 'Identifier') names.add(node.name as string)
      waiting.push(...childrenOf(node))
    }
  }
  return names
}

const IS_TYPE =
  /^TS(?!AsExp|Satis|NonNull|TypeAssertion|Instantiation|Enum|Module|Export|Param|ImportEquals|Qualified)/
