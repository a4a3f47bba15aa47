import { parseBounded } from '../module-graph.ts'
import type { ParsedFile } from '../parse-typescript.ts'
import { asNode, isNode, nameOf, type SyntaxNode, visitNodes } from '../syntax-tree.ts'
import { budget, MOST_OF_ONE, MOST_OPERATIONS, type Spend, withinBudget } from './budget.ts'
import { isFunction, normalBody } from './normal-body.ts'
import {
  type Helper,
  LARGEST,
  normalExpression,
  type Scope,
  type Span,
  type Tree,
  tree,
} from './normal-expression.ts'
import { winnow } from './winnow.ts'

/**
 * What code is recognised by, whatever it was dressed up as: names, types, kinds of declarations,
 * the order of functions, helpers, temporary variables, dead lines and the order of operands are no
 * difference. Sorted, each once; nothing of what cannot be parsed, or is not judged for its size.
 * @param starters fingerprints that are nobody's own
 */
export function fingerprintsOf(text: string, starters?: ReadonlySet<number>): number[] {
  return ownOf(treesIn(text), starters)
}

/**
 * The same of a text that is parsed already.
 * @param goesOn told before each function, for whoever looks whether this still runs
 */
export function fingerprintsIn(parsed: ParsedFile, goesOn?: () => void): number[] {
  return ownOf(treesOf(parsed, goesOn))
}

function ownOf(trees: readonly Tree[], starters: ReadonlySet<number> = new Set()): number[] {
  const found = new Set(trees.flatMap((one) => winnow(tokensOf(one).map(wordOf))))
  return [...found].filter((one) => !starters.has(one)).sort((one, other) => one - other)
}

/** An operation of a function, and what of the text it is written by. */
export interface Token {
  readonly word: string
  readonly spans: readonly Span[]
}

/** By function, what `fingerprintsOf` looks at. */
export function functionTokens(text: string): Token[][] {
  return treesIn(text).map((one) =>
    tokensOf(one).map((it) => ({ word: wordOf(it), spans: ownSpans(it) })),
  )
}

function treesIn(text: string): Tree[] {
  const parsed = parseBounded('', text)
  return 'cause' in parsed ? [] : treesOf(parsed)
}

function treesOf({ program }: ParsedFile, goesOn?: () => void): Tree[] {
  try {
    return functionTrees(asNode(program), goesOn)
  } catch (error) {
    // Code may be nested deeper than a stack is.
    if (error instanceof RangeError) return []
    throw error
  }
}

/** The tree of each function that stands at the top, and of what else is computed there. */
function functionTrees(program: SyntaxNode, goesOn?: () => void): Tree[] {
  const items = (program.body as SyntaxNode[]).flatMap(unwrapped)
  const functions = new Map<string, SyntaxNode>()
  const values = new Map<string, SyntaxNode>()
  for (const { name, node } of items) {
    if (isFunction(node)) functions.set(name, node)
    else values.set(name, node)
  }
  const called = calledNames([...functions.values()])
  // What is asked for is called by its name: written out, short answers would look long.
  const helpers = new Map([...functions].filter(([name]) => !isExported(name, program)))
  // A helper that is written out where it is called says nothing by itself.
  const shown = [...functions].filter(([name]) => !(helpers.has(name) && called.has(name)))
  const whole = budget(MOST_OPERATIONS)
  const asTree = ([name, node]: [string, SyntaxNode]) => {
    goesOn?.()
    const spend = budget(MOST_OF_ONE, whole)
    return withinBudget(() =>
      normalBody(node, scopeWithin(name, { functions, helpers, values, spend })),
    )
  }
  const trees = new Map(
    [...shown]
      .sort(([one], [other]) => Number(helpers.has(one)) - Number(helpers.has(other)))
      .map((one) => [one[0], asTree(one)]),
  )
  return shown.flatMap(([name]) => trees.get(name) ?? [])
}

interface Item {
  readonly name: string
  readonly node: SyntaxNode
}

function unwrapped(statement: SyntaxNode): Item[] {
  if (/^Export(?:Named|Default)Declaration$/.test(statement.type)) {
    const inner = statement.declaration
    if (!isNode(inner)) return []
    return /Declaration$/.test(inner.type) ? unwrapped(inner) : valuesOf('default', inner)
  }
  if (statement.type === 'FunctionDeclaration') {
    return [{ name: nameOf(statement.id) ?? '', node: statement }]
  }
  if (statement.type === 'ClassDeclaration') {
    return ((statement.body as SyntaxNode).body as SyntaxNode[]).flatMap(memberOf)
  }
  if (statement.type !== 'VariableDeclaration') return []
  return (statement.declarations as SyntaxNode[]).flatMap((one) =>
    isNode(one.init) ? valuesOf(nameOf(one.id) ?? '', one.init) : [],
  )
}

/** A class of functions is read as those functions. */
function memberOf(one: SyntaxNode): Item[] {
  return isNode(one.value) ? [{ name: nameOf(one.key) ?? '', node: one.value }] : []
}

/** `export default { tanh, dtanh(x) { … } }`: each function is one of its own. */
function valuesOf(name: string, node: SyntaxNode): Item[] {
  if (node.type !== 'ObjectExpression') return [{ name, node }]
  return (node.properties as SyntaxNode[]).flatMap((one) =>
    isNode(one.value) && isFunction(one.value)
      ? [{ name: nameOf(one.key) ?? '', node: one.value }]
      : [],
  )
}

/** By itself, in a list, or as the default. */
function isExported(name: string, program: SyntaxNode): boolean {
  return (program.body as SyntaxNode[]).some((one) => {
    if (!one.type.startsWith('Export')) return false
    const listed = (one.specifiers as SyntaxNode[] | undefined) ?? []
    const names = [...listed.map(({ local }) => nameOf(local)), nameOf(one.declaration)]
    return names.includes(name) || unwrapped(one).some((item) => item.name === name)
  })
}

function calledNames(functions: readonly SyntaxNode[]): Set<string> {
  const names = new Set<string>()
  for (const root of functions) {
    visitNodes(root, ({ type, callee }) => {
      const name = type === 'CallExpression' && isNode(callee) ? nameOf(callee) : undefined
      if (name !== undefined) names.add(name)
      return undefined
    })
  }
  return names
}

const DEEPEST = 8

interface Declared {
  readonly functions: ReadonlyMap<string, SyntaxNode>
  /** Those of them that are written out where they are called. */
  readonly helpers: ReadonlyMap<string, SyntaxNode>
  readonly values: ReadonlyMap<string, SyntaxNode>
  readonly spend: Spend
}

/** Inside a function, what is declared beside it; a function is not written out within itself. */
function scopeWithin(
  own: string,
  declared: Declared,
  without: ReadonlySet<string> = new Set([own]),
): Scope {
  // Each function gets a scope of its own: a program of thousands has millions of names in them.
  declared.spend(declared.functions.size + declared.helpers.size)
  const helpers = new Map<string, Helper>()
  for (const [name, node] of declared.helpers) {
    if (without.has(name) || without.size > DEEPEST) continue
    helpers.set(name, {
      parameters: node.params as SyntaxNode[],
      body: node.body as SyntaxNode,
      scope: () => scopeWithin(name, declared, new Set([...without, name])),
    })
  }
  const names = new Map<string, Tree>()
  for (const name of declared.functions.keys()) names.set(name, tree('own'))
  const common = { names, body: normalBody, spend: declared.spend }
  for (const [name, node] of declared.values) {
    const value = normalExpression(node, { ...common, helpers: new Map() })
    names.set(name, value.size <= LARGEST ? value : tree('own'))
  }
  return { ...common, helpers }
}

const MOST_TOKENS = 20_000

/** The operations from the outside in. */
function tokensOf(root: Tree): Tree[] {
  const tokens: Tree[] = []
  const waiting = [root]
  for (let next = waiting.pop(); next && tokens.length < MOST_TOKENS; next = waiting.pop()) {
    tokens.push(next)
    for (let at = next.args.length - 1; at >= 0; at--) waiting.push(next.args[at] as Tree)
  }
  return tokens
}

/** An operation, with how many operands it has. */
function wordOf({ op, args }: Tree): string {
  return `${op}/${args.length}`
}

/** Where it stands, without where its operands stand. */
function ownSpans({ at, args }: Tree): Span[] {
  if (at === undefined) return []
  const inner = args.flatMap(covered).sort(([one], [other]) => one - other)
  const spans: Span[] = []
  let from = at[0]
  for (const [start, end] of inner) {
    if (start >= at[1] || end <= at[0]) continue
    if (start > from) spans.push([from, start])
    from = Math.max(from, end)
  }
  return from < at[1] ? [...spans, [from, at[1]]] : spans
}

function covered({ at, args }: Tree): Span[] {
  return at === undefined ? args.flatMap(covered) : [at]
}
