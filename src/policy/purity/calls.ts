import { isFunction } from '../../source/names.ts'
import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { argumentOf, elementsOf } from './arguments.ts'
import { ARRAYS, ERRORS, PLAIN_FUNCTIONS, PLAIN_GLOBALS } from './built-in-names.ts'
import { callBack } from './callbacks.ts'
import { called, runFunction } from './functions.ts'
import { isGlobal, isMathFunction } from './globals.ts'
import { ANYTHING, constantOf, either, type Kind, MAP, OTHER, OWN, PLAIN, TEXT } from './kinds.ts'
import { callMethod } from './methods.ts'
import type { Scope } from './scopes.ts'
import type { Walk } from './walk.ts'

export function callOf(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const callee = bare(node.callee)
  if (callee === undefined) return walk.refuse(node)
  const args = node.arguments as SyntaxNode[]
  if (isFunction(callee)) {
    const gives = calledWith(walk, callee, args, scope)
    runFunction(walk, callee, scope)
    return gives
  }
  if (callee.type === 'Identifier') return callName(walk, { node, callee, args }, scope)
  if (callee.type === 'MemberExpression') return callMember(walk, node, callee, scope)
  walk.kindOf(callee, scope)
  values(walk, args, scope)
  return ANYTHING
}

function callName(
  walk: Walk,
  { node, callee, args }: { node: SyntaxNode; callee: SyntaxNode; args: readonly SyntaxNode[] },
  scope: Scope,
): Kind {
  const name = String(callee.name)
  const variable = scope.find(name)
  if (variable?.made) return calledWith(walk, variable.made, args, scope)
  const given = values(walk, args, scope)
  if (variable !== undefined) return variable.isMath ? PLAIN : ANYTHING
  if (PLAIN_GLOBALS.test(name)) return PLAIN
  if (name === 'String') return TEXT
  // A copy of data to its last part; a function is none.
  if (name === 'structuredClone') return either(OWN, given & MAP)
  if (name === 'Array') return walk.holding(given)
  return ERRORS.test(name) ? OTHER : walk.refuse(node)
}

/** A spread argument may stand for any of those that follow it. */
function calledWith(walk: Walk, made: SyntaxNode, args: readonly SyntaxNode[], scope: Scope): Kind {
  const spread = args.findIndex(({ type }) => type === 'SpreadElement')
  const single = args.slice(0, spread < 0 ? args.length : spread)
  const given = single.map((one) => argumentOf(walk, one, scope))
  return called(walk, made, given, values(walk, args.slice(single.length), scope))
}

function values(walk: Walk, args: readonly SyntaxNode[], scope: Scope): Kind {
  return either(...args.map((one) => argumentOf(walk, one, scope)))
}

function callMember(walk: Walk, node: SyntaxNode, callee: SyntaxNode, scope: Scope): Kind {
  const holder = bare(callee.object)
  const isUnknown = holder?.type !== 'Identifier' || scope.find(String(holder.name)) !== undefined
  if (isUnknown) return callMethod(walk, node, scope)
  return callStatic(walk, { node, holder: String(holder.name), name: staticName(callee) }, scope)
}

function staticName({ computed, property }: SyntaxNode): string {
  return computed === true ? '' : (nameOf(property) ?? '')
}

function callStatic(
  walk: Walk,
  { node, holder, name }: { node: SyntaxNode; holder: string; name: string },
  scope: Scope,
): Kind {
  const args = node.arguments as SyntaxNode[]
  if (ARRAYS.test(holder) && name === 'from') return arrayFrom(walk, args, scope)
  const given = values(walk, args, scope)
  if (ARRAYS.test(holder) && name === 'of') return walk.holding(given)
  if (isMathFunction(bare(node.callee) as SyntaxNode, scope)) return PLAIN
  if (PLAIN_FUNCTIONS.get(holder)?.test(name)) return PLAIN
  if (holder === 'Object' && name === 'keys') return constantOf([walk.names])
  if (holder === 'JSON' && name === 'parse') return parsedCopy(walk, node, scope)
  if (holder === 'JSON' && name === 'stringify') return written(walk, node, scope)
  const parts = walk.partOf(given)
  if (holder === 'Object' && name === 'values') return walk.holding(parts)
  if (holder === 'Object' && name === 'entries')
    return walk.holding(walk.holding(walk.names, parts))
  return walk.refuse(node)
}

/** Something built in that chooses what is written would be called of each object in turn. */
function written(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const [, ...how] = node.arguments as SyntaxNode[]
  const isChosen = how.some((one) => (argumentOf(walk, one, scope) & OTHER) !== 0)
  const isSpread = (node.arguments as SyntaxNode[]).some(({ type }) => type === 'SpreadElement')
  return isChosen || isSpread ? walk.refuse(node) : TEXT
}

/** Of what was written just now, so that its names are known. */
function parsedCopy(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const [written, ...others] = (node.arguments as unknown[]).map(bare)
  const callee = written?.type === 'CallExpression' ? bare(written.callee) : undefined
  const isWritten = isGlobal(bare(callee?.object), 'JSON', scope)
  return others.length === 0 && isWritten && staticName(callee ?? node) === 'stringify'
    ? OWN
    : walk.refuse(node)
}

function arrayFrom(walk: Walk, args: readonly SyntaxNode[], scope: Scope): Kind {
  const [source, callback, ...others] = args
  for (const one of others) walk.refuse(one)
  const element = elementsThrough(walk, source, scope)
  if (callback === undefined) return walk.holding(element)
  return walk.holding(callBack(walk, callback, [element, PLAIN], scope))
}

/** `{ length: 3 }` is seen by nobody else, and has no elements. */
function elementsThrough(walk: Walk, source: unknown, scope: Scope): Kind {
  const [only, ...others] = (bare(source)?.properties ?? []) as SyntaxNode[]
  const isLength = others.length === 0 && only?.type === 'Property' && nameOf(only.key) === 'length'
  if (!isLength || only.computed === true) return elementsOf(walk, source, scope)
  walk.kindOf(only.value, scope)
  return PLAIN
}

export function newOf(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const callee = bare(node.callee)
  const name = callee?.type === 'Identifier' ? String(callee.name) : ''
  const given = values(walk, (node.arguments ?? []) as SyntaxNode[], scope)
  if (scope.find(name) !== undefined) return walk.refuse(node)
  if (ARRAYS.test(name)) return walk.holding(walk.partOf(given), name === 'Array' ? given : PLAIN)
  if (/^(Map|Set)$/.test(name)) return newMap(walk, given)
  return ERRORS.test(name) ? OTHER : walk.refuse(node)
}

function newMap(walk: Walk, given: Kind): Kind {
  const parts = walk.partOf(given)
  // Of a map's pairs the parts are meant.
  return either(walk.makeMap(), walk.holding(parts, walk.partOf(parts)))
}
