import { filledParameters } from '../parameters.ts'
import { isNode, nameOf, type SyntaxNode, visitNodes } from '../syntax-tree.ts'
import {
  LARGEST,
  normalExpression,
  placed,
  type Scope,
  type Tree,
  tree,
} from './normal-expression.ts'

/**
 * A function's body as one tree: names that are given a value once are written out, what has no
 * effect is gone, and `if (c) return a; return b` is `c ? a : b`.
 */
export function normalBody(node: SyntaxNode, outer: Scope): Tree {
  if (!isFunction(node)) {
    return node.type === 'BlockStatement' ? block(node, outer) : normalExpression(node, outer)
  }
  const names = new Map(outer.names)
  for (const [at, parameter] of filledParameters(node).entries()) {
    const { left = parameter } = parameter as SyntaxNode & { left?: SyntaxNode }
    for (const name of boundNames(left)) names.set(name, tree(`p${at}`))
  }
  return normalBody(node.body as SyntaxNode, { ...outer, names })
}

export function isFunction({ type }: SyntaxNode): boolean {
  return /^(?:Arrow)?Function(?:Declaration|Expression)$/.test(type)
}

function block(node: SyntaxNode, scope: Scope): Tree {
  const changed = changedNames(node)
  return statements(node.body as SyntaxNode[], { scope, changed })
}

interface Place {
  readonly scope: Scope
  /** Names that are given another value later. */
  readonly changed: ReadonlySet<string>
}

/** Statements in a row, and what comes after them. */
function statements(list: readonly SyntaxNode[], place: Place, after: Tree = tree('end')): Tree {
  const row: Tree[] = []
  const end = goThrough(list, place, after, row)
  return row.reduceRight((next, one) => tree(';', [one, next]), end)
}

/** Puts into the row what is done, up to where it parts or ends; gives what comes there. */
function goThrough(list: readonly SyntaxNode[], place: Place, after: Tree, row: Tree[]): Tree {
  let here = place
  for (const [at, one] of list.entries()) {
    const { scope } = here
    scope.spend(1)
    switch (one.type) {
      case 'ReturnStatement':
        return isNode(one.argument) ? normalExpression(one.argument, scope) : tree('end')
      case 'BlockStatement':
        return statements([...(one.body as SyntaxNode[]), ...list.slice(at + 1)], here, after)
      case 'IfStatement':
        return choice(one, here, statements(list.slice(at + 1), here, after))
      case 'VariableDeclaration':
        here = declared(one, here, row)
        break
      case 'FunctionDeclaration': {
        const names = new Map(scope.names).set(nameOf(one.id) ?? '', tree('own'))
        here = { ...here, scope: { ...scope, names } }
        break
      }
      case 'EmptyStatement':
        break
      case 'ExpressionStatement': {
        const expression = one.expression as SyntaxNode
        if (hasEffect(expression)) row.push(normalExpression(expression, scope))
        break
      }
      default:
        row.push(loop(one, here))
    }
  }
  return after
}

/** What follows is one tree, which either branch goes on with that does not return. */
function choice(node: SyntaxNode, place: Place, after: Tree): Tree {
  const test = normalExpression(node.test as SyntaxNode, place.scope)
  const branch = (one: unknown) =>
    isNode(one) ? statements([one], place, returns(one) ? undefined : after) : after
  return placed(tree('if', [test, branch(node.consequent), branch(node.alternate)]), node)
}

function returns(node: SyntaxNode): boolean {
  if (node.type === 'BlockStatement') return (node.body as SyntaxNode[]).some(returns)
  if (node.type === 'IfStatement') {
    return (
      isNode(node.alternate) && returns(node.alternate) && returns(node.consequent as SyntaxNode)
    )
  }
  return node.type === 'ReturnStatement' || node.type === 'ThrowStatement'
}

/** What is given a value once has a name from then on; the rest is done where it stands. */
function declared(node: SyntaxNode, place: Place, row: Tree[]): Place {
  const names = new Map(place.scope.names)
  const scope = { ...place.scope, names }
  for (const one of node.declarations as SyntaxNode[]) {
    const value = isNode(one.init) ? normalExpression(one.init, scope) : tree('undefined')
    const name = nameOf(one.id)
    const once = name !== undefined && !place.changed.has(name) && value.size <= LARGEST
    if (once) names.set(name, value)
    else {
      row.push(placed(tree('let', [value]), one))
      for (const bound of boundNames(one.id as SyntaxNode)) names.set(bound, tree('m'))
    }
  }
  return { ...place, scope }
}

/** Loops and whatever else stands as a statement: its parts, in their order. */
function loop(node: SyntaxNode, place: Place): Tree {
  const names = new Map(place.scope.names)
  for (const one of [node.init, node.left].filter(isNode)) {
    for (const name of boundNames(one)) names.set(name, tree('m'))
  }
  const scope = { ...place.scope, names }
  const parts = ['init', 'left', 'right', 'test', 'update', 'argument', 'body'].flatMap((key) => {
    const part = node[key]
    if (!isNode(part)) return []
    const isStatement = /Statement$|^VariableDeclaration$/.test(part.type)
    return [isStatement ? statements([part], { ...place, scope }) : normalExpression(part, scope)]
  })
  return placed(tree(node.type, parts), node)
}

function hasEffect(node: SyntaxNode): boolean {
  let found = false
  visitNodes(node, ({ type }) => {
    found ||= /^(?:Call|New|Assignment|Update|Await|Yield|TaggedTemplate)/.test(type)
    return !found
  })
  return found
}

function boundNames(node: SyntaxNode): string[] {
  const found: string[] = []
  visitNodes(node, (one) => {
    if (one.type.startsWith('TS')) return false
    if (one.type === 'Identifier') found.push(String(one.name))
    return undefined
  })
  return found
}

function changedNames(node: SyntaxNode): Set<string> {
  const found = new Set<string>()
  visitNodes(node, (one) => {
    if (one.type === 'AssignmentExpression') found.add(nameOf(one.left) ?? '')
    if (one.type === 'UpdateExpression') found.add(nameOf(one.argument) ?? '')
    return undefined
  })
  return found
}
