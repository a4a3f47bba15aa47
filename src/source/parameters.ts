import type { SyntaxNode } from './syntax-tree.ts'
import { isNode, nameOf } from './syntax-tree.ts'

/**
 * The names of the arguments that a function asks for: those before the first that is optional, has
 * a default, or takes the rest. Undefined where no declaration of that name shows them.
 */
export function requiredParameters(
  program: SyntaxNode,
  name: string,
): readonly string[] | undefined {
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const isNamed = (nameOf(node.id) ?? nameOf(node.key)) === name
    const found = isNamed ? functionIn(node) : undefined
    if (found !== undefined) return required(found)
    if (!/^TS/.test(node.type)) waiting.push(...Object.values(node).flat().filter(isNode))
  }
  return undefined
}

/** The declaration itself, or what a variable or a member is given. */
function functionIn(node: SyntaxNode): SyntaxNode | undefined {
  let found: unknown = node.type === 'FunctionDeclaration' ? node : (node.init ?? node.value)
  while (isNode(found) && !Array.isArray(found.params)) found = found.expression
  return isNode(found) ? found : undefined
}

function required(made: SyntaxNode): readonly string[] {
  const list = filledParameters(made)
  const end = list.findIndex(
    ({ type, optional }) =>
      optional === true || type === 'AssignmentPattern' || type === 'RestElement',
  )
  return list
    .slice(0, end < 0 ? list.length : end)
    .map((param, index) => nameOf(param) ?? `x${index + 1}`)
}

/** What the arguments of a call are given to, in order: `this` stands among parameters for its type alone. */
export function filledParameters({ params }: SyntaxNode): readonly SyntaxNode[] {
  return (params as readonly SyntaxNode[]).filter((param) => nameOf(param) !== 'this')
}
