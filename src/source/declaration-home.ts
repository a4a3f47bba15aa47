import { before, type Code, freshName, replaceRange } from './code.ts'
import type { Edit } from './edits.ts'
import { isErased } from './erased.ts'
import { collect, declarationIn, declaredNames, type Variable } from './names.ts'
import { childrenOf, nameOf, type SyntaxNode } from './syntax-tree.ts'

interface Place {
  /** `var` at the top of a module, `let` anywhere else, as TypeScript has it. */
  readonly keyword: 'var' | 'let'
  /** The variable that holds the namespace around it; exported names are its properties. */
  readonly holder?: string
}

/** The list of statements that an enum or a namespace stands in; looked through once, if at all. */
export class Home {
  readonly place: Place
  readonly #statements: readonly SyntaxNode[]
  readonly #members = new Map<string, ReadonlySet<string>>()
  #declared: ReadonlyMap<string, readonly SyntaxNode[]> | undefined

  constructor(statements: readonly SyntaxNode[], place: Place) {
    this.#statements = statements
    this.place = place
  }

  /** What declares a name, in its order. */
  declarationsOf(name: string): readonly SyntaxNode[] {
    this.#declared ??= byName(this.#statements.filter((one) => !isErased(one)))
    return this.#declared.get(name) ?? []
  }

  /** The members of all enums of a name. */
  membersOf(name: string): ReadonlySet<string> {
    const known = this.#members.get(name) ?? new Set(this.declarationsOf(name).flatMap(membersIn))
    this.#members.set(name, known)
    return known
  }
}

function byName(statements: readonly SyntaxNode[]): ReadonlyMap<string, readonly SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>()
  for (const statement of statements) {
    for (const name of declaredNames(statement)) collect(found, name, statement)
  }
  return found
}

function membersIn(statement: SyntaxNode): string[] {
  const node = declarationIn(statement)
  if (node.type !== 'TSEnumDeclaration') return []
  return childrenOf(node.body as SyntaxNode).flatMap((member) => nameOf(member.id) ?? [])
}

/** An enum or a namespace: what stands before its body, and behind it. */
export interface Frame {
  /** The parameter that holds the object inside. */
  readonly inside: string
  readonly edits: readonly Edit[]
}

/**
 * `enum E { … }` becomes `var E;(function(E_){ … })(E||(E={}));`, and a later declaration of the
 * same name goes on with the same object.
 */
export function frameOf(code: Code, statement: SyntaxNode, name: string, home: Home): Frame {
  const node = declarationIn(statement)
  const body = node.body as SyntaxNode
  const inside = freshName(code, `${name}_${node.start}`)
  const property =
    statement !== node && home.place.holder !== undefined ? `${home.place.holder}.${name}` : ''
  const isKnown = isDeclaredBefore(statement, name, home)
  const start = isKnown || property !== '' ? statement.start : node.start
  const variable = isKnown ? ';' : `${home.place.keyword} ${name};`
  const object = property === '' ? `${name}||(${name}={})` : `${name}=${property}||(${property}={})`
  return {
    inside,
    edits: [
      replaceRange(code, start, body.start + 1, `${variable}(function(${inside}){`),
      { start: body.end - 1, end: body.end, text: `})(${object});` },
    ],
  }
}

/** Whether the variable exists already: a function does anywhere, anything else further up. */
function isDeclaredBefore(statement: SyntaxNode, name: string, home: Home): boolean {
  const [first, ...others] = home.declarationsOf(name)
  if (first !== statement) return true
  return others.some((other) => declarationIn(other).type === 'FunctionDeclaration')
}

/** Writes `holder.` before a name; a shorthand property keeps its key. */
export function qualify({ node, name, shorthand }: Variable, holder: string): Edit {
  return before(node, shorthand ? `${name}:${holder}.` : `${holder}.`)
}
