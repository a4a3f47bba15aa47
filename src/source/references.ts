import {
  boundNames,
  declaredNames,
  hoistedNames,
  isFunction,
  statementsOf,
  type Variable,
} from './names.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/**
 * Where some of these names are used below a node and mean what they mean around it: nothing in
 * between declares them anew. Types use no values.
 */
export function referencesTo(names: ReadonlySet<string>, root: SyntaxNode): Variable[] {
  const found: Variable[] = []
  if (names.size > 0) search(root, { names, found, isBinding: false })
  return found
}

interface Search {
  readonly names: ReadonlySet<string>
  readonly found: Variable[]
  /** Whether identifiers stand for new variables here, and not for known ones. */
  readonly isBinding: boolean
}

function search(node: SyntaxNode, outer: Search): void {
  if (IS_TYPE.test(node.type)) return
  if (node.type === 'Identifier') {
    report(node, outer, false)
    return
  }
  const hidden = scopeOf(node)
  const inner = hidden.length === 0 ? outer : { ...outer, names: without(outer.names, hidden) }
  if (inner.names.size === 0) return
  for (const [field, child] of fieldsOf(node)) {
    if (isKey(node, field)) continue
    if (node.type === 'Property' && node.shorthand === true) shorthand(child, inner)
    else search(child, { ...inner, isBinding: bindsIn(node, field, inner) })
  }
}

function report(node: SyntaxNode, { names, found, isBinding }: Search, shorthand: boolean): void {
  const name = String(node.name)
  if (!isBinding && names.has(name)) found.push({ node, name, shorthand })
}

/** `{ x }` and, in a pattern, `{ x = 1 }`: key and value are one word. */
function shorthand(value: SyntaxNode, inner: Search): void {
  const target = value.type === 'AssignmentPattern' ? (value.left as SyntaxNode) : value
  report(target, inner, true)
  if (value !== target) search(value.right as SyntaxNode, { ...inner, isBinding: false })
}

function without(names: ReadonlySet<string>, hidden: readonly string[]): ReadonlySet<string> {
  return new Set([...names].filter((name) => !hidden.includes(name)))
}

/** Nodes that hold no value: types, and declarations of them. */
const IS_TYPE =
  /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|Enum|Module|ExportAssignment|Parameter|ImportEquals|QualifiedName)/

function fieldsOf(node: SyntaxNode): [field: string, child: SyntaxNode][] {
  const fields: [string, SyntaxNode][] = []
  for (const field in node) {
    const value = node[field]
    if (isNode(value)) fields.push([field, value])
    else if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) fields.push([field, child])
    }
  }
  return fields
}

/** A field whose identifiers are plain words: of a member, a property, a label, an import. */
function isKey(node: SyntaxNode, field: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return field === 'property' && node.computed !== true
    case 'Property':
      return field === 'key' && (node.computed !== true || node.shorthand === true)
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return field === 'key' && node.computed !== true
    case 'TSQualifiedName':
      return field === 'right'
    case 'TSEnumMember':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      return field === 'id'
    default:
      return (
        field === 'label' ||
        /^(MetaProperty|Import(?!Expression)|ExportSpecifier|ExportNamespace)/.test(node.type)
      )
  }
}

/** Whether a field of a node binds names; what stands deeper in a pattern goes on as it began. */
function bindsIn(node: SyntaxNode, field: string, { isBinding }: Search): boolean {
  if (isFunction(node)) return field === 'params' || field === 'id'
  switch (node.type) {
    case 'VariableDeclarator':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return field === 'id'
    case 'CatchClause':
      return field === 'param'
    case 'AssignmentPattern':
      return isBinding && field === 'left'
    case 'Property':
      return isBinding && field === 'value'
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
    case 'TSParameterProperty':
      return isBinding
    default:
      return false
  }
}

/** The names that a node declares for everything below it. */
function scopeOf(node: SyntaxNode): string[] {
  const statements = statementsOf(node)
  if (statements !== undefined) {
    const hoisted = node.type === 'TSModuleBlock' ? hoistedNames(node) : []
    return [...statements.flatMap(declaredNames), ...hoisted]
  }
  if (isFunction(node)) return functionNames(node)
  switch (node.type) {
    case 'ForStatement':
      return headNames(node.init)
    case 'ForInStatement':
    case 'ForOfStatement':
      return headNames(node.left)
    case 'CatchClause':
      return boundNames(node.param)
    case 'ClassExpression':
      return [nameOf(node.id) ?? '']
    case 'SwitchStatement':
      return (node.cases as SyntaxNode[])
        .flatMap((one) => statementsOf(one) ?? [])
        .flatMap(declaredNames)
    case 'TSEnumDeclaration':
      return childrenOf(node.body as SyntaxNode).map((member) => nameOf(member.id) ?? '')
    default:
      return []
  }
}

function headNames(head: unknown): string[] {
  return isNode(head) ? declaredNames(head) : []
}

function functionNames(node: SyntaxNode): string[] {
  const own = node.type === 'FunctionExpression' ? [nameOf(node.id) ?? ''] : []
  const params = (node.params as SyntaxNode[]).flatMap(boundNames)
  return [...own, ...params, ...hoistedNames(node.body as SyntaxNode)]
}
