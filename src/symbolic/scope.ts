import { NotFollowed } from './not-followed.ts'
import type { Scope, Value, Variable } from './values.ts'

export type { Scope, Variable } from './values.ts'

export function innerScope(parent: Scope | undefined, isFunction = false): Scope {
  return { variables: new Map(), parent, isFunction, ofModule: false }
}

export function declare(scope: Scope, name: string, variable: Variable): void {
  scope.variables.set(name, variable)
}

/** The scope that a `var` of this place belongs to. */
export function functionScope(scope: Scope): Scope {
  let found = scope
  while (!found.isFunction && found.parent !== undefined) found = found.parent
  return found
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  const owner = ownerOf(scope, name)
  const variable = owner?.variables.get(name)
  if (variable === undefined) return undefined
  if (variable.value === undefined)
    throw new NotFollowed(`\`${name}\` is used before it has a value`)
  return variable.value
}

export function assign(scope: Scope, name: string, value: Value, inModule: boolean): void {
  const owner = ownerOf(scope, name)
  const variable = owner?.variables.get(name)
  if (owner === undefined || variable === undefined) {
    throw new NotFollowed(`a write to \`${name}\`, which is not declared`)
  }
  if (variable.constant) throw new NotFollowed(`a write to the constant \`${name}\``)
  if (owner.ofModule && !inModule) {
    throw new NotFollowed(`a write to \`${name}\`, which outlives the call`)
  }
  variable.value = value
}

function ownerOf(scope: Scope, name: string): Scope | undefined {
  let found: Scope | undefined = scope
  while (found !== undefined && !found.variables.has(name)) found = found.parent
  return found
}
