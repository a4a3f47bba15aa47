import { type SyntaxNode, visitNodes } from './syntax-tree.ts'

/**
 * How much text the brackets of a program enclose in all: what stands in three of them counts three
 * times. So much does the engine's parser go through, which looks at each bracket that begins an
 * expression for what stands behind its end; and it shows no sign of life meanwhile.
 */
export interface Enclosed {
  readonly characters: number
  /** The bracket at which it became more than is allowed; undefined where it did not. */
  readonly tooMuchAt: number | undefined
}

export function enclosedIn(program: SyntaxNode, most: number): Enclosed {
  let characters = 0
  let tooMuchAt: number | undefined
  visitNodes(program, ({ type, start, end }) => {
    if (!BRACKETS.has(type)) return true
    characters += end - start
    if (characters > most) tooMuchAt ??= start
    return true
  })
  return { characters, tooMuchAt }
}

const BRACKETS = new Set([
  'ParenthesizedExpression',
  'ArrayExpression',
  'ArrayPattern',
  'ObjectExpression',
  'ObjectPattern',
])

/** The same of a text that nobody parsed, of all its brackets, those of calls and in texts too. */
export function enclosedInText(text: string): number {
  let characters = 0
  const open: number[] = []
  for (const { 0: bracket, index } of text.matchAll(/[([{}\])]/g)) {
    if (bracket === '(' || bracket === '[' || bracket === '{') open.push(index)
    else characters += index - (open.pop() ?? index)
  }
  return characters
}
