import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { descendants, type Offence } from './offence.ts'
import { boundNames, isFunction, type UsedSource } from './used-source.ts'

/**
 * Calls whose arguments hold the result of the same function, written out or through variables.
 * `y = f(y)` alone is one call and no offence, unless a loop repeats it.
 */
export function nestedCalls(used: readonly UsedSource[]): Offence[] {
  return used.flatMap((source) => {
    const nodes = [source.node, ...descendants(source.node)]
    const assigned = assignmentsIn(nodes)
    const loops = nodes.filter(({ type }) => /^(For|While|DoWhile)/.test(type))
    return nodes
      .filter((node) => node.type === 'CallExpression' && nests(node, assigned, loops))
      .map((node) => ({
        node,
        module: source.module,
        message: `${calleeName(node)} is applied to its own result`,
      }))
  })
}

function nests(
  call: SyntaxNode,
  assigned: ReadonlyMap<string, readonly SyntaxNode[]>,
  loops: readonly SyntaxNode[],
): boolean {
  const name = calleeName(call)
  if (name === undefined) return false
  const seen = new Set<SyntaxNode>()
  const waiting = (call.arguments as SyntaxNode[]).filter(isNode)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const inner of [node, ...descendants(node)]) {
      const same = inner.type === 'CallExpression' && calleeName(inner) === name
      if (same && (inner !== call || loops.some((loop) => contains(loop, call)))) return true
      if (inner.type === 'Identifier') waiting.push(...(assigned.get(nameOf(inner) ?? '') ?? []))
    }
  }
  return false
}

/** `relu`, `Math.max`, `this.f`: the text that names what is called; of Math, only what bends. */
function calleeName(call: SyntaxNode): string | undefined {
  const callee = call.callee as SyntaxNode
  if (callee.type !== 'MemberExpression') return nameOf(callee)
  const object = nameOf(callee.object)
  const property = nameOf(callee.property)
  return property === undefined ? undefined : `${object ?? ''}.${property}`
}

function assignmentsIn(nodes: readonly SyntaxNode[]): Map<string, SyntaxNode[]> {
  const assigned = new Map<string, SyntaxNode[]>()
  for (const node of nodes) {
    const value =
      node.type === 'VariableDeclarator'
        ? node.init
        : node.type === 'AssignmentExpression'
          ? node.right
          : undefined
    if (!isNode(value) || isFunction(value)) continue
    for (const name of boundNames(node.id ?? node.left)) {
      assigned.set(name, [...(assigned.get(name) ?? []), value])
    }
  }
  return assigned
}

function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
