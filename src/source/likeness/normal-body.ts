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

function statements([first, ...rest]: readonly SyntaxNode[], place: Place): Tree {
  if (first === undefined) return tree('end')
  const { scope } = place
  const next = (inner: Place = place) => statements(rest, inner)
  switch (first.type) {
    case 'ReturnStatement':
      return isNode(first.argument) ? normalExpression(first.argument, scope) : tree('end')
    case 'BlockStatement':
      return statements([...(first.body as SyntaxNode[]), ...rest], place)
    case 'IfStatement':
      return choice(first, rest, place)
    case 'VariableDeclaration':
      return declared(first, rest, place)
    case 'FunctionDeclaration': {
      const names = new Map(scope.names).set(nameOf(first.id) ?? '', tree('own'))
      return next({ ...place, scope: { ...scope, names } })
    }
    case 'EmptyStatement':
      return next()
    case 'ExpressionStatement':
      return hasEffect(first.expression as SyntaxNode)
        ? tree(';', [normalExpression(first.expression as SyntaxNode, scope), next()])
        : next()
    default:
      return tree(';', [loop(first, place), next()])
  }
}

function choice(node: SyntaxNode, rest: readonly SyntaxNode[], place: Place): Tree {
  const test = normalExpression(node.test as SyntaxNode, place.scope)
  const branch = (one: unknown) =>
    statements([...(isNode(one) ? [one] : []), ...(isNode(one) && returns(one) ? [] : rest)], place)
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

function declared(node: SyntaxNode, rest: readonly SyntaxNode[], place: Place): Tree {
  const names = new Map(place.scope.names)
  const kept: Tree[] = []
  for (const one of node.declarations as SyntaxNode[]) {
    const scope = { ...place.scope, names }
    const value = isNode(one.init) ? normalExpression(one.init, scope) : tree('undefined')
    const name = nameOf(one.id)
    const once = name !== undefined && !place.changed.has(name) && value.size <= LARGEST
    if (once) names.set(name, value)
    else {
      kept.push(placed(tree('let', [value]), one))
      for (const bound of boundNames(one.id as SyntaxNode)) names.set(bound, tree('m'))
    }
  }
  const after = statements(rest, { ...place, scope: { ...place.scope, names } })
  return kept.reduceRight((inner, one) => tree(';', [one, inner]), after)
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
