import { before, type Code, freshName, replaceRange } from './code.ts'
import type { Edit } from './edits.ts'
import { isErased } from './erased.ts'
import { declarationIn, declaredNames, type Variable } from './names.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** The list of statements that an enum or a namespace stands in. */
export interface Home {
  readonly statements: readonly SyntaxNode[]
  /** `var` at the top of a module, `let` anywhere else, as TypeScript has it. */
  readonly keyword: 'var' | 'let'
  /** The variable that holds the namespace around it; exported names are its properties. */
  readonly holder?: string
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
  const property = statement !== node && home.holder !== undefined ? `${home.holder}.${name}` : ''
  const isKnown = isDeclaredBefore(statement, name, home.statements)
  const start = isKnown || property !== '' ? statement.start : node.start
  const variable = isKnown ? ';' : `${home.keyword} ${name};`
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
function isDeclaredBefore(
  statement: SyntaxNode,
  name: string,
  statements: readonly SyntaxNode[],
): boolean {
  const at = statements.indexOf(statement)
  return statements.some((other, index) => {
    if (index === at || isErased(other) || !declaredNames(other).includes(name)) return false
    return index < at || declarationIn(other).type === 'FunctionDeclaration'
  })
}

/** Writes `holder.` before a name; a shorthand property keeps its key. */
export function qualify({ node, name, shorthand }: Variable, holder: string): Edit {
  return before(node, shorthand ? `${name}:${holder}.` : `${holder}.`)
}
