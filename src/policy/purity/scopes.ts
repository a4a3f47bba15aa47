import { isErased } from '../../source/erased.ts'
import { boundNames, declarationIn, isFunction, statementsOf } from '../../source/names.ts'
import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { MATH_FUNCTIONS_OF_NUMBERS } from './built-in-names.ts'
import { type Kind, PLAIN } from './kinds.ts'

export interface Variable {
  /** Whether it is there before a call and after it. */
  readonly outlives: boolean
  /** The function that it stands for, always. */
  readonly made?: SyntaxNode
  /** Whether it stands for a function of `Math`. */
  readonly isMath?: true
  kind: Kind
}

/** The variables of a block or a function, within those around it. */
export class Scope {
  readonly #outer: Scope | undefined
  readonly #variables = new Map<string, Variable>()
  /** The function that it is part of; none in the module itself. */
  readonly owner: SyntaxNode | undefined

  constructor(outer?: Scope, owner = outer?.owner) {
    this.#outer = outer
    this.owner = owner
  }

  declare(name: string, as: Pick<Variable, 'made' | 'isMath'> = {}): void {
    const outlives = this.owner === undefined
    this.#variables.set(name, { outlives, kind: PLAIN, ...as })
  }

  find(name: string): Variable | undefined {
    return this.#variables.get(name) ?? this.#outer?.find(name)
  }
}

/** Declares what the statements of a block do; `declare const` gives a name to nothing. */
export function declareStatements(block: SyntaxNode, scope: Scope): void {
  const statements = (statementsOf(block) ?? []).filter((one) => !isErased(one))
  for (const statement of statements) declareIn(declarationIn(statement), scope)
}

function declareIn(node: SyntaxNode, scope: Scope): void {
  if (node.type === 'FunctionDeclaration')
    scope.declare(nameOf(node.id) ?? 'default', { made: node })
  if (node.type === 'VariableDeclaration') declareVariables(node, scope)
}

export function declareVariables({ kind, declarations }: SyntaxNode, scope: Scope): void {
  for (const { id, init } of declarations as SyntaxNode[]) {
    const value = bare(init)
    const made = kind === 'const' && value !== undefined && isFunction(value) ? value : undefined
    const isMath = kind === 'const' && isOfMath(id, value, scope)
    for (const name of boundNames(id)) {
      scope.declare(name, {
        ...(made && nameOf(id) === name && { made }),
        ...(isMath && { isMath }),
      })
    }
  }
}

/** `const { exp, tanh: th } = Math` */
export function isOfMath(pattern: unknown, value: SyntaxNode | undefined, scope: Scope): boolean {
  if (nameOf(value) !== 'Math' || scope.find('Math') !== undefined || !isNode(pattern)) return false
  const properties = (pattern.properties ?? [{ type: '' }]) as SyntaxNode[]
  return properties.every(
    ({ type, key, computed, value }) =>
      type === 'Property' &&
      computed !== true &&
      isNode(value) &&
      value.type === 'Identifier' &&
      MATH_FUNCTIONS_OF_NUMBERS.has(nameOf(key) ?? ''),
  )
}
