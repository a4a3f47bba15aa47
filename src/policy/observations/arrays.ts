import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, memberName } from '../expression.ts'
import type { Row, Sighting } from './observation.ts'
import { constantsByName, textOf, type View } from './view.ts'

/** Arrays that are one, where several are meant. */
export const arrayRows: readonly Row[] = [
  { id: 'one-row-everywhere', explains: ['wrong'], suspicion: true, find: filledWithArray },
  { id: 'reduce-without-start', explains: ['error'], suspicion: true, find: reducedFromNothing },
]

/** `Array(n).fill([0, 0])`: all rows are the same array. */
function filledWithArray(view: View): Sighting[] {
  const arrays = constantsByName(view, arrayOf)
  return view.nodes.flatMap(({ module, node }) => {
    const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined
    const [row, ...others] = (node.arguments ?? []) as SyntaxNode[]
    if (callee === undefined || memberName(callee) !== 'fill') return []
    if (row === undefined || others.length > 0) return []
    const isNamed = arrays.has(nameOf(bare(row)) ?? '')
    if (!isNamed && arrayOf(row) === undefined) return []
    const { start, end } = row
    const written = view.graph.modules[module]?.text.slice(start, end) ?? ''
    const copy = isNamed ? `[...${written}]` : written
    const repair = { start, end, text: `0).map(() => ${copy}` }
    const values = { row: textOf(view, { module, node: row }) }
    return [{ module, start: (callee.property as SyntaxNode).start, values, repair }]
  })
}

/** `xs.reduce(f)`, tried with the 0 that a sum starts from. */
function reducedFromNothing(view: View): Sighting[] {
  return view.nodes.flatMap(({ module, node }) => {
    const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined
    const [combine, ...start] = (node.arguments ?? []) as SyntaxNode[]
    if (callee === undefined || !/^reduce(Right)?$/.test(memberName(callee) ?? '')) return []
    if (combine === undefined || combine.type === 'SpreadElement' || start.length > 0) return []
    const repair = { start: combine.end, end: combine.end, text: ', 0' }
    return [{ module, start: (callee.property as SyntaxNode).start, values: {}, repair }]
  })
}

const MAKES_ARRAY = /^(fill|map|from|of|slice|concat|flat|flatMap|filter)$/

/** An expression that makes an array, as far as one can see. */
function arrayOf(value: SyntaxNode | undefined): SyntaxNode | undefined {
  const node = bare(value)
  if (node?.type === 'ArrayExpression') return node
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return undefined
  const callee = bare(node.callee)
  const isArray = /Array$/.test(nameOf(callee) ?? '')
  const isMethod = callee?.type === 'MemberExpression' && MAKES_ARRAY.test(memberName(callee) ?? '')
  return isArray || isMethod ? node : undefined
}
