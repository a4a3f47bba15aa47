import type { LoadedFunction } from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, childrenOf, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'

/** Where a submission names the function that it defines, or else exports under that name. */
export function declarationPlace(graph: ModuleGraph, name: string): LoadedFunction['place'] {
  for (const names of [DECLARED, WRITTEN, EXPORTED]) {
    for (const { parsed, file, text } of graph.modules) {
      const node = nameIn(asNode(parsed.program), name, names)
      if (node) return placeAt(file, text, node.start, `\`${name}\` is defined here`)
    }
  }
  return undefined
}

type Names = { readonly [type: string]: (node: SyntaxNode) => unknown }

/** The name that a program declares. */
const DECLARED: Names = {
  FunctionDeclaration: ({ id }) => id,
  VariableDeclarator: ({ id }) => id,
}

/** The name of a function that is written where an object or a class has its parts. */
const WRITTEN: Names = {
  MethodDefinition: ({ key }) => key,
  PropertyDefinition: ({ key }) => key,
  Property: ({ key, value }) => (isNode(value) && /Function/.test(value.type) ? key : undefined),
}

/** The name that stands in what only gives another one to it. */
const EXPORTED: Names = {
  ExportSpecifier: ({ exported }) => exported,
  Property: ({ key }) => key,
}

function nameIn(program: SyntaxNode, name: string, names: Names): SyntaxNode | undefined {
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const own = names[node.type]?.(node)
    if (isNode(own) && nameOf(own) === name) return own
    if (!/^TS/.test(node.type)) waiting.push(...childrenOf(node))
  }
  return undefined
}
