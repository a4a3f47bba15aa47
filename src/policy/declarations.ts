import { boundNames, isFunction, pathOf } from '../source/names.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { bare, memberName } from './expression.ts'
import { tablesOf, takenOut } from './taken-out.ts'

/** Something of a module that has a name, outside of functions. */
export interface Declaration {
  /** Index of the module in the submission. */
  readonly module: number
  readonly name: string
  readonly node: SyntaxNode
  /** How it is reached: as a variable of its module, as a member of something, or as both. */
  readonly as: 'variable' | 'member' | 'both'
}

/** Variables of a module, and members of objects, classes and namespaces at any depth. */
export function declarationsOf(program: SyntaxNode, module: number): Declaration[] {
  const tables = tablesOf(program)
  const found: Declaration[] = []
  const waiting: { readonly node: SyntaxNode; readonly inNamespace: boolean }[] = [
    { node: program, inNamespace: false },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, inNamespace } = next
    const as = isMember(node) ? 'member' : inNamespace ? 'both' : 'variable'
    for (const name of DECLARES[node.type]?.(node) ?? []) {
      if (name !== undefined)
        found.push({ module, name, node: takenOut(node, name, tables) ?? node, as })
    }
    if (isFunction(node)) continue
    const inside = inNamespace || node.type === 'TSModuleBlock'
    waiting.push(...declaring(node).map((child) => ({ node: child, inNamespace: inside })))
  }
  return found
}

/** The keys of a pattern are read from something, and are no members of their own. */
function declaring(node: SyntaxNode): SyntaxNode[] {
  const below = childrenOf(node)
  return node.type === 'ObjectPattern' ? below.flatMap(childrenOf) : below
}

type Names = (node: SyntaxNode) => readonly (string | undefined)[]

const byId: Names = ({ id }) => [nameOf(id)]
const byLocal: Names = ({ local }) => [nameOf(local)]
const byKey: Names = ({ key }) => [nameOf(key)]

const DECLARES: { readonly [type: string]: Names } = {
  FunctionDeclaration: ({ id }) => [nameOf(id) ?? 'default'],
  ClassDeclaration: ({ id }) => [nameOf(id) ?? 'default'],
  VariableDeclarator: ({ id }) => boundNames(id),
  AssignmentExpression: ({ left }) => targetNames(left),
  TSEnumDeclaration: byId,
  TSModuleDeclaration: ({ id }) => pathOf(id),
  TSImportEqualsDeclaration: byId,
  ImportSpecifier: byLocal,
  ImportDefaultSpecifier: byLocal,
  ImportNamespaceSpecifier: byLocal,
  ExportDefaultDeclaration: () => ['default'],
  ExportSpecifier: ({ exported, local }) => [nameOf(exported ?? local)],
  Property: byKey,
  MethodDefinition: byKey,
  PropertyDefinition: byKey,
}

const MEMBERS = new Set(['Property', 'MethodDefinition', 'PropertyDefinition'])

function isMember({ type, left }: SyntaxNode): boolean {
  return MEMBERS.has(type) || (type === 'AssignmentExpression' && bare(left)?.type === MEMBER)
}

const MEMBER = 'MemberExpression'

/** What an assignment gives a new value: variables, or the last name of a member. */
function targetNames(target: unknown): readonly (string | undefined)[] {
  const inner = bare(target)
  return inner?.type === MEMBER ? [memberName(inner)] : boundNames(target)
}

/** Whether what is declared is a function or a class, or another name for one. */
export function isFunctionValue(
  { module, node }: Declaration,
  declared: readonly Declaration[],
): boolean {
  const value = bare(node.init ?? node.value ?? node)
  if (value?.type !== 'Identifier') return FUNCTION.test(value?.type ?? '')
  const meant = declared.filter(
    (other) => other.module === module && other.name === nameOf(value) && other.node !== node,
  )
  // What goes round, as `a = b` and `b = a`, is no function.
  const others = declared.filter((other) => other.node !== node)
  return meant.length > 0 && meant.every((other) => isFunctionValue(other, others))
}

const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|Class)/

/** Whether what is declared may be a function: only what can be none is left out. */
export function mayBeFunction({ node }: Declaration): boolean {
  const value = node.init ?? node.value ?? node.right ?? node
  return !(isNode(value) && NO_FUNCTION.test(value.type))
}

const NO_FUNCTION = /^(Literal|TemplateLiteral|Unary|Binary|Array|Update|New)/
