/** A directed graph: what each node points at. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Groups of nodes that reach each other: Tarjan's strongly connected components of two or more. */
export function circlesIn(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (node: string): void => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      const reached = stack.includes(next) ? (lowest.get(next) ?? Infinity) : Infinity
      lowest.set(node, Math.min(lowest.get(node) ?? Infinity, reached))
    }
    if (lowest.get(node) !== order.get(node)) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) circles.push(circle.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles
}

/** How high each node stands: 1 for what points at nothing. The graph must have no circles. */
export function floorsOf(graph: Graph): Map<string, number> {
  const floors = new Map<string, number>()
  const floorOf = (node: string): number => {
    const known = floors.get(node)
    if (known !== undefined) return known
    const below = [...(graph.get(node) ?? [])].map(floorOf)
    const floor = 1 + Math.max(0, ...below)
    floors.set(node, floor)
    return floor
  }
  for (const node of graph.keys()) floorOf(node)
  return floors
}
