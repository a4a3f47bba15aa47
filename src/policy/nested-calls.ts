import { boundNames, isFunction } from '../source/names.ts'
import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { bare } from './expression.ts'
import { nodesOf, type Offence } from './offence.ts'
import type { UsedSource } from './used-source.ts'

/**
 * Calls whose arguments hold the result of the same function, written out or through variables, as
 * far as the source tells by itself: for what cannot be followed. `y = f(y)` alone is one call and no
 * offence, unless a loop repeats it.
 */
export function nestedCalls(used: readonly UsedSource[]): Offence[] {
  return used.flatMap((source) => {
    const nodes = nodesOf(source.node)
    const assigned = assignmentsIn(nodes)
    const loops = nodes.filter(({ type }) => /^(For|While|DoWhile)/.test(type))
    return nodes
      .filter((node) => CALLS.has(node.type) && nests(node, assigned, loops))
      .map((node) => ({
        node,
        module: source.module,
        message: `\`${calleeName(node)}\` is applied to its own result`,
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
  const waiting = argumentsOf(call)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const inner of nodesOf(node)) {
      const same = CALLS.has(inner.type) && calleeName(inner) === name
      if (same && (inner !== call || loops.some((loop) => contains(loop, call)))) return true
      if (inner.type === 'Identifier') waiting.push(...(assigned.get(nameOf(inner) ?? '') ?? []))
    }
  }
  return false
}

const CALLS = new Set(['CallExpression', 'TaggedTemplateExpression'])

function argumentsOf({ arguments: given, quasi }: SyntaxNode): SyntaxNode[] {
  return (isNode(quasi) ? [quasi] : (given as SyntaxNode[])).filter(isNode)
}

/** `relu`, `Math.max`, `this.f`: the words for what is called, where they say it. */
function calleeName({ callee, tag }: SyntaxNode): string | undefined {
  const called = bare(callee ?? tag)
  if (called?.type !== 'MemberExpression') return nameOf(called)
  const object = bare(called.object)
  const holder = object?.type === 'ThisExpression' ? 'this' : nameOf(object)
  const property = nameOf(called.property)
  // A function out of a table, or of another call's result, is not told by a word.
  return holder === undefined || property === undefined ? undefined : `${holder}.${property}`
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
