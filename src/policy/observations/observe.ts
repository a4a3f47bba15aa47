import type { Observation, ObservationRequest } from '../../session.ts'
import { placeAt } from '../../source/code-frame.ts'
import type { Edit } from '../../source/edits.ts'
import type { ModuleGraph } from '../../source/module-graph.ts'
import { arithmeticRows } from './arithmetic.ts'
import { definitionRows } from './definitions.ts'
import { functionRows } from './functions.ts'
import { loopRows } from './loops.ts'
import { unknownMember } from './math-members.ts'
import { nameRows } from './names.ts'
import { objectRows } from './objects.ts'
import type { Row, Sighting } from './observation.ts'
import { tensorRows } from './tensors.ts'
import { variableRows } from './variables.ts'
import { viewOf } from './view.ts'

/** The one table: what explains most stands first. */
export const ROWS: readonly Row[] = [
  ...definitionRows,
  ...functionRows,
  ...tensorRows,
  unknownMember,
  ...nameRows,
  ...arithmeticRows,
  ...loopRows,
  ...objectRows,
  ...variableRows,
].sort((a, b) => Number(a.suspicion ?? false) - Number(b.suspicion ?? false))

/** What the source itself says of a failure: of each row that sees its pattern, the first place. */
export function observe(graph: ModuleGraph, request: ObservationRequest): readonly Observation[] {
  return seenBy(graph, request).flatMap(([row, [first]]) => observation(graph, row, first))
}

/** Each may run for as long as a function may: a file full of suspicions is not tried to its end. */
const MOST_TRIES = 8

/** A text of the submission, and what would be written into it. */
export interface Repair {
  readonly path: string
  readonly edit: Edit
}

/**
 * The same, but for suspicions that have been tried in vain: of each of these the first place whose
 * repair `changes` the answer at the call that is shown.
 */
export function observeTried(
  graph: ModuleGraph,
  request: ObservationRequest,
  changes: (repair: Repair) => boolean,
): readonly Observation[] {
  const told: Observation[] = []
  let left = MOST_TRIES
  for (const [row, sightings] of seenBy(graph, request)) {
    for (const sighting of sightings) {
      const { path } = graph.modules[sighting.module] ?? { path: '' }
      const { repair: edit } = sighting
      if (row.suspicion && edit && (left-- <= 0 || !changes({ path, edit }))) continue
      told.push(...observation(graph, row, sighting))
      break
    }
  }
  return told
}

function seenBy(
  graph: ModuleGraph,
  request: ObservationRequest,
): (readonly [row: Row, sightings: readonly Sighting[]])[] {
  const view = viewOf(graph, request)
  const rows = ROWS.filter(({ explains }) => explains.includes(request.gave))
  return rows.map((row) => [row, row.find(view)])
}

function observation(graph: ModuleGraph, row: Row, sighting: Sighting | undefined): Observation[] {
  const module = graph.modules[sighting?.module ?? -1]
  if (sighting === undefined || module === undefined) return []
  const { id, suspicion = false } = row
  const says = { id: `observed.${id}`, values: sighting.values }
  return [{ id, says, place: placeAt(module.file, module.text, sighting.start, ''), suspicion }]
}
