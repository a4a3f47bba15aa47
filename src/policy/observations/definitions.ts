import { fencesIn } from '../../source/faults/other-texts.ts'
import { declaredNames, isFunction } from '../../source/names.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { nearNames } from '../../text/near-names.ts'
import { bare } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import type { Row, Sighting } from './observation.ts'
import type { View } from './view.ts'

/** A function that the file seems to have, where none is exported by that name. */
export const definitionRows: readonly Row[] = [
  { id: 'marked-as-code', explains: ['missing', 'error'], find: markedAsCode },
  { id: 'nothing-written', explains: ['missing'], find: nothingWritten },
  { id: 'not-exported', explains: ['missing'], find: notExported },
  { id: 'defined-inside', explains: ['missing'], find: definedInside },
  { id: 'other-name', explains: ['missing'], find: otherName },
]

interface Definition {
  readonly module: number
  readonly name: string
  readonly id: SyntaxNode
  /** The function around it, where there is one. */
  readonly inside?: string
}

/** Copied from a chat with the marks around it: to JavaScript they are texts, and one of them is called. */
function markedAsCode({ graph, programs }: View): Sighting[] {
  const [module] = graph.modules
  const texts = nodesOf(programs[0] as SyntaxNode).filter(({ type }) => type === 'TemplateLiteral')
  return fencesIn(module?.text ?? '')
    .filter((at) => texts.some(({ start, end }) => start === at && end === at + 2))
    .map((start) => ({ module: 0, start, values: {} }))
}

/** Often an editor whose text was never saved. */
function nothingWritten({ programs }: View): Sighting[] {
  const statements = programs[0]?.body
  return Array.isArray(statements) && statements.length === 0
    ? [{ module: 0, start: 0, values: {} }]
    : []
}

function notExported(view: View): Sighting[] {
  const { function: name } = view.request
  return definitions(view)
    .filter((one) => one.name === name && one.inside === undefined && one.module === 0)
    .map(({ module, id }) => ({ module, start: id.start, values: { function: name } }))
}

function definedInside(view: View): Sighting[] {
  const { function: name } = view.request
  return definitions(view)
    .filter((one) => one.name === name && one.inside !== undefined)
    .map(({ module, id, inside = '' }) => ({
      module,
      start: id.start,
      values: { function: name, inside },
    }))
}

/** A name that differs in a letter or two, or in small and capital ones. */
function otherName(view: View): Sighting[] {
  const { function: name, judged } = view.request
  const others = definitions(view).filter((one) => !judged.includes(one.name))
  const plain = (text: string) => text.replaceAll('_', '').toLowerCase()
  const same = others.find((one) => plain(one.name) === plain(name))
  const near = nearNames(name, new Set(others.map((one) => one.name)), 1)[0]
  const found = same ?? others.find((one) => one.name === near)
  if (found === undefined) return []
  return [
    { module: found.module, start: found.id.start, values: { found: found.name, function: name } },
  ]
}

/** Functions with a name, wherever they stand in the submission. */
function definitions({ programs }: View): Definition[] {
  return programs.flatMap((program, module) => {
    const found: Definition[] = []
    const waiting: { node: SyntaxNode; inside?: string }[] = [{ node: program }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, inside } = next
      const id = isFunctionNamed(node) ? (node.id as SyntaxNode) : undefined
      const name = nameOf(id)
      const around = inside === undefined ? {} : { inside }
      if (id && name !== undefined) found.push({ module, name, id, ...around })
      const below = isFunction(node) ? { inside: nameOf(node.id) ?? inside ?? '=>' } : around
      waiting.push(...childrenOf(node).map((child) => ({ node: child, ...below })))
    }
    return found
  })
}

function isFunctionNamed(node: SyntaxNode): boolean {
  if (node.type === 'FunctionDeclaration') return isNode(node.id)
  const value = node.type === 'VariableDeclarator' ? bare(node.init) : undefined
  return value !== undefined && isFunction(value)
}

/** What a block declares by itself, of names that are declared above it in the same function. */
export function hiddenIn(
  body: SyntaxNode,
  outer: readonly string[],
): { name: string; node: SyntaxNode }[] {
  return nodesOf(body).flatMap((node) => {
    if (node === body || node.type !== 'BlockStatement') return []
    const names = new Set([...outer, ...namesAbove(body, node.start)])
    return (node.body as SyntaxNode[]).flatMap((statement) => {
      if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') return []
      const again = declaredNames(statement).find((name) => names.has(name))
      return again === undefined ? [] : [{ name: again, node: statement }]
    })
  })
}

function namesAbove(body: SyntaxNode, at: number): string[] {
  const statements = Array.isArray(body.body) ? (body.body as SyntaxNode[]) : []
  return statements.filter(({ start }) => start < at).flatMap(declaredNames)
}
