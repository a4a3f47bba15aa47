import { isFunction } from '../../source/names.ts'
import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { argumentOf } from './arguments.ts'
import { PLAIN_GLOBALS } from './built-in-names.ts'
import { called, runFunction } from './functions.ts'
import { isMathFunction } from './globals.ts'
import { ANYTHING, either, type Kind, PLAIN } from './kinds.ts'
import type { Scope } from './scopes.ts'
import type { Walk } from './walk.ts'

/** A call of a method, as far as it is known. */
export interface MethodCall {
  readonly walk: Walk
  readonly scope: Scope
  /** What the method is called of. */
  readonly of: Kind
  readonly args: readonly SyntaxNode[]
}

/** What a function gives that is called with each element, its place and the whole. */
export function eachElement(call: MethodCall): Kind {
  const { walk, of, args, scope } = call
  noMore(call, 1)
  return callBack(walk, args[0], [walk.partOf(of), walk.placeIn(of), of], scope)
}

export function reduced(call: MethodCall): Kind {
  const { walk, of, args, scope } = call
  const [callback, first] = args
  noMore(call, 2)
  const start = first === undefined ? walk.partOf(of) : argumentOf(walk, first, scope)
  const before = either(start, callBack(walk, callback, [], scope))
  return either(before, callBack(walk, callback, [before, walk.partOf(of), PLAIN, of], scope))
}

/** Calls what compares two elements, if there is anything. */
export function compared(call: MethodCall): void {
  const { walk, of, args, scope } = call
  const part = walk.partOf(of)
  noMore(call, 1)
  if (args.length > 0) callBack(walk, args[0], [part, part], scope)
}

/** What is more may be `this` of the function. */
function noMore({ walk, args }: MethodCall, most: number): void {
  for (const one of args.slice(most)) walk.refuse(one)
}

/** What a function gives that something built in calls with these. */
export function callBack(
  walk: Walk,
  node: SyntaxNode | undefined,
  given: readonly Kind[],
  scope: Scope,
): Kind {
  const inner = bare(node)
  if (inner === undefined) return ANYTHING
  if (isFunction(inner)) {
    const gives = called(walk, inner, given)
    runFunction(walk, inner, scope)
    return gives
  }
  const known = inner.type === 'Identifier' ? calledByName(walk, inner, given, scope) : undefined
  if (known !== undefined) return known
  walk.kindOf(inner, scope)
  return isMathFunction(inner, scope) ? PLAIN : ANYTHING
}

function calledByName(
  walk: Walk,
  node: SyntaxNode,
  given: readonly Kind[],
  scope: Scope,
): Kind | undefined {
  const name = String(node.name)
  const variable = scope.find(name)
  if (variable?.made) return called(walk, variable.made, given)
  const isPlain = variable === undefined ? PLAIN_GLOBALS.test(name) : variable.isMath
  return isPlain ? PLAIN : undefined
}
