import { behind, type Code } from './code.ts'
import { blank, type Edit } from './edits.ts'
import { boundNames } from './names.ts'
import { isNode, type SyntaxNode } from './syntax-tree.ts'

/**
 * `export const [a, b] = c` becomes `       const [a, b] = c;export{a,b};`: the engine forgets to
 * export what a pattern takes out of a list. `statements` are a module's own.
 */
export function exportEdits(code: Code, statements: readonly SyntaxNode[]): Edit[] {
  return statements.flatMap((statement) => {
    const { type, declaration } = statement
    const isVariable = isNode(declaration) && declaration.type === 'VariableDeclaration'
    if (type !== 'ExportNamedDeclaration' || !isVariable || declaration.declare === true) return []
    return patternEdits(code, statement, declaration)
  })
}

function patternEdits({ text }: Code, statement: SyntaxNode, declaration: SyntaxNode): Edit[] {
  const patterns = (declaration.declarations as SyntaxNode[]).map(({ id }) => id as SyntaxNode)
  if (patterns.every(({ type }) => type === 'Identifier')) return []
  const names = patterns.flatMap((pattern) => boundNames(pattern)).join(',')
  return [blank(text, statement.start, declaration.start), behind(statement, `;export{${names}};`)]
}
