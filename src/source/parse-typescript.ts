import { type ParserOptions, parse, parseExpression } from '@babel/parser'
import type { Expression, Program } from '@oxc-project/types'
import { problemOf, type SyntaxProblem } from './faults/syntax-problem.ts'
import { isNode, type SyntaxNode, visitNodes } from './syntax-tree.ts'

/**
 * One parse of a TypeScript file: ESTree with types as TS-ESTree has them, brackets around
 * expressions kept as nodes. Offsets are UTF-16 and match the text as given.
 */
export interface ParsedFile {
  readonly program: Program
  /** Where comments stand, in order. */
  readonly comments: readonly Span[]
  /** The parse ends at the first fault: one, or none. */
  readonly errors: readonly SyntaxProblem[]
}

interface Span {
  readonly start: number
  readonly end: number
}

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  plugins: ['estree', 'typescript', 'decorators', 'decoratorAutoAccessors'],
  createParenthesizedExpressions: true,
  attachComment: false,
}

/**
 * Parses TypeScript, in plain JavaScript that needs nothing of Node. Nesting that overflows the
 * stack is a fault like any other; how long it takes is for the caller to bound.
 */
export function parseTypeScript(text: string): ParsedFile {
  try {
    return parsed(text)
  } catch (error) {
    return { ...parsed(''), errors: [problemOf(error, text)] }
  }
}

/** Parses one expression and nothing else. */
export function parseTypeScriptExpression(text: string): Expression | SyntaxProblem {
  try {
    return parseExpression(text, OPTIONS) as unknown as Expression
  } catch (error) {
    return problemOf(error, text)
  }
}

function parsed(text: string): ParsedFile {
  const { program, comments } = parse(text, OPTIONS)
  const root: unknown = program
  visitNodes(root as SyntaxNode, unwrapTargets)
  return { program: root as Program, comments: comments as unknown as Span[], errors: [] }
}

/** Parses what a submission became: JavaScript that a machine runs. Throws where it is none. */
export function parseJavaScript(text: string): SyntaxNode {
  const options: ParserOptions = { ...OPTIONS, plugins: ['estree'] }
  return parse(text, options).program as unknown as SyntaxNode
}

/** What may be assigned to, by the kind of node that it stands in. */
const TARGETS: { readonly [type: string]: string } = {
  AssignmentExpression: 'left',
  AssignmentPattern: 'left',
  ForInStatement: 'left',
  ForOfStatement: 'left',
  RestElement: 'argument',
  UpdateExpression: 'argument',
}

/** Brackets around what is assigned to say nothing: `(x as any) = 1`. */
function unwrapTargets(node: SyntaxNode): boolean {
  const fields = node as unknown as Record<string, unknown>
  const field = TARGETS[node.type]
  if (field !== undefined) fields[field] = unwrapped(fields[field])
  else if (node.type === 'ArrayPattern') {
    fields.elements = (node.elements as unknown[]).map(unwrapped)
  } else if (node.type === 'ObjectPattern') {
    for (const property of node.properties as Record<string, unknown>[]) {
      if ('value' in property) property.value = unwrapped(property.value)
    }
  }
  return true
}

function unwrapped(node: unknown): unknown {
  let inner = node
  while (isNode(inner) && inner.type === 'ParenthesizedExpression') inner = inner.expression
  return inner
}
