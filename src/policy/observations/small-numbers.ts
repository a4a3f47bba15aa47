import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { called, sidesOfSum } from './arithmetic.ts'
import type { Row, Sighting } from './observation.ts'
import { constantsByName, textOf, type View, wholeTextOf } from './view.ts'

/** Numbers so small that they are there to keep something finite. */
export const smallNumberRows: readonly Row[] = [
  { id: 'added-in-logarithm', explains: ['wrong'], suspicion: true, find: addedInLogarithm },
  { id: 'small-number', explains: ['wrong'], suspicion: true, find: addedElsewhere },
]

/** `Math.log(p + 1e-8)`. */
function addedInLogarithm(view: View): Sighting[] {
  const without = withoutSmallPart(view)
  return view.nodes.flatMap(({ node, module }) => {
    const argument = logarithmOf(node)
    return argument ? without(module, argument, sidesOfSum(argument)) : []
  })
}

/** `Math.sqrt(variance + 1e-5)` and `Math.max(deviation, 1e-5)`. */
function addedElsewhere(view: View): Sighting[] {
  const without = withoutSmallPart(view)
  const inLogarithms = new Set(view.nodes.map(({ node }) => bare(logarithmOf(node))))
  return view.nodes.flatMap(({ node, module }) => {
    if (bare(node) !== node || inLogarithms.has(node)) return []
    return without(module, node, called(node, 'max') ? argumentsOf(node) : sidesOfSum(node))
  })
}

function logarithmOf(node: SyntaxNode): SyntaxNode | undefined {
  return called(node, 'log') && argumentsOf(node)[0]
}

function argumentsOf({ arguments: given }: SyntaxNode): readonly SyntaxNode[] {
  return given as SyntaxNode[]
}

/** Sees a small number among two parts of a whole, which would do with the other one alone. */
function withoutSmallPart(view: View) {
  const isSmall = smallNumbersOf(view)
  return (
    module: number,
    { start, end }: SyntaxNode,
    parts: readonly (SyntaxNode | undefined)[],
  ): Sighting[] => {
    const small = parts.find(isSmall)
    const rest = parts.find((part) => part !== small)
    if (!small || !rest || parts.length !== 2) return []
    const repair = { start, end, text: `(${wholeTextOf(view, { module, node: rest })})` }
    const found = textOf(view, { module, node: small })
    return [{ module, start: small.start, values: { found }, repair }]
  }
}

/** Numbers that are written where they are used, and names that stand for one. */
function smallNumbersOf(view: View): (part: SyntaxNode | undefined) => boolean {
  const isSmall = (part: SyntaxNode | undefined) =>
    typeof part?.value === 'number' && part.value > 0 && part.value <= 1e-3
  const named = constantsByName(view, (value) => (isSmall(value) ? value : undefined))
  return (part) => isSmall(bare(part)) || named.has(nameOf(bare(part)) ?? '')
}
