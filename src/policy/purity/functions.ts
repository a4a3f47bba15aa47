import { boundNames } from '../../source/names.ts'
import { filledParameters } from '../../source/parameters.ts'
import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { ANYTHING, either, isOnly, type Kind, OTHER, PLAIN } from './kinds.ts'
import { Scope } from './scopes.ts'
import { bind } from './targets.ts'
import type { Walk } from './walk.ts'

/** Goes through a function with what is known of its arguments. */
export function runFunction(walk: Walk, made: SyntaxNode, outer: Scope): void {
  if (made.async === true || made.generator === true) {
    walk.refuse(made)
    return
  }
  const facts = walk.factsOf(made)
  if (!facts.isReached) return
  const params = filledParameters(made)
  const scope = walk.scopeOf(made, () => scopeOf(made, params, outer))
  params.forEach((param, index) => {
    const isRest = param.type === 'RestElement'
    const kind = isRest ? walk.holding(facts.givenFrom(index)) : facts.given(index)
    bind(walk, param, kind, scope)
  })
  const { body } = made
  if (isNode(body) && body.type === 'BlockStatement') walk.run(body, scope)
  else gives(walk, made, walk.kindOf(body, scope))
}

function scopeOf(made: SyntaxNode, params: readonly SyntaxNode[], outer: Scope): Scope {
  const scope = new Scope(outer, made)
  const own = made.type === 'FunctionExpression' ? nameOf(made.id) : undefined
  if (own !== undefined) scope.declare(own, { made })
  for (const name of params.flatMap(boundNames)) scope.declare(name)
  return scope
}

export function gives(walk: Walk, made: SyntaxNode, kind: Kind): void {
  const facts = walk.factsOf(made)
  walk.note(!isOnly(kind, facts.returns))
  facts.returns = either(facts.returns, kind)
}

/** What a function gives, called with these; `each` may be any of its arguments. */
export function called(
  walk: Walk,
  made: SyntaxNode,
  given: readonly Kind[],
  each: Kind = PLAIN,
): Kind {
  const facts = walk.factsOf(made)
  walk.note(!facts.isReached)
  facts.isReached = true
  for (const [index, kind] of given.entries()) walk.note(facts.give(index, kind))
  walk.note(facts.giveEach(each))
  return facts.returns
}

/** A function that goes on as a value may be called by anybody, with anything. */
export function handedOn(walk: Walk, made: SyntaxNode): Kind {
  called(walk, made, [], ANYTHING)
  return OTHER
}
