import { childrenOf, isNode, type SyntaxNode } from './syntax-tree.ts'

/** Statements and members that exist for the types alone, and leave nothing behind. */
export function isErased(node: SyntaxNode): boolean {
  if (ERASED.has(node.type) || node.declare === true) return true
  if (node.importKind === 'type' || node.exportKind === 'type') return !/Specifier$/.test(node.type)
  switch (node.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return isNode(node.value) && node.value.type === 'TSEmptyBodyFunctionExpression'
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return isNode(node.declaration) && isErased(node.declaration)
    case 'TSModuleDeclaration':
      return !isNode(node.body) || childrenOf(node.body).every(isErased)
    default:
      return false
  }
}

const ERASED = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSNamespaceExportDeclaration',
  'TSGlobalDeclaration',
  'TSIndexSignature',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSAbstractAccessorProperty',
])
