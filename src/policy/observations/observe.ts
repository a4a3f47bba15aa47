import type { Observation, ObservationRequest } from '../../session.ts'
import { placeAt } from '../../source/code-frame.ts'
import type { ModuleGraph } from '../../source/module-graph.ts'
import { arithmeticRows } from './arithmetic.ts'
import { definitionRows } from './definitions.ts'
import { functionRows } from './functions.ts'
import { loopRows } from './loops.ts'
import { unknownMember } from './math-members.ts'
import { nameRows } from './names.ts'
import { objectRows } from './objects.ts'
import type { Row } from './observation.ts'
import { tensorRows } from './tensors.ts'
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
].sort((a, b) => Number(a.suspicion ?? false) - Number(b.suspicion ?? false))

/** What the source itself says of a failure: of each row that sees its pattern, the first place. */
export function observe(graph: ModuleGraph, request: ObservationRequest): readonly Observation[] {
  const view = viewOf(graph, request)
  return ROWS.filter(({ explains }) => explains.includes(request.gave)).flatMap((row) => {
    const [first] = row.find(view)
    const module = first && graph.modules[first.module]
    if (module === undefined) return []
    const { id, suspicion = false } = row
    const says = { id: `observed.${id}`, values: first?.values ?? {} }
    const place = placeAt(module.file, module.text, first?.start ?? 0, '')
    return [{ id, says, place, suspicion }]
  })
}
