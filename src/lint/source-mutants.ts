import { parseTypeScript } from '../source/parse-typescript.ts'
import {
  asNode,
  childrenOf,
  isNode,
  nameOf,
  type SyntaxNode,
  visitNodes,
} from '../source/syntax-tree.ts'
import { lineAt } from '../text/lines.ts'

/** A solution that is wrong, or at least different, at one place. */
export interface SourceMutant {
  readonly operator: MutationOperator
  /** What stood there, and what stands there now. */
  readonly was: string
  readonly is: string
  readonly line: number
  /** The function of the module in which it stands, where it stands in one. */
  readonly within?: string
  /** The whole file. */
  readonly text: string
}

interface Change {
  readonly operator: MutationOperator
  readonly start: number
  readonly end: number
  readonly is: string
}

/** What may go wrong in a program of data, by what is looked at. */
const OPERATORS = {
  /** The neighbour of a comparison: the bound itself falls on the other side. */
  bound: (node, text) => operatorChanged(node, text, BOUNDS),
  /** What is asked is always so, or never. */
  condition: (node) => {
    const test =
      node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : undefined
    return isNode(test) ? [replaced(test, '(true)'), replaced(test, '(false)')] : []
  },
  /** The contrary operation. */
  operand: (node, text) => operatorChanged(node, text, CONTRARIES),
  /** Another number. */
  constant: (node) => (isNumber(node) ? otherNumbers(node) : []),
  /** The element beside. */
  index: (node, text) => {
    const { type, computed, property } = node
    const isIndex = type === 'MemberExpression' && computed === true && isNode(property)
    if (!isIndex || nameOf(property) === undefined || property.type === 'Literal') return []
    return [replaced(property, `${slice(property, text)} + 1`)]
  },
  /** A loop that leaves out the first of its elements. */
  loop: (node, text) =>
    node.type === 'ForOfStatement' && isNode(node.right)
      ? [replaced(node.right, `[...${slice(node.right, text)}].slice(1)`)]
      : [],
  /** A way out that is not there. */
  exit: (node) =>
    node.type === 'IfStatement' && !node.alternate && leaves(node.consequent)
      ? [{ start: node.start, end: node.end, is: ';' }]
      : [],
  /** Two arguments that are taken for one another. */
  order: (node, text) => {
    const [a, b, ...more] = node.type === 'CallExpression' ? (node.arguments as SyntaxNode[]) : []
    if (a === undefined || b === undefined || more.length > 0) return []
    if (isFunction(a) || COMMUTATIVE.test(slice(node, text))) return []
    const turned = `${slice(b, text)}, ${slice(a, text)}`
    return [{ start: a.start, end: b.end, is: turned }]
  },
} satisfies {
  readonly [name: string]: (node: SyntaxNode, text: string) => Omit<Change, 'operator'>[]
}

type MutationOperator = keyof typeof OPERATORS | 'cache'

/** Every solution that differs from this one at one place. */
export function sourceMutants(text: string): readonly SourceMutant[] {
  const program = asNode(parseTypeScript(text).program)
  const changes: Change[] = []
  visitNodes(program, (node, parent) => {
    // Types say nothing at run time, and what only a compiler asks for is never reached.
    if (IS_TYPE.test(node.type) || isFallback(node, parent)) return false
    for (const [name, mutate] of Object.entries(OPERATORS)) {
      const operator = name as MutationOperator
      changes.push(...mutate(node, text).map((change) => ({ ...change, operator })))
    }
    return undefined
  })
  const changed = changes.map((change) => ({
    ...mutated(text, change),
    ...functionAt(program, change.start),
  }))
  return [...changed, ...cached(text)].filter(
    (mutant) => mutant.text !== text && parseTypeScript(mutant.text).errors.length === 0,
  )
}

function mutated(text: string, { operator, start, end, is }: Change): SourceMutant {
  const changed = text.slice(0, start) + is + text.slice(end)
  return { operator, line: lineAt(text, start), was: text.slice(start, end), is, text: changed }
}

function functionAt(program: SyntaxNode, offset: number): { readonly within?: string } {
  const statement = childrenOf(program).find(({ start, end }) => start <= offset && offset < end)
  const declared = isNode(statement?.declaration) ? statement.declaration : statement
  const within = declared?.type === 'FunctionDeclaration' ? nameOf(declared.id) : undefined
  return within === undefined ? {} : { within }
}

const BOUNDS: { readonly [operator: string]: readonly string[] } = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
}

const CONTRARIES: { readonly [operator: string]: readonly string[] } = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '+=': ['-=', '='],
  '-=': ['+='],
  '*=': ['/='],
  '&&': ['||'],
  '||': ['&&'],
}

const WITH_OPERATOR = ['BinaryExpression', 'LogicalExpression', 'AssignmentExpression']

function operatorChanged(
  node: SyntaxNode,
  text: string,
  others: { readonly [operator: string]: readonly string[] },
): Omit<Change, 'operator'>[] {
  const { type, left, right, operator } = node
  if (!WITH_OPERATOR.includes(type) || !isNode(left) || !isNode(right)) return []
  const [a, b] = [slice(left, text), slice(right, text)]
  const { start, end } = node
  return (others[operator as string] ?? []).map((other) => ({
    start,
    end,
    is: `${a} ${other} ${b}`,
  }))
}

function isNumber(node: SyntaxNode): boolean {
  return node.type === 'Literal' && typeof node.value === 'number'
}

function otherNumbers(node: SyntaxNode): Omit<Change, 'operator'>[] {
  const value = node.value as number
  const others = value === 0 ? [1] : [value + 1, 0]
  return others.map((other) => replaced(node, String(other)))
}

function leaves(statement: unknown): boolean {
  if (!isNode(statement)) return false
  const body =
    statement.type === 'BlockStatement' ? (statement.body as SyntaxNode[]).at(-1) : statement
  return /^(Return|Continue|Break|Throw)Statement$/.test(body?.type ?? '')
}

/** Calls that ask for no order. */
const COMMUTATIVE = /^(Math\.(max|min|hypot)|tf\.(add|mul|maximum|minimum))\(/

function isFallback(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  return parent?.type === 'LogicalExpression' && parent.operator === '??' && parent.right === node
}

function isFunction({ type }: SyntaxNode): boolean {
  return /Function/.test(type)
}

const IS_TYPE = /^TS(?!As|Satisfies|NonNull)/

function replaced({ start, end }: SyntaxNode, is: string): Omit<Change, 'operator'> {
  return { start, end, is }
}

function slice({ start, end }: SyntaxNode, text: string): string {
  return text.slice(start, end)
}

/** Answers kept by less than they depend on: by all arguments but the last, or by the form of one. */
function cached(text: string): SourceMutant[] {
  const declared = [...text.matchAll(/^export function (\w+)\((?!\))/gm)]
  return declared.map(({ 0: was, 1: name = '', index }) => {
    const anew = `function ${name}Anew(`
    const changed = text.slice(0, index) + anew + text.slice(index + was.length) + cacheFor(name)
    return { operator: 'cache', was, is: 'a cache', line: lineAt(text, index), text: changed }
  })
}

function cacheFor(name: string): string {
  return `
const ${name}Known = new Map()
export function ${name}(...args) {
  const form = (_, value) => (typeof value === 'object' && value !== null ? value : typeof value)
  const key = args.length > 1 ? JSON.stringify(args.slice(0, -1)) : JSON.stringify(args, form)
  if (!${name}Known.has(key)) ${name}Known.set(key, ${name}Anew(...args))
  return ${name}Known.get(key)
}
`
}
