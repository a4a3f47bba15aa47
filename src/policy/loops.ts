import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { bare } from './expression.ts'

const LOOPS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
])

/** Methods of lists that look at every element by itself: nothing goes on from one turn to the next. */
const LOOKUPS = new Set([
  ...[
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'flatMap',
    'map',
    'some',
  ],
])
/** Methods that ask a function, their second argument, for each part of a text. */
const ASKING = new Set(['parse', 'replace', 'replaceAll', 'stringify'])
const LOOPING = new Set([...LOOKUPS, 'forEach', 'reduce', 'reduceRight', 'sort', 'toSorted'])

/** Why a node is a loop; `lookups` are none where the exercise says so. */
export function loopIn(node: SyntaxNode, lookups: boolean): string | undefined {
  if (LOOPS.has(node.type)) return 'loops are not allowed here'
  const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined
  if (callee?.type !== 'MemberExpression') return undefined
  const method = nameOf(callee.property) ?? ''
  const isLoop =
    LOOPING.has(method) ||
    (ASKING.has(method) && mayBeFunction((node.arguments as SyntaxNode[])[1])) ||
    (method === 'from' && isArray(callee.object))
  if (!isLoop || (lookups && LOOKUPS.has(method))) return undefined
  return `.${method}() is a loop, and loops are not allowed here`
}

function mayBeFunction(node: SyntaxNode | undefined): boolean {
  return node !== undefined && !/Literal$|^ArrayExpression$/.test(node.type)
}

function isArray(node: unknown): boolean {
  return isNode(node) && nameOf(node) === 'Array'
}
