import type { ObservationRequest } from '../../session.ts'
import type { ModuleGraph } from '../../source/module-graph.ts'
import { boundNames, isFunction } from '../../source/names.ts'
import { filledParameters } from '../../source/parameters.ts'
import { asNode, isNode, nameOf, type SyntaxNode, visitNodes } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import { sourceOf, type UsedSource, usedSource } from '../used-source.ts'

/** What the patterns look at: one function of a submission, and everything that it uses. */
export interface View {
  readonly request: ObservationRequest
  readonly graph: ModuleGraph
  readonly programs: readonly SyntaxNode[]
  /** The function's own definition, with its parameters and its body. */
  readonly own: OwnFunction | undefined
  readonly used: readonly UsedSource[]
  /** Every node of what is used, once, in the order of the text. */
  readonly nodes: readonly UsedNode[]
}

export interface UsedNode {
  readonly module: number
  readonly node: SyntaxNode
}

export interface OwnFunction extends UsedNode {
  /** The names that each parameter binds. */
  readonly parameters: readonly (readonly string[])[]
  readonly body: SyntaxNode
}

/** Of a file that ended as it was loaded, everything is looked at. */
export function viewOf(graph: ModuleGraph, request: ObservationRequest): View {
  const programs = graph.modules.map(({ parsed }) => asNode(parsed.program))
  const used =
    request.function === ''
      ? programs.map(
          (node, module): UsedSource => ({ module, name: '', node, mentions: [], means: [] }),
        )
      : usedSource(sourceOf(programs), request.function)
  const seen = new Set<SyntaxNode>()
  const nodes = used.flatMap(({ module, node }) =>
    nodesOf(node)
      .filter((one) => !seen.has(one) && seen.add(one))
      .map((one): UsedNode => ({ module, node: one })),
  )
  return { request, graph, programs, own: ownFunction(used, request.function), used, nodes }
}

/** The function behind a name; `export { g as f }` and `const f = g` mean the one called g. */
function ownFunction(
  used: readonly UsedSource[],
  name: string,
  before: readonly string[] = [],
): OwnFunction | undefined {
  if (before.includes(name)) return undefined
  for (const { module, node } of used.filter((source) => source.name === name)) {
    const value = bare(node.init ?? node.value ?? node.local ?? node)
    if (value && isFunction(value) && isNode(value.body)) {
      const parameters = filledParameters(value).map(boundNames)
      return { module, node: value, parameters, body: value.body }
    }
    const other = nameOf(value)
    const meant = other && ownFunction(used, other, [...before, name])
    if (meant) return meant
  }
  return undefined
}

/** What stands there, all of it and as it stands: what a repair writes elsewhere. */
export function wholeTextOf({ graph }: View, { module, node }: UsedNode): string {
  return graph.modules[module]?.text.slice(node.start, node.end) ?? ''
}

/** The text of a node in one line, cut to what a sentence can hold. */
export function textOf({ graph }: View, { module, node }: UsedNode): string {
  const end = Math.min(node.end, node.start + MOST_READ)
  const text = graph.modules[module]?.text.slice(node.start, end) ?? ''
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line
}

const MOST_READ = 200
const MOST_SHOWN = 40

/** What constants are said to be, by their names; `read` tells of a value whether it is such a one. */
export function constantsByName<T>(
  { nodes }: View,
  read: (value: SyntaxNode | undefined) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const { node } of nodes.filter(isConstant)) {
    const [name, value] = [nameOf(node.id ?? node.left), read(bare(node.init ?? node.right))]
    if (name !== undefined && value !== undefined) found.set(name, value)
  }
  return found
}

/** A default is what a parameter stands for wherever nothing is given. */
function isConstant({ node }: UsedNode): boolean {
  return (
    (node.type === 'VariableDeclarator' && isNode(node.init)) || node.type === 'AssignmentPattern'
  )
}

/** Nodes below a function that are its own, and no inner function's. */
export function ownNodes({ body }: Pick<OwnFunction, 'body'>): SyntaxNode[] {
  const found: SyntaxNode[] = []
  visitNodes(body, (node) => {
    if (node !== body && isFunction(node)) return false
    found.push(node)
    return true
  })
  return found
}
