import { isFunction } from '../source/names.ts'
import { referencesTo } from '../source/references.ts'
import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { bare } from './expression.ts'
import { nodesOf, type Offence } from './offence.ts'
import type { UsedSource } from './used-source.ts'

/** Functions that reach themselves by what they mean: of a module, and inside of others. */
export function recursions(used: readonly UsedSource[]): Offence[] {
  const functions = used.filter(({ node }) => isCallable(node))
  const own = functions
    .filter((source) => reachesItself(source, functions))
    .map(({ node, module, name }) => ({ node, module, message: `${name} calls itself` }))
  return [...own, ...used.flatMap(localRecursions)]
}

/** A function with a name, or another name for one. */
function isCallable(node: SyntaxNode): boolean {
  const value = bare(node.init ?? node.value ?? node.right)
  if (value === undefined) return node.type === 'FunctionDeclaration'
  return isFunction(value) || value.type === 'Identifier' || value.type === 'MemberExpression'
}

function reachesItself(source: UsedSource, functions: readonly UsedSource[]): boolean {
  const calls = new Map(
    functions.map((one) => [one, functions.filter(({ node }) => one.means.includes(node))]),
  )
  return isReached(source, calls)
}

interface LocalFunction {
  readonly name: string
  readonly node: SyntaxNode
  /** Where the name means this function. */
  readonly body: SyntaxNode
}

/** The same inside of one function, where its own functions have names. */
function localRecursions({ node, module }: UsedSource): Offence[] {
  const local = nodesOf(node).flatMap((inner) => (inner === node ? [] : localFunction(inner)))
  const calls = new Map(
    local.map((one) => [
      one,
      local.filter((other) => referencesTo(new Set([other.name]), one.body).length > 0),
    ]),
  )
  return local
    .filter((one) => isReached(one, calls))
    .map(({ name, node: at }) => ({ node: at, module, message: `${name} calls itself` }))
}

function localFunction(node: SyntaxNode): LocalFunction[] {
  const value = node.type === 'VariableDeclarator' ? bare(node.init) : node
  const name = nameOf(node.id)
  if (name === undefined || value === undefined || !isFunction(value)) return []
  // Of a function expression, its own name is hidden from the outside.
  const body = value.type === 'FunctionExpression' && isNode(value.body) ? value.body : value
  return [{ name, node, body }]
}

function isReached<T>(from: T, calls: ReadonlyMap<T, readonly T[]>): boolean {
  const seen = new Set<T>()
  const waiting = [...(calls.get(from) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === from) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(calls.get(next) ?? []))
  }
  return false
}
