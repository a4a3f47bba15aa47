import type { SubmissionSource } from '../session.ts'
import { type ModuleGraph, parseBounded } from './module-graph.ts'
import { resolveSibling } from './resolve-sibling.ts'
import { asNode, isNode, type SyntaxNode, visitNodes } from './syntax-tree.ts'

/**
 * The siblings that a submission names in its code, for their values or for their types, and those
 * that these name: all that TypeScript has to know. What a comment or a string says names nothing.
 */
export function typedFiles(source: SubmissionSource, graph: ModuleGraph): readonly string[] {
  const siblings = Object.keys(source.siblings)
  const parsed = new Map(graph.modules.map(({ path, parsed }) => [path, asNode(parsed.program)]))
  const found = new Set([''])
  for (const path of found) {
    const program = parsed.get(path) ?? programOf(path, source)
    for (const name of program === undefined ? [] : specifiersIn(program)) {
      const target = resolveSibling(path, name, siblings)
      if (target.kind === 'found') found.add(target.path)
    }
  }
  found.delete('')
  return [...found]
}

/** Of a file that only types are taken from; what does not parse names nothing. */
function programOf(path: string, { siblings }: SubmissionSource): SyntaxNode | undefined {
  const parsed = parseBounded(path, siblings[path] ?? '')
  return 'cause' in parsed ? undefined : asNode(parsed.program)
}

/** Of imports and re-exports, `import()` and `require()`, in types as well as in code. */
function specifiersIn(program: SyntaxNode): string[] {
  const names: string[] = []
  visitNodes(program, (node) => {
    const literal = node.type === 'TSExternalModuleReference' ? node.expression : node.source
    if (isNode(literal) && typeof literal.value === 'string') names.push(literal.value)
    return true
  })
  return names
}
