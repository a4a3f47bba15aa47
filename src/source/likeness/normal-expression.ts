import { isNode, nameOf, type SyntaxNode } from '../syntax-tree.ts'
import type { Spend } from './budget.ts'

/** Code as a tree of operations, in which spelling, order and names are no difference. */
export interface Tree {
  readonly op: string
  readonly args: readonly Tree[]
  /** How many operations it has. */
  readonly size: number
  /** Where it stands in the text; absent for what is written nowhere. */
  readonly at?: Span
}

/** From where to before where, in UTF-16 units. */
export type Span = readonly [start: number, end: number]

export function tree(op: string, args: readonly Tree[] = []): Tree {
  return { op, args, size: args.reduce((sum, one) => sum + one.size, 1) }
}

/** What names stand for where an expression is read. */
export interface Scope {
  readonly names: ReadonlyMap<string, Tree>
  /** Functions whose bodies are one expression: a call of them is that expression. */
  readonly helpers: ReadonlyMap<string, Helper>
  readonly body: (node: SyntaxNode, scope: Scope) => Tree
  readonly spend: Spend
}

export interface Helper {
  readonly parameters: readonly SyntaxNode[]
  readonly body: SyntaxNode
  readonly scope: () => Scope
}

/** Larger trees are not written out at every place where their name stands. */
export const LARGEST = 400

const WRAPPERS: Readonly<Record<string, string>> = {
  ParenthesizedExpression: 'expression',
  TSAsExpression: 'expression',
  TSSatisfiesExpression: 'expression',
  TSNonNullExpression: 'expression',
  TSTypeAssertion: 'expression',
  TSInstantiationExpression: 'expression',
  ChainExpression: 'expression',
}

export function normalExpression(node: SyntaxNode, scope: Scope): Tree {
  scope.spend(1)
  const inner = WRAPPERS[node.type]
  if (inner !== undefined) return normalExpression(node[inner] as SyntaxNode, scope)
  const read = READERS[node.type]
  return placed(read === undefined ? other(node, scope) : read(node, scope), node)
}

/** What is written out from elsewhere stands there, and everything else here. */
export function placed(made: Tree, { start, end }: SyntaxNode): Tree {
  return made.at === undefined ? { ...made, at: [start, end] } : made
}

type Reader = (node: SyntaxNode, scope: Scope) => Tree

const READERS: Readonly<Record<string, Reader>> = {
  Identifier: ({ name }, { names }) => names.get(String(name)) ?? tree(String(name)),
  Literal: ({ value, raw }) =>
    tree(typeof value === 'number' ? String(value) : String(raw ?? value)),
  UnaryExpression: (node, scope) => {
    const argument = normalExpression(node.argument as SyntaxNode, scope)
    if (node.operator === '-') return negated(argument)
    return node.operator === '+' ? argument : tree(String(node.operator), [argument])
  },
  BinaryExpression: (node, scope) => binary(String(node.operator), sides(node, scope), scope),
  LogicalExpression: (node, scope) =>
    tree(String(node.operator), sorted(sides(node, scope), scope)),
  MemberExpression: (node, scope) => {
    const object = normalExpression(node.object as SyntaxNode, scope)
    const property = node.property as SyntaxNode
    if (node.computed === true) return tree('[]', [object, normalExpression(property, scope)])
    const name = nameOf(property) ?? property.type
    return object.op === 'Math' ? tree(`Math.${name}`) : tree(`.${name}`, [object])
  },
  CallExpression: call,
  ConditionalExpression: (node, scope) =>
    tree('if', [
      normalExpression(node.test as SyntaxNode, scope),
      normalExpression(node.consequent as SyntaxNode, scope),
      normalExpression(node.alternate as SyntaxNode, scope),
    ]),
  ArrowFunctionExpression: (node, scope) => scope.body(node, scope),
  FunctionExpression: (node, scope) => scope.body(node, scope),
}

function sides(node: SyntaxNode, scope: Scope): [Tree, Tree] {
  return [
    normalExpression(node.left as SyntaxNode, scope),
    normalExpression(node.right as SyntaxNode, scope),
  ]
}

function binary(operator: string, [left, right]: readonly [Tree, Tree], scope: Scope): Tree {
  if (operator === '+') return combined('+', [left, right], scope)
  if (operator === '-') return combined('+', [left, negated(right)], scope)
  if (operator === '*') return combined('*', [left, right], scope)
  if (operator === '/') return combined('*', [left, tree('1/', [right])], scope)
  if (operator === '>') return tree('<', [right, left])
  if (operator === '>=') return tree('<=', [right, left])
  if (/^[!=]==?$/.test(operator)) return tree(operator.slice(0, 2), sorted([left, right], scope))
  return tree(operator, [left, right])
}

function negated(argument: Tree): Tree {
  if (argument.op === '-') return argument.args[0] as Tree
  return tree('-', [argument])
}

/** Sums of sums are one sum, in one order. */
function combined(op: string, args: readonly Tree[], scope: Scope): Tree {
  return tree(
    op,
    sorted(
      args.flatMap((one) => (one.op === op ? one.args : [one])),
      scope,
    ),
  )
}

/** By what they are written like, which takes as long as all of it. */
function sorted(args: readonly Tree[], scope: Scope): Tree[] {
  scope.spend(args.reduce((sum, one) => sum + one.size, 0))
  return [...args].sort((one, other) => {
    const [a, b] = [written(one), written(other)]
    return a < b ? -1 : a > b ? 1 : 0
  })
}

const texts = new WeakMap<Tree, string>()

function written(one: Tree): string {
  const known = texts.get(one) ?? `(${[one.op, ...one.args.map(written)].join(' ')})`
  texts.set(one, known)
  return known
}

function call(node: SyntaxNode, scope: Scope): Tree {
  const callee = node.callee as SyntaxNode
  const args = (node.arguments as SyntaxNode[]).map((one) => normalExpression(one, scope))
  const helper = scope.helpers.get(nameOf(callee) ?? '')
  const inlined = helper && inline(helper, args)
  if (inlined !== undefined && inlined.size <= LARGEST) return inlined
  const called = helper ? tree('own') : normalExpression(callee, scope)
  if (called.op === 'Math.pow') return tree('**', args)
  return tree('call', [called, ...args])
}

function inline({ parameters, body, scope }: Helper, args: readonly Tree[]): Tree | undefined {
  if (!parameters.every((one) => one.type === 'Identifier')) return undefined
  const outer = scope()
  const names = new Map(outer.names)
  for (const [at, parameter] of parameters.entries()) {
    names.set(nameOf(parameter) ?? '', args[at] ?? tree('undefined'))
  }
  return outer.body(body, { ...outer, names })
}

const SKIPPED = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'typeAnnotation',
  'typeParameters',
])

/** Anything else: its kind, its signs, and what stands in it. */
function other(node: SyntaxNode, scope: Scope): Tree {
  const args = Object.entries(node).flatMap(([key, value]) => {
    if (SKIPPED.has(key)) return []
    const nodes = Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
    return nodes
      .filter(({ type }) => !type.startsWith('TS'))
      .map((one) => normalExpression(one, scope))
  })
  const sign = typeof node.operator === 'string' ? node.operator : ''
  return tree(`${node.type}${sign}`, args)
}
