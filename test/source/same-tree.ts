import type { SyntaxNode } from '../../src/source/syntax-tree.ts'

/** Fields that say nothing about what runs, or that only one of two parsers has. */
const IGNORED = new Set([
  'accessibility',
  'attributes',
  'bigint',
  'decorators',
  'declare',
  'definite',
  'directive',
  'end',
  'exportKind',
  'extra',
  'hashbang',
  'implements',
  'importKind',
  'interpreter',
  'loc',
  'optional',
  'options',
  'override',
  'parent',
  'phase',
  'range',
  'readonly',
  'regex',
  'returnType',
  'start',
  'superTypeArguments',
  'type',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
])

/** Types that stand in a statement's or an expression's place: everything below them is one. */
const TYPE =
  /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|Enum|Module|Export|Parameter|Abstract|Declare|EmptyBody|ImportEquals|External|InterfaceDecl|TypeAliasDecl)/

/**
 * Every node of a tree that has a meaning when it runs, one a line: its type, its place, its plain
 * fields. The same lines are the same tree.
 */
export function linesOf(root: unknown): string[] {
  const lines: string[] = []
  const waiting: unknown[] = [root]
  for (
    let value = waiting.pop();
    waiting.length > 0 || value !== undefined;
    value = waiting.pop()
  ) {
    if (Array.isArray(value)) waiting.push(...value)
    else if (isTreeNode(value) && !TYPE.test(value.type)) {
      lines.push(lineOf(value))
      for (const [field, inner] of Object.entries(value)) {
        if (!IGNORED.has(field) && typeof inner === 'object' && inner !== null) waiting.push(inner)
      }
    }
  }
  return lines.sort()
}

function lineOf(node: SyntaxNode): string {
  const fields = Object.entries(node)
    .filter(([field, value]) => !IGNORED.has(field) && isTelling(value))
    .map(([field, value]) => `${field}=${String(value)}`)
    .sort()
  return [node.type, placeOf(node), ...fields].join(' ')
}

/** One parser counts a decorated class from its decorators, and a template's text with its marks. */
function placeOf({ type, start, end }: SyntaxNode): string {
  if (type === 'TemplateElement' || type === 'ClassDeclaration') return ''
  return `${start}-${end}`
}

function isTelling(value: unknown): boolean {
  return typeof value !== 'object' && value !== undefined && value !== false
}

function isTreeNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
