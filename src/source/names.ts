import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/** A word that is a variable; `shorthand` where it is a property's key as well: `{ x }`. */
export interface Variable {
  readonly node: SyntaxNode
  readonly name: string
  readonly shorthand: boolean
}

/** What a pattern of a declaration or of parameters binds. */
export function bindingsOf(pattern: unknown, shorthand = false): Variable[] {
  if (!isNode(pattern)) return []
  switch (pattern.type) {
    case 'Identifier':
      return [{ node: pattern, name: String(pattern.name), shorthand }]
    case 'AssignmentPattern':
      return bindingsOf(pattern.left, shorthand)
    case 'RestElement':
      return bindingsOf(pattern.argument)
    case 'TSParameterProperty':
      return bindingsOf(pattern.parameter)
    case 'Property':
      return bindingsOf(pattern.value, pattern.shorthand === true)
    case 'ArrayPattern':
      return (pattern.elements as unknown[]).flatMap((element) => bindingsOf(element))
    case 'ObjectPattern':
      return (pattern.properties as unknown[]).flatMap((property) => bindingsOf(property))
    default:
      return []
  }
}

export function boundNames(pattern: unknown): string[] {
  return bindingsOf(pattern).map(({ name }) => name)
}

/** Names that a statement declares where it stands, exported or not. */
export function declaredNames(statement: SyntaxNode): string[] {
  const inner = declarationIn(statement)
  if (inner.type === 'VariableDeclaration') {
    return (inner.declarations as SyntaxNode[]).flatMap(({ id }) => boundNames(id))
  }
  if (!DECLARES.test(inner.type)) return []
  return pathOf(inner.id).slice(0, 1)
}

/** `export const x = 1` declares what `const x = 1` does. */
export function declarationIn(statement: SyntaxNode): SyntaxNode {
  return isNode(statement.declaration) ? statement.declaration : statement
}

const DECLARES = /^(FunctionDeclaration|ClassDeclaration|TSEnum|TSModule|TSImportEquals)/

/** The names of a name such as `A.B.C`. */
export function pathOf(id: unknown): string[] {
  if (isNode(id) && id.type === 'TSQualifiedName') return [...pathOf(id.left), ...pathOf(id.right)]
  const name = nameOf(id)
  return name === undefined ? [] : [name]
}

/** Names of `var` anywhere below, but not in functions below. */
export function hoistedNames(root: SyntaxNode): string[] {
  const names: string[] = []
  const waiting = childrenOf(root)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isFunction(node) || /^Class|^TS(?!ModuleBlock)/.test(node.type)) continue
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      names.push(...declaredNames(node))
    }
    waiting.push(...childrenOf(node))
  }
  return names
}

export function isFunction(node: SyntaxNode): boolean {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type)
}

/** The statements of a node that holds some. */
export function statementsOf(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (!HOLDS_STATEMENTS.has(node.type)) return undefined
  return (node.type === 'SwitchCase' ? node.consequent : node.body) as SyntaxNode[]
}

const HOLDS_STATEMENTS = new Set([
  'Program',
  'BlockStatement',
  'StaticBlock',
  'SwitchCase',
  'TSModuleBlock',
])

/** Puts something to what is there under a key. */
export function collect<T>(into: Map<string, T[]>, key: string, one: T): void {
  const known = into.get(key)
  if (known === undefined) into.set(key, [one])
  else known.push(one)
}
