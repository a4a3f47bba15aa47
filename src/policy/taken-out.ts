import { declarationIn, isFunction } from '../source/names.ts'
import { referencesTo } from '../source/references.ts'
import { childrenOf, nameOf, type SyntaxNode, visitNodes } from '../source/syntax-tree.ts'
import { bare } from './expression.ts'

export interface Tables {
  /** Objects of a module that nobody can have changed, by the constants that name them. */
  readonly objects: ReadonlyMap<string, SyntaxNode>
  /** The declarations for which these names mean them: in a block they may mean something else. */
  readonly declarators: ReadonlySet<SyntaxNode>
}

/**
 * The member that a declaration takes out of an object beside it or out of a table, as
 * `const { f } = { f: … }`, `const { own: f } = table` and `const f = table.f` do: other members are
 * no part of it. Nothing where the object may have another one by that key.
 */
export function takenOut(
  node: SyntaxNode,
  name: string,
  { objects, declarators }: Tables,
): SyntaxNode | undefined {
  const tables = declarators.has(node) ? objects : new Map<string, SyntaxNode>()
  const [pattern, value] = [bare(node.id), bare(node.init)]
  if (pattern?.type === 'ObjectPattern') {
    const own = membersOf(pattern).find((one) => isPlain(one) && nameOf(one.value) === name)
    return own && memberOf(objectIn(value, tables), nameOf(own.key))
  }
  if (value?.type !== 'MemberExpression' || value.computed === true) return undefined
  return memberOf(tables.get(nameOf(bare(value.object)) ?? ''), nameOf(value.property))
}

function objectIn(
  value: SyntaxNode | undefined,
  tables: Tables['objects'],
): SyntaxNode | undefined {
  return value?.type === 'ObjectExpression' ? value : tables.get(nameOf(value) ?? '')
}

function memberOf(object: SyntaxNode | undefined, key: string | undefined): SyntaxNode | undefined {
  const members = object ? membersOf(object) : []
  const given = members.filter((member) => key !== undefined && nameOf(member.key) === key)
  return given.length === 1 && members.every(isPlain) ? given[0] : undefined
}

const membersOf = ({ properties }: SyntaxNode) => properties as SyntaxNode[]

const isPlain = ({ type, computed }: SyntaxNode) => type === 'Property' && computed !== true

/** Constants whose members are only read: none is exported, given on, or written to. */
export function tablesOf(program: SyntaxNode): Tables {
  const statements = childrenOf(program)
  const declarators = new Set(statements.map(declarationIn).flatMap(declaratorsIn))
  const constants = statements
    .filter(({ kind }) => kind === 'const')
    .flatMap(declaratorsIn)
    .flatMap(({ id, init }) => {
      const [name, object] = [nameOf(bare(id)), bare(init)]
      return name && object && isClosed(object) ? [[name, object] as const] : []
    })
  if (constants.length === 0) return { objects: new Map(), declarators }
  const read = readersIn(program)
  const names = new Set(constants.map(([name]) => name))
  // Below the program, which declares the names itself.
  const references = statements.flatMap((statement) => referencesTo(names, statement))
  const givenOn = new Set(references.filter(({ node }) => !read.has(node)).map(({ name }) => name))
  return { objects: new Map(constants.filter(([name]) => !givenOn.has(name))), declarators }
}

const declaratorsIn = ({ type, declarations }: SyntaxNode) =>
  type === 'VariableDeclaration' ? (declarations as SyntaxNode[]) : []

/** What only has a member read: `table.f`, and the right side of `const { f } = table`. */
function readersIn(program: SyntaxNode): ReadonlySet<SyntaxNode> {
  const read = new Set<SyntaxNode>()
  visitNodes(program, (node, parent) => {
    const { type, id, init, object } = node
    const isPattern = type === 'VariableDeclarator' && bare(id)?.type === 'ObjectPattern'
    const from = bare(isPattern ? init : type === 'MemberExpression' && object)
    if (from && !(parent && isWritten(node, parent))) read.add(from)
    return true
  })
  return read
}

/** `table.f = …`, `table.f++`, `delete table.f`, and as a part of a pattern. */
function isWritten(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (WRITES.test(parent.type)) return true
  if (parent.type === 'AssignmentExpression' || /^For(In|Of)/.test(parent.type)) {
    return parent.left === node
  }
  return parent.type === 'UnaryExpression' && parent.operator === 'delete'
}

/** In a pattern, or in something that looks like one, members stand where values are put. */
const WRITES =
  /^(UpdateExpression|ArrayPattern|RestElement|AssignmentPattern|Property|TS.*|Parenthesized.*)$/

/** Whether none of an object's functions can know it as `this`, and write to it so. */
function isClosed(object: SyntaxNode): boolean {
  if (object.type !== 'ObjectExpression') return false
  let mentionsThis = false
  visitNodes(object, ({ type }) => {
    mentionsThis ||= type === 'ThisExpression'
    return !mentionsThis
  })
  return !mentionsThis && membersOf(object).every(({ value }) => isWrittenOut(value))
}

/** A function that comes from elsewhere may write to what it is called on. */
function isWrittenOut(value: unknown): boolean {
  const inner = bare(value)
  return inner !== undefined && (isFunction(inner) || OWN.test(inner.type))
}

const OWN = /^(Literal|TemplateLiteral|ObjectExpression|ArrayExpression)$/
