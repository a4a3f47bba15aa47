import type { Graph } from './graph.ts'
import { importsOf, sourceFiles } from './import-graph.ts'

const FRONT_DOORS: { readonly [file: string]: string } = { grade: 'grading', index: 'library' }

/** `grade.ts` is the front door of `grading/`, `index.ts` of `library/`; a file that lies alone is a room of its own. */
export function roomOf(path: string): string {
  const name = path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
  return FRONT_DOORS[name] ?? name
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
