import type { ModuleGraph } from './module-graph.ts'
import { asNode, isNode, nameOf, type SyntaxNode, visitNodes } from './syntax-tree.ts'

/** More than a table of answers has; beyond it the first ones of the text. */
const MOST = 400

/**
 * The numbers that stand in a program, and what its constant parts come to: `0.3`, `-2`, `1 / 3`,
 * `Math.PI / 2`, `"0.5"`. Each once, in the order of the text.
 */
export function writtenNumbers({ modules }: Pick<ModuleGraph, 'modules'>): readonly number[] {
  const found = new Set<number>()
  const values = new Map<SyntaxNode, number | undefined>()
  for (const { parsed } of modules) {
    visitNodes(asNode(parsed.program), (node) => {
      const value = constantOf(node, values)
      if (value !== undefined && Number.isFinite(value)) found.add(value + 0)
      return found.size < MOST
    })
  }
  return [...found].slice(0, MOST)
}

/** Each part is worked out once, however deep it lies. */
function constantOf(node: unknown, known: Map<SyntaxNode, number | undefined>): number | undefined {
  if (!isNode(node)) return undefined
  if (!known.has(node))
    known.set(
      node,
      worked(node, (part) => constantOf(part, known)),
    )
  return known.get(node)
}

function worked(node: SyntaxNode, of: (part: unknown) => number | undefined): number | undefined {
  switch (node.type) {
    case 'Literal':
      return literal(node.value)
    case 'ParenthesizedExpression':
      return of(node.expression)
    case 'UnaryExpression': {
      const operand = of(node.argument)
      return operand !== undefined && node.operator === '-' ? -operand : undefined
    }
    case 'BinaryExpression': {
      const [left, right] = [of(node.left), of(node.right)]
      const apply = OPERATORS[String(node.operator)]
      return left === undefined || right === undefined ? undefined : apply?.(left, right)
    }
    case 'MemberExpression': {
      const value = ofMath(node)
      return typeof value === 'number' ? value : undefined
    }
    case 'CallExpression': {
      const apply = ofMath(node.callee)
      const [operand, ...others] = (node.arguments as readonly unknown[]).map(of)
      if (typeof apply !== 'function' || operand === undefined || others.length > 0)
        return undefined
      return UNRULY.has(apply) ? undefined : Number(apply(operand))
    }
    default:
      return undefined
  }
}

function literal(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const isText = typeof value === 'string' && /^-?\d*\.?\d+$/.test(value)
  return isText ? Number(value) : undefined
}

/** What `Math` has under the name that stands there. */
function ofMath(node: unknown): unknown {
  if (!isNode(node) || node.type !== 'MemberExpression' || node.computed === true) return undefined
  if (nameOf(node.object) !== 'Math') return undefined
  const name = nameOf(node.property) ?? ''
  return Object.hasOwn(Math, name) ? Reflect.get(Math, name) : undefined
}

/** Not the same at every call. */
const UNRULY: ReadonlySet<unknown> = new Set([Math.random])

const OPERATORS: { readonly [operator: string]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
}
