import { childrenOf, isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'

/** A declaration of a module that a function uses, directly or through others. */
export interface UsedSource {
  /** Index of the module in the submission. */
  readonly module: number
  readonly name: string
  readonly node: SyntaxNode
  /** Names that it mentions. */
  readonly mentions: ReadonlySet<string>
}

/**
 * Everything that a function's result may depend on: its own declaration, and every declaration
 * whose name one of these mentions. Names are compared without regard to scope, so that no alias
 * gets away; what nobody mentions is nobody's business, nor what only `apart` functions reach.
 */
export function usedSource(
  programs: readonly SyntaxNode[],
  name: string,
  apart: readonly string[] = [],
): UsedSource[] {
  const declared = programs.flatMap((program, module) => declarationsOf(program, module))
  const used = new Map<SyntaxNode, UsedSource>()
  const waiting = [name]
  const asked = new Set([...waiting, ...apart])
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const source of declared.filter((candidate) => candidate.name === next)) {
      used.set(source.node, source)
      for (const mention of source.mentions) {
        if (!asked.has(mention)) waiting.push(mention)
        asked.add(mention)
      }
    }
  }
  return [...used.values()]
}

/** Named things at any depth outside of functions: members of objects, classes and namespaces too. */
function declarationsOf(program: SyntaxNode, module: number): UsedSource[] {
  const found: UsedSource[] = []
  const add = (name: string | undefined, node: SyntaxNode) => {
    if (name !== undefined) found.push({ module, name, node, mentions: mentionsOf(node) })
  }
  const waiting = [program]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
      add(nameOf(node.id) ?? 'default', node)
    } else if (node.type === 'VariableDeclarator') {
      for (const name of boundNames(node.id)) add(name, node)
    } else if (node.type === 'AssignmentExpression') {
      for (const name of boundNames(node.left)) add(name, node)
    } else if (MEMBERS.has(node.type)) {
      add(nameOf(node.key), node)
    } else if (node.type === 'ExportSpecifier' || node.type === 'ImportSpecifier') {
      add(nameOf(node.exported ?? node.local), node)
    } else if (node.type === 'ExportDefaultDeclaration') add('default', node)
    if (!isFunction(node)) waiting.push(...childrenOf(node))
  }
  return found
}

const MEMBERS = new Set(['Property', 'MethodDefinition', 'PropertyDefinition'])

export function isFunction(node: SyntaxNode): boolean {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type)
}

/** Names that a pattern binds, or that an assignment's target ends in. */
export function boundNames(target: unknown): string[] {
  if (!isNode(target)) return []
  if (target.type === 'MemberExpression') return [nameOf(target.property) ?? ''].filter(Boolean)
  const name = nameOf(target)
  if (name !== undefined) return [name]
  return childrenOf(target).flatMap(boundNames)
}

function mentionsOf(node: SyntaxNode): Set<string> {
  const names = new Set<string>()
  const waiting = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = nameOf(next)
    if (name !== undefined) names.add(name)
    if (!/^TS(Type|Interface)/.test(next.type)) waiting.push(...childrenOf(next))
  }
  return names
}
