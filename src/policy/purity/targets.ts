import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, memberName } from '../expression.ts'
import { BUILT_IN_NAMES, GATE_NAMES } from './built-in-names.ts'
import { either, isChangeable, isKey, isOnly, type Kind, OTHER, PLAIN } from './kinds.ts'
import type { Scope } from './scopes.ts'
import type { Walk } from './walk.ts'

/** Gives the variables of a declaration's pattern, or of a parameter, their first value. */
export function bind(walk: Walk, pattern: unknown, kind: Kind, scope: Scope): void {
  give(walk, pattern, kind, { scope, isNew: true })
}

/** Assigns to variables, to members, to patterns of them. */
export function assign(walk: Walk, target: unknown, kind: Kind, scope: Scope): void {
  give(walk, target, kind, { scope, isNew: false })
}

interface Giving {
  readonly scope: Scope
  readonly isNew: boolean
}

type Rule = (walk: Walk, target: SyntaxNode, kind: Kind, giving: Giving) => void

const RULES: { readonly [type: string]: Rule } = {
  Identifier: giveVariable,
  MemberExpression: giveMember,
  AssignmentPattern: (walk, { left, right }, kind, giving) => {
    give(walk, left, either(kind, walk.kindOf(right, giving.scope)), giving)
  },
  RestElement: (walk, { argument }, kind, giving) =>
    give(walk, argument, walk.copyOf(kind), giving),
  ArrayPattern: (walk, { elements }, kind, giving) => {
    for (const one of elements as unknown[]) give(walk, one, partFor(walk, one, kind), giving)
  },
  ObjectPattern: (walk, { properties }, kind, giving) => {
    for (const one of properties as SyntaxNode[]) giveProperty(walk, one, kind, giving)
  },
}

function give(walk: Walk, target: unknown, kind: Kind, giving: Giving): void {
  const inner = bare(target)
  if (inner === undefined) return
  const rule = RULES[inner.type]
  if (rule === undefined) walk.refuse(inner)
  else rule(walk, inner, kind, giving)
}

/** The rest of what is gone through is an array. */
function partFor(walk: Walk, target: unknown, kind: Kind): Kind {
  const element = walk.elementOf(kind)
  return isNode(target) && target.type === 'RestElement' ? walk.holding(element) : element
}

function giveVariable(walk: Walk, node: SyntaxNode, kind: Kind, { scope, isNew }: Giving): void {
  const variable = scope.find(String(node.name))
  // Of a module nothing changes; and what stands for a function is never anything else.
  const isFixed = variable?.outlives || variable?.made !== undefined
  if (variable === undefined || (isFixed && !isNew)) walk.refuse(node)
  else {
    walk.note(!isOnly(kind, variable.kind))
    variable.kind = either(variable.kind, kind)
  }
}

/** Only what was made during this call is changed in it. */
function giveMember(walk: Walk, member: SyntaxNode, kind: Kind, { scope }: Giving): void {
  const holder = walk.kindOf(member.object, scope)
  if (!isChangeable(holder) || !isHarmlessKey(walk, member, scope)) walk.refuse(member)
  const name = memberName(member) ?? ''
  // What goes by a name that is built in is no function: a call of it would be taken for another.
  const isShared = BUILT_IN_NAMES.has(name)
  if (isShared && name !== 'length') walk.shareName()
  if ((isShared && (kind & OTHER) !== 0) || (name === 'length' && kind !== PLAIN))
    walk.refuse(member)
  walk.store(kind)
}

/** A member by a name that is built in may be that very function. */
export function memberOf(walk: Walk, kind: Kind, name: string | undefined): Kind {
  return either(walk.partOf(kind), BUILT_IN_NAMES.has(name ?? '') ? OTHER : PLAIN)
}

/** A key that leads to nothing through which more than the object is reached. */
export function isHarmlessKey(
  walk: Walk,
  { computed, property, key }: SyntaxNode,
  scope: Scope,
): boolean {
  const word = property ?? key
  const name = nameOf(bare(word))
  const isWord = computed !== true || bare(word)?.type === 'Literal'
  if (!isWord || name === undefined) return isKey(walk.kindOf(word, scope))
  if (name !== 'length' && BUILT_IN_NAMES.has(name)) walk.borrow()
  return !GATE_NAMES.has(name)
}

function giveProperty(walk: Walk, property: SyntaxNode, kind: Kind, giving: Giving): void {
  const { key, value, computed } = property
  const isRest = property.type === 'RestElement'
  if (!isRest && !isHarmlessKey(walk, property, giving.scope)) walk.refuse(property)
  const isLength = computed !== true && nameOf(key) === 'length'
  const part = isLength ? PLAIN : memberOf(walk, kind, nameOf(bare(key)))
  give(walk, isRest ? property : value, isRest ? kind : part, giving)
}
