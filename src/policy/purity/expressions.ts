import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, memberName } from '../expression.ts'
import { argumentOf, elementsOf } from './arguments.ts'
import { BUILT_IN_NAMES, CONSTANTS, GATE_NAMES, PLAIN_GLOBALS } from './built-in-names.ts'
import { callOf, newOf } from './calls.ts'
import { handedOn, runFunction } from './functions.ts'
import { isGlobal, isMathFunction } from './globals.ts'
import { either, type Kind, OTHER, PLAIN, sum, TEXT, WORD } from './kinds.ts'
import type { Scope } from './scopes.ts'
import { assign, isHarmlessKey, memberOf } from './targets.ts'
import type { Walk } from './walk.ts'

type Rule = (walk: Walk, node: SyntaxNode, scope: Scope) => Kind

const functionValue: Rule = (walk, node, scope) => {
  handedOn(walk, node)
  runFunction(walk, node, scope)
  return OTHER
}

const RULES: { readonly [type: string]: Rule } = {
  ArrayExpression: (walk, { elements }, scope) =>
    walk.holding(
      ...(elements as unknown[]).filter(isNode).map((one) => argumentOf(walk, one, scope)),
    ),
  ArrowFunctionExpression: functionValue,
  AssignmentExpression: assigned,
  BinaryExpression: (walk, { operator, left, right }, scope) =>
    operation(String(operator), walk.kindOf(left, scope), walk.kindOf(right, scope)),
  CallExpression: callOf,
  ConditionalExpression: (walk, { test, consequent, alternate }, scope) => {
    walk.kindOf(test, scope)
    return either(walk.kindOf(consequent, scope), walk.kindOf(alternate, scope))
  },
  FunctionExpression: functionValue,
  Identifier: variable,
  Literal: (walk, node) => {
    if (node.regex !== undefined) return walk.refuse(node)
    return typeof node.value === 'string' ? textKind(node.value) : PLAIN
  },
  LogicalExpression: (walk, { left, right }, scope) =>
    either(walk.kindOf(left, scope), walk.kindOf(right, scope)),
  MemberExpression: member,
  NewExpression: newOf,
  ObjectExpression: object,
  SequenceExpression: (walk, { expressions }, scope) =>
    (expressions as SyntaxNode[]).map((one) => walk.kindOf(one, scope)).at(-1) ?? PLAIN,
  TemplateLiteral: (walk, { expressions }, scope) => {
    for (const one of expressions as SyntaxNode[]) walk.kindOf(one, scope)
    return TEXT
  },
  UnaryExpression: (walk, node, scope) => {
    walk.kindOf(node.argument, scope)
    if (node.operator === 'delete') return walk.refuse(node)
    return node.operator === 'typeof' ? WORD : PLAIN
  },
  UpdateExpression: (walk, { argument }, scope) => {
    assign(walk, argument, PLAIN, scope)
    return PLAIN
  },
}

export function kindOfExpression(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const rule = RULES[node.type]
  return rule === undefined ? walk.refuse(node) : rule(walk, node, scope)
}

function textKind(text: string): Kind {
  return BUILT_IN_NAMES.has(text) ? TEXT : WORD
}

/** Arithmetic gives numbers; only a sum may be a text. */
function operation(operator: string, left: Kind, right: Kind): Kind {
  return operator === '+' ? sum(left, right) : PLAIN
}

function assigned(walk: Walk, { operator, left, right }: SyntaxNode, scope: Scope): Kind {
  const given = walk.kindOf(right, scope)
  const kind = operator === '=' ? given : changed(String(operator), walk.kindOf(left, scope), given)
  assign(walk, left, kind, scope)
  return kind
}

/** Of `+=`, `&&=` and their like. */
function changed(operator: string, before: Kind, given: Kind): Kind {
  if (/^(&&|\|\||\?\?)=$/.test(operator)) return either(before, given)
  return operation(operator.slice(0, -1), before, given)
}

function variable(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const name = String(node.name)
  const found = scope.find(name)
  if (found === undefined) {
    if (/^(NaN|Infinity|undefined)$/.test(name)) return PLAIN
    return PLAIN_GLOBALS.test(name) ? OTHER : walk.refuse(node)
  }
  if (found.made) return handedOn(walk, found.made)
  return found.kind
}

function member(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  const holder = bare(node.object)
  const name = memberName(node)
  const isConstant = Object.keys(CONSTANTS).some(
    (global) => isGlobal(holder, global, scope) && CONSTANTS[global]?.test(name ?? ''),
  )
  if (isConstant) return PLAIN
  if (isMathFunction(node, scope)) return OTHER
  const kind = walk.kindOf(node.object, scope)
  if (!isHarmlessKey(walk, node, scope)) return walk.refuse(node)
  return name === 'length' ? PLAIN : memberOf(walk, kind, name)
}

function object(walk: Walk, { properties }: SyntaxNode, scope: Scope): Kind {
  return walk.holding(...(properties as SyntaxNode[]).map((one) => property(walk, one, scope)))
}

function property(walk: Walk, node: SyntaxNode, scope: Scope): Kind {
  if (node.type === 'SpreadElement') return elementsOf(walk, node.argument, scope)
  const isPlain = node.type === 'Property' && node.kind === 'init'
  const name = nameOf(node.key)
  const kind = walk.kindOf(node.value, scope)
  // What goes by a name that is built in is no function.
  const isData = (kind & OTHER) === 0 && (name !== 'length' || kind === PLAIN)
  const isShared = BUILT_IN_NAMES.has(name ?? '')
  if (isShared) walk.shareName()
  const isFree = !isShared || (isData && !GATE_NAMES.has(name ?? ''))
  const isHarmless = node.computed !== true && isFree
  return isPlain && isHarmless ? kind : walk.refuse(node)
}
