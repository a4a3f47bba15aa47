import { floorsOf, type Graph } from '../graph.ts'

/**
 * The rooms as a Mermaid flowchart, the highest floor first. Only arrows that do not follow from
 * others are drawn, and to the ground floor one for all.
 */
export function roomsDrawing(rooms: Graph): string {
  const floors = floorsOf(rooms)
  const highest = Math.max(...floors.values())
  const lines = ['```mermaid', 'flowchart TB']
  for (let floor = highest; floor >= 1; floor--) {
    const here = [...rooms.keys()].filter((room) => floors.get(room) === floor).sort()
    lines.push(`  subgraph floor${floor} [floor ${floor}]`)
    // Nothing holds the rooms of the ground floor side by side: one node stands for all.
    const nodes =
      floor === 1
        ? [`    ground["${here.join(', ')}"]`]
        : here.map((room) => `    ${id(room)}["${room}"]`)
    lines.push(...nodes, '  end')
  }
  for (const room of [...rooms.keys()].sort()) {
    const below = direct(rooms, room).filter((other) => (floors.get(other) ?? 1) > 1)
    for (const other of below.sort()) lines.push(`  ${id(room)} --> ${id(other)}`)
  }
  return [...lines, '  floor2 --> floor1', '```', ''].join('\n')
}

/** Mermaid takes some words for its own. */
function id(room: string): string {
  return `room_${room.replaceAll('-', '_')}`
}

/** What a room imports from and reaches by no other room. */
function direct(rooms: Graph, room: string): string[] {
  const below = [...(rooms.get(room) ?? [])]
  return below.filter(
    (other) => !below.some((between) => between !== other && reaches(rooms, between, other)),
  )
}

function reaches(rooms: Graph, from: string, to: string): boolean {
  return [...(rooms.get(from) ?? [])].some((next) => next === to || reaches(rooms, next, to))
}
