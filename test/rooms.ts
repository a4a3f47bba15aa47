import type { Graph } from './graph.ts'
import { importsOf, sourceFiles } from './import-graph.ts'

/** `grade.ts` is the front door of `grading/`; a file that lies alone is a room of its own. */
export function roomOf(path: string): string {
  const name = path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
  return name === 'grade' ? 'grading' : name
}

/** Which rooms each room imports from, types included. */
export function roomGraph(): Graph {
  const known = new Map<string, Set<string>>()
  for (const file of sourceFiles()) {
    const room = roomOf(file)
    const targets = known.get(room) ?? new Set()
    known.set(room, targets)
    for (const { to } of importsOf(file)) {
      if (to.startsWith('src/') && roomOf(to) !== room) targets.add(roomOf(to))
    }
  }
  return known
}
