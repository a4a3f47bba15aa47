import type { Edit } from '../../source/edits.ts'
import { isFunction } from '../../source/names.ts'
import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, memberName } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import { operatorStart } from './arithmetic.ts'
import { ANY, FAR_OUT, type Row, type Sighting } from './observation.ts'
import { constantsByName, type UsedNode, type View } from './view.ts'

/** Loops that count: where they begin, where they end, and what they take no notice of. */
export const loopRows: readonly Row[] = [
  { id: 'loop-beyond-end', explains: ANY, suspicion: true, find: beyondEnd },
  { id: 'loop-from-one', explains: ['wrong'], suspicion: true, find: fromOne },
  { id: 'loop-ends-early', explains: ['wrong'], suspicion: true, find: endsEarly },
  { id: 'fixed-steps', explains: FAR_OUT, find: fixedSteps },
]

/** `for (let i = from; i < list.length - short; i++)`. */
interface Counting extends UsedNode {
  readonly variable: string
  readonly from: number
  readonly operator: string
  readonly list: string
  readonly short: number
  /** The number that it begins at, the operator that ends it, and what stands behind that. */
  readonly parts: {
    readonly from: SyntaxNode
    readonly test: SyntaxNode
    readonly limit: SyntaxNode
  }
}

function beyondEnd(view: View): Sighting[] {
  return countings(view)
    .filter(({ operator, short }) => operator === '<=' && short === 0)
    .filter((loop) => indexesIn(loop.node.body, loop).some(isBare(loop)))
    .map((loop) => {
      const start = operatorStart(view, { module: loop.module, node: loop.parts.test })
      const repair = { start, end: start + '<='.length, text: '<' }
      return sighting(loop, { end: `${loop.variable} = ${loop.list}.length` }, repair)
    })
}

function fromOne(view: View): Sighting[] {
  return countings(view)
    .filter((loop) => loop.from === 1 && loop.operator === '<' && loop.short === 0)
    .filter((loop) => isEachBare(loop) && !view.nodes.some(({ node }) => isFirst(node, loop.list)))
    .map((loop) => {
      const { start, end } = loop.parts.from
      return sighting(loop, { element: `${loop.list}[0]` }, { start, end, text: '0' })
    })
}

function endsEarly(view: View): Sighting[] {
  return countings(view)
    .filter((loop) => loop.operator === '<' && loop.short === 1)
    .filter((loop) => isEachBare(loop) && !view.nodes.some(({ node }) => isLast(node, loop.list)))
    .map((loop) => {
      const { limit } = loop.parts
      const repair = { start: (limit.left as SyntaxNode).end, end: limit.end, text: '' }
      return sighting(loop, { element: `${loop.list}[${loop.list}.length - 1]` }, repair)
    })
}

/** A loop that goes on for as long whatever is given, of which a part depends on what is given. */
function fixedSteps(view: View): Sighting[] {
  const numbers = constantsByName(view, numberOf)
  const given = view.own?.parameters[0]?.[0]
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    const test = node.type === 'ForStatement' ? bare(node.test) : undefined
    const limit = test && /^<=?$/.test(String(test.operator)) ? bare(test.right) : undefined
    const steps = numberOf(limit) ?? numbers.get(nameOf(limit) ?? '')
    const leaves = nodesOf(node).some(({ type }) => /^(Break|Return|Throw)Statement$/.test(type))
    if (steps === undefined || given === undefined || leaves || !countsUp(node)) return []
    return [{ module, start: node.start, values: { steps, given } }]
  })
}

function sighting(
  { module, node, variable, list }: Counting,
  values: Sighting['values'],
  repair: Edit,
): Sighting {
  return { module, start: node.start, values: { variable, list, ...values }, repair }
}

function countings(view: View): Counting[] {
  const lengths = constantsByName(view, lengthOf)
  return view.nodes.flatMap(({ module, node }) => {
    const found =
      node.type === 'ForStatement' && countsUp(node) ? counting(node, lengths) : undefined
    return found ? [{ module, node, ...found }] : []
  })
}

function counting(node: SyntaxNode, lengths: ReadonlyMap<string, string>) {
  const [declared] = ((node.init as SyntaxNode | null)?.declarations ?? []) as SyntaxNode[]
  const variable = nameOf(declared?.id)
  const begin = bare(declared?.init)
  const from = numberOf(begin)
  const test = bare(node.test)
  if (begin === undefined || test === undefined) return undefined
  if (variable === undefined || from === undefined || nameOf(bare(test.left)) !== variable) {
    return undefined
  }
  const limit = bare(test.right)
  const isShort = limit?.operator === '-' && numberOf(bare(limit.right)) === 1
  const list = listOf(isShort ? bare(limit.left) : limit, lengths)
  if (list === undefined || limit === undefined) return undefined
  const parts = { from: begin, test, limit }
  return { variable, from, operator: String(test.operator), list, short: isShort ? 1 : 0, parts }
}

function countsUp({ update }: SyntaxNode): boolean {
  const step = bare(update)
  return step?.operator === '++' || (step?.operator === '+=' && numberOf(bare(step.right)) === 1)
}

/** `xs` for `xs.length`, and for a name that stands for it. */
function listOf(node: SyntaxNode | undefined, lengths: ReadonlyMap<string, string>) {
  return lengthOf(node) ?? lengths.get(nameOf(node) ?? '')
}

function lengthOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type !== 'MemberExpression' || memberName(node) !== 'length') return undefined
  return nameOf(bare(node.object))
}

function numberOf(node: SyntaxNode | undefined): number | undefined {
  return typeof node?.value === 'number' ? node.value : undefined
}

/**
 * What stands between the brackets wherever a part of the source takes an element of the list, and
 * not only asks how long one is.
 */
function indexesIn(part: unknown, { list }: Pick<Counting, 'list'>): (SyntaxNode | undefined)[] {
  if (!isNode(part)) return []
  const members = nodesOf(part).filter(({ type }) => type === 'MemberExpression')
  const measured = new Set(
    members.filter((node) => memberName(node) === 'length').map(({ object }) => bare(object)),
  )
  return members
    .filter((node) => nameOf(bare(node.object)) === list && !measured.has(node))
    .filter((node) => node.computed === true || memberName(node) !== 'length')
    .map((node) => (node.computed === true ? bare(node.property) : undefined))
}

const isBare =
  ({ variable }: Counting) =>
  (index: SyntaxNode | undefined) =>
    nameOf(index) === variable

/** Whether the loop's body takes from the list what the variable says, and nothing beside it. */
function isEachBare(loop: Counting): boolean {
  const indexes = indexesIn(loop.node.body, loop)
  const whole = nodesOf(loop.node.body as SyntaxNode).some(
    (node) => isFunction(node) && indexesIn(node, loop).length > 0,
  )
  return indexes.length > 0 && indexes.every(isBare(loop)) && !whole
}

/** `xs[0]`, but for `xs[0].length`, which is no element; or any method of the list. */
function isFirst(node: SyntaxNode, list: string): boolean {
  if (node.type === 'MemberExpression' && memberName(node) === 'length') return false
  return Object.values(node).some(
    (child) => isElement(child, list, (index) => numberOf(index) === 0) || isWhole(child, list),
  )
}

function isLast(node: SyntaxNode, list: string): boolean {
  const isEnd = (index: SyntaxNode | undefined) => lengthOf(bare(index?.left)) === list
  return Object.values(node).some((child) => isElement(child, list, isEnd) || isWhole(child, list))
}

function isElement(
  child: unknown,
  list: string,
  isIt: (index: SyntaxNode | undefined) => boolean,
): boolean {
  const node = bare(child)
  if (node?.type !== 'MemberExpression' || node.computed !== true) return false
  return nameOf(bare(node.object)) === list && isIt(bare(node.property))
}

/** Where a method may take what the loop leaves out. */
function isWhole(child: unknown, list: string): boolean {
  const node = bare(child)
  const name =
    node?.type === 'MemberExpression' && node.computed !== true ? memberName(node) : undefined
  return (
    name !== undefined &&
    /^(at|shift|pop|slice|reduce|entries)$/.test(name) &&
    nameOf(bare(node?.object)) === list
  )
}
