import type { CallResult, Observation, ObservationRequest } from '../../session.ts'
import { placeAt } from '../../source/code-frame.ts'
import type { Edit } from '../../source/edits.ts'
import type { ModuleGraph } from '../../source/module-graph.ts'
import { arithmeticRows } from './arithmetic.ts'
import { arrayRows } from './arrays.ts'
import { definitionRows } from './definitions.ts'
import { functionRows } from './functions.ts'
import { loopRows } from './loops.ts'
import { unknownMember } from './math-members.ts'
import { nameRows } from './names.ts'
import { objectRows } from './objects.ts'
import type { Row, Sighting } from './observation.ts'
import { smallNumberRows } from './small-numbers.ts'
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
  ...smallNumberRows,
  ...loopRows,
  ...arrayRows,
  ...objectRows,
  ...variableRows,
].sort((a, b) => Number(a.suspicion ?? false) - Number(b.suspicion ?? false))

/** What the source itself says of a failure: of each row that sees its pattern, the first place. */
export function observe(graph: ModuleGraph, request: ObservationRequest): readonly Observation[] {
  return seenBy(graph, request).flatMap(([row, sightings]) => {
    const first = sightings.find(({ untold }) => untold !== true)
    return observation(graph, row, first)
  })
}

/** Each may run for as long as a function may: a file full of suspicions is not tried to its end. */
const MOST_TRIES = 8

/** A text of the submission, and what would be written into it. */
export interface Repair {
  readonly path: string
  readonly edit: Edit
}

/** What the call that is shown gives with repairs; nothing where it gives what it did without. */
type Try = (repairs: readonly Repair[]) => CallResult | undefined

/**
 * The same, but for suspicions that have been tried in vain: of each of these the places whose repair
 * changes the answer at the call that is shown, and all places at once, with what it gives then.
 */
export function observeTried(
  graph: ModuleGraph,
  request: ObservationRequest,
  tried: Try,
): readonly Observation[] {
  let left = MOST_TRIES
  const bounded: Try = (repairs) => (left-- > 0 ? tried(repairs) : undefined)
  return seenBy(graph, request).flatMap(([row, sightings]) => {
    const isTried = row.suspicion && sightings.some(({ repair }) => repair !== undefined)
    if (!isTried) return observation(graph, row, sightings[0])
    return tellingPlaces(graph, sightings, bounded).flatMap(({ place, repaired }) =>
      observation(graph, row, place, repaired),
    )
  })
}

/**
 * Each place by itself; and, for a slip that was made twice, all that tell together: all that there
 * are where none tells by itself, since an error hides the places behind it.
 */
function tellingPlaces(graph: ModuleGraph, sightings: readonly Sighting[], tried: Try) {
  const mended = (places: readonly Sighting[]) =>
    tried(places.flatMap((place) => repairsOf(graph, place)))
  const alone = sightings.flatMap((place) => {
    const repaired = mended([place])
    return repaired ? [{ place, repaired }] : []
  })
  const places = alone.length > 0 ? alone.map(({ place }) => place) : sightings
  const repaired = places.length > 1 ? mended(places) : undefined
  if (repaired === undefined) return alone
  const isNeeded = (one: Sighting) => !mended(places.filter((other) => other !== one))
  const place = alone[0]?.place ?? places.find(isNeeded)
  return place ? [...alone, { place, repaired }] : alone
}

function repairsOf(graph: ModuleGraph, { module, repair }: Sighting): Repair[] {
  return repair ? [{ path: graph.modules[module]?.path ?? '', edit: repair }] : []
}

function seenBy(
  graph: ModuleGraph,
  request: ObservationRequest,
): (readonly [row: Row, sightings: readonly Sighting[]])[] {
  const view = viewOf(graph, request)
  const rows = ROWS.filter(({ explains }) => explains.includes(request.gave))
  return rows.map((row) => [row, row.find(view)])
}

function observation(
  graph: ModuleGraph,
  row: Row,
  sighting: Sighting | undefined,
  repaired?: CallResult,
): Observation[] {
  const module = graph.modules[sighting?.module ?? -1]
  if (sighting === undefined || module === undefined) return []
  const { id, suspicion = false } = row
  const says = { id: `observed.${id}`, values: sighting.values }
  const place = placeAt(module.file, module.text, sighting.start, '')
  return [{ id, says, place, suspicion, ...(repaired && { repaired }) }]
}
