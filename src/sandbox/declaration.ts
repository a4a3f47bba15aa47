import type { LoadedFunction } from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'

/** Where a submission defines a function. */
export function declarationPlace(graph: ModuleGraph, name: string): LoadedFunction['place'] {
  for (const module of graph.modules) {
    const node = declarationOf(asNode(module.parsed.program), name)
    if (node) return placeAt(module.file, module.text, node.start, `\`${name}\` is defined here`)
  }
  return undefined
}

/** The statement or member that gives a name its function. */
function declarationOf(program: SyntaxNode, name: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined && !found; node = waiting.pop()) {
    if (DECLARES.has(node.type) && (nameOf(node.id) ?? nameOf(node.key)) === name) found = node
    else if (!/^TS/.test(node.type)) waiting.push(...Object.values(node).flat().filter(isNode))
  }
  return found
}

const DECLARES = new Set([
  'FunctionDeclaration',
  'VariableDeclarator',
  'MethodDefinition',
  'PropertyDefinition',
  'Property',
])
