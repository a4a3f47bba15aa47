import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { argumentOf, elementsOf } from './arguments.ts'
import { BUILT_IN_NAMES } from './built-in-names.ts'
import { compared, eachElement, type MethodCall, reduced } from './callbacks.ts'
import { ANYTHING, either, isChangeable, type Kind, OTHER, PLAIN, TEXT } from './kinds.ts'
import type { Scope } from './scopes.ts'
import { isHarmlessKey } from './targets.ts'
import type { Walk } from './walk.ts'

type Method = (call: MethodCall) => Kind

/** What a method gives that looks at its arguments and keeps none. */
const giving =
  (result: (call: MethodCall) => Kind): Method =>
  (call) => {
    valuesOf(call)
    return result(call)
  }
const itself = giving(({ of }) => of)
const plain = giving(() => PLAIN)
const text = giving(() => TEXT)
const part = giving(({ walk, of }) => walk.partOf(of))
/** It can be gone through once: whoever keeps it keeps a state. */
const iterator = giving(() => OTHER)

/** A new array of the same parts, and of what it is given. */
const copy: Method = (call) => {
  const { walk, of } = call
  return either(walk.copyOf(of), walk.holding(valuesOf(call)))
}

/** Calls a function with each element, and gives something else. */
const each =
  (result: (call: MethodCall) => Kind): Method =>
  (call) => {
    eachElement(call)
    return result(call)
  }
const test = each(() => PLAIN)
const found = each(({ walk, of }) => walk.partOf(of))

/** Methods that change what they are called of, and may put into it what they are given. */
const CHANGES: { readonly [name: string]: Method } = {
  add: itself,
  clear: plain,
  copyWithin: itself,
  delete: plain,
  fill: itself,
  pop: part,
  push: plain,
  reverse: itself,
  set: itself,
  shift: part,
  sort: (call) => {
    compared(call)
    return call.of
  },
  splice: copy,
  unshift: plain,
}

const LOOKS: { readonly [name: string]: Method } = {
  at: part,
  concat: ({ walk, of, args, scope }) => {
    const given = args.map((one) => elementsOf(walk, one, scope))
    const whole = args.map((one) => argumentOf(walk, one, scope))
    return either(walk.copyOf(of), walk.holding(...given, ...whole))
  },
  entries: iterator,
  every: test,
  filter: each(({ walk, of }) => walk.copyOf(of)),
  find: found,
  findIndex: test,
  findLast: found,
  findLastIndex: test,
  flat: giving(({ walk, of }) => walk.holding(walk.partOf(of), walk.partOf(walk.partOf(of)))),
  flatMap: (call) => {
    const given = eachElement(call)
    return call.walk.holding(given, call.walk.partOf(given))
  },
  forEach: test,
  get: part,
  has: plain,
  includes: plain,
  indexOf: plain,
  join: text,
  keys: iterator,
  lastIndexOf: plain,
  map: (call) => call.walk.holding(eachElement(call)),
  reduce: reduced,
  reduceRight: reduced,
  slice: copy,
  some: test,
  // It shows the same numbers.
  subarray: itself,
  toFixed: text,
  toReversed: copy,
  toSorted: (call) => {
    compared(call)
    return call.walk.copyOf(call.of)
  },
  toSpliced: copy,
  values: iterator,
  with: copy,
}

export function callMethod(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const callee = bare(node.callee) as SyntaxNode
  const { object, property, computed } = callee
  const name = computed === true ? undefined : nameOf(property)
  const of = walk.kindOf(object, scope)
  const call = { walk, scope, of, args: node.arguments as SyntaxNode[] }
  if (name === undefined && !isHarmlessKey(walk, callee, scope)) return walk.refuse(node)
  if (name === undefined) return callOwn(call, node)
  if (Object.hasOwn(CHANGES, name)) {
    if (!isChangeable(of)) walk.refuse(node)
    if (name !== 'sort') walk.store(valuesOf(call))
    return CHANGES[name]?.(call) ?? PLAIN
  }
  if (Object.hasOwn(LOOKS, name)) return LOOKS[name]?.(call) ?? PLAIN
  return callOwn(call, node, name)
}

/** A function of the program's that is a part of something. */
function callOwn(call: MethodCall, node: SyntaxNode, name = ''): Kind {
  valuesOf(call)
  return call.walk.borrows || BUILT_IN_NAMES.has(name) ? call.walk.refuse(node) : ANYTHING
}

/** What any of the arguments may be. */
function valuesOf({ walk, args, scope }: MethodCall): Kind {
  return either(...args.map((one) => argumentOf(walk, one, scope)))
}
