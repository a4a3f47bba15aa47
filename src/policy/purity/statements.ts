import { isErased } from '../../source/erased.ts'
import { isFunction } from '../../source/names.ts'
import { isNode, nameOf, type SyntaxNode, visitNodes } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { gives, runFunction } from './functions.ts'
import { OTHER } from './kinds.ts'
import { exported, lasting } from './lasting.ts'
import { declareHead, forIn, forOf, inner } from './loops.ts'
import { declareStatements, isOfMath, type Scope } from './scopes.ts'
import { bind } from './targets.ts'
import type { Walk } from './walk.ts'

type Rule = (walk: Walk, node: SyntaxNode, scope: Scope) => void

const nothing: Rule = () => {}
const block: Rule = (walk, node, outer) => {
  const scope = inner(walk, node, outer, (scope) => declareStatements(node, scope))
  for (const one of node.body as SyntaxNode[]) walk.run(one, scope)
}
const loop: Rule = (walk, { test, body }, scope) => {
  walk.kindOf(test, scope)
  walk.run(body, scope)
}

const RULES: { readonly [type: string]: Rule } = {
  BlockStatement: block,
  BreakStatement: nothing,
  ContinueStatement: nothing,
  DoWhileStatement: loop,
  EmptyStatement: nothing,
  ExportDefaultDeclaration: exported,
  ExportNamedDeclaration: (walk, node, scope) => {
    if (node.source) walk.refuse(node)
    else exported(walk, node, scope)
  },
  ExpressionStatement: (walk, { expression }, scope) => {
    walk.kindOf(expression, scope)
  },
  ForInStatement: forIn,
  ForOfStatement: forOf,
  ForStatement: (walk, node, outer) => {
    const scope = inner(walk, node, outer, (scope) => declareHead(node.init, scope))
    if (isNode(node.init) && node.init.type === 'VariableDeclaration') walk.run(node.init, scope)
    else walk.kindOf(node.init, scope)
    walk.kindOf(node.update, scope)
    loop(walk, node, scope)
  },
  FunctionDeclaration: (walk, node, scope) => runFunction(walk, node, scope),
  IfStatement: (walk, { test, consequent, alternate }, scope) => {
    walk.kindOf(test, scope)
    walk.run(consequent, scope)
    walk.run(alternate, scope)
  },
  LabeledStatement: (walk, { body }, scope) => walk.run(body, scope),
  Program: block,
  ReturnStatement: (walk, node, scope) => {
    const kind = walk.kindOf(node.argument, scope)
    if (scope.owner) gives(walk, scope.owner, kind)
  },
  SwitchStatement: (walk, node, outer) => {
    walk.kindOf(node.discriminant, outer)
    const cases = node.cases as SyntaxNode[]
    const scope = inner(walk, node, outer, (scope) => {
      for (const one of cases) declareStatements(one, scope)
    })
    for (const { test, consequent } of cases) {
      walk.kindOf(test, scope)
      for (const one of consequent as SyntaxNode[]) walk.run(one, scope)
    }
  },
  ThrowStatement: (walk, { argument }, scope) => {
    walk.kindOf(argument, scope)
  },
  VariableDeclaration: declared,
  WhileStatement: loop,
}

export function runStatement(walk: Walk, node: SyntaxNode, scope: Scope): void {
  if (isErased(node)) return
  const rule = RULES[node.type]
  if (rule === undefined) walk.refuse(node)
  else rule(walk, node, scope)
}

function declared(walk: Walk, node: SyntaxNode, scope: Scope): void {
  if (!/^(const|let)$/.test(String(node.kind))) walk.refuse(node)
  for (const one of node.declarations as SyntaxNode[]) declarator(walk, one, scope)
}

function declarator(walk: Walk, node: SyntaxNode, scope: Scope): void {
  const value = bare(node.init)
  const made = scope.find(nameOf(node.id) ?? '')?.made
  if (value !== undefined && made === value && isFunction(value)) {
    runFunction(walk, value, scope)
    return
  }
  if (isOfMath(node.id, value, scope)) {
    bind(walk, node.id, OTHER, scope)
    return
  }
  const isLasting = scope.owner === undefined
  if (isLasting && makesSomething(node.id)) walk.refuse(node)
  const kind = isLasting ? lasting(walk, node.init, scope) : walk.kindOf(node.init, scope)
  bind(walk, node.id, kind, scope)
}

/** What a pattern makes itself, a rest or a default, is made once where it stands in a module, and kept. */
function makesSomething(pattern: unknown): boolean {
  let makes = false
  visitNodes(pattern as SyntaxNode, ({ type }) => {
    makes ||= type === 'RestElement' || type === 'AssignmentPattern'
    return !makes
  })
  return makes
}
