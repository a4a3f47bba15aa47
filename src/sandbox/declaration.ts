import type { LoadedFunction } from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { asNode, childrenOf, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'

/**
 * Where a submission names the function that it defines, or else exports under that name. What a
 * function has inside is nobody's export, and is looked at last.
 */
export function declarationPlace(graph: ModuleGraph, name: string): LoadedFunction['place'] {
  const [entry] = graph.modules
  const looks = [
    { modules: entry ? [entry] : [], names: RENAMED, deep: false },
    ...[false, true].flatMap((deep) =>
      [DECLARED, WRITTEN, EXPORTED].map((names) => ({ modules: graph.modules, names, deep })),
    ),
  ]
  for (const { modules, names, deep } of looks) {
    for (const { parsed, file, text } of modules) {
      const node = nameIn(asNode(parsed.program), name, { names, deep })
      if (node) return placeAt(file, text, node.start, `\`${name}\` is defined here`)
    }
  }
  return undefined
}

type Names = { readonly [type: string]: (node: SyntaxNode, name: string) => unknown }

/** The name that something else is exported by: whatever has that name elsewhere is not meant. */
const RENAMED: Names = {
  ExportSpecifier: ({ local, exported }) =>
    nameOf(local) === nameOf(exported) ? undefined : exported,
}

/** The name that a program declares. */
const DECLARED: Names = {
  FunctionDeclaration: ({ id }) => id,
  VariableDeclarator: ({ id }) => id,
  ObjectPattern: ({ properties }, name) => variableIn(properties, name),
  ArrayPattern: ({ elements }, name) => variableIn(elements, name),
  TSImportEqualsDeclaration: ({ id }) => id,
}

/** The variable of that name among the parts of a pattern, with a default or without. */
function variableIn(parts: unknown, name: string): unknown {
  const variables = [parts].flat().map((part) => {
    const value = isNode(part) && part.type === 'Property' ? part.value : part
    return isNode(value) && value.type === 'AssignmentPattern' ? value.left : value
  })
  return variables.find((one) => isNode(one) && nameOf(one) === name)
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
  AssignmentExpression: ({ left }) =>
    isNode(left) && left.type === 'MemberExpression' ? left.property : undefined,
}

function nameIn(
  program: SyntaxNode,
  name: string,
  { names, deep }: { readonly names: Names; readonly deep: boolean },
): SyntaxNode | undefined {
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const own = names[node.type]?.(node, name)
    if (isNode(own) && nameOf(own) === name) return own
    const isInside = !deep && /Function/.test(node.type)
    if (!isInside && !/^TS/.test(node.type)) waiting.push(...childrenOf(node))
  }
  return undefined
}
