import { behind, type Code } from './code.ts'
import { Home } from './declaration-home.ts'
import type { Edit } from './edits.ts'
import { isErased } from './erased.ts'
import { declarationIn } from './names.ts'
import { Blocks } from './namespace-blocks.ts'
import { enumEdits } from './rewrite-enums.ts'
import { namespaceEdits, type Surroundings } from './rewrite-namespaces.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** Edits for the enums and namespaces of a list of statements, and for all namespaces in those. */
export function declarationEdits(
  code: Code,
  statements: readonly SyntaxNode[],
  keyword: Home['place']['keyword'],
): Edit[] {
  const surroundings: Surroundings = {
    home: new Home(statements, { keyword }),
    blocks: Blocks.of(statements),
    claimed: new Set(),
  }
  return statements.flatMap((statement) => rewrite(code, statement, surroundings))
}

function rewrite(code: Code, statement: SyntaxNode, surroundings: Surroundings): Edit[] {
  const node = declarationIn(statement)
  if (isErased(node)) return []
  switch (node.type) {
    case 'TSEnumDeclaration':
      return enumEdits(code, statement, surroundings.home)
    case 'TSModuleDeclaration':
      return namespaceEdits(code, statement, surroundings, rewrite)
    case 'TSImportEqualsDeclaration':
      return statement !== node && surroundings.home.place.holder !== undefined
        ? []
        : aliasEdits(node)
    default:
      return []
  }
}

/** `import a = A.b` becomes `var   a = A.b;`. */
function aliasEdits(node: SyntaxNode): Edit[] {
  const { start } = node
  return [{ start, end: start + 'import'.length, text: 'var   ' }, behind(node, ';')]
}
