import type { Condition, Expr } from '../formula/expr.ts'
import type { DerivedFormula, WantedFunction } from '../session.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { lineAt } from '../text/lines.ts'
import { assumptionsOf } from './assumptions.ts'
import type { Failure, LetterMachines } from './letter-machine.ts'
import { constantNames } from './name-constants.ts'
import { placeOf } from './place.ts'
import { readTable } from './read-formula.ts'
import { asksForRounding } from './rounding.ts'
import type { Answer, Refused } from './runtime/answers.ts'
import type { Reason } from './runtime/reasons.ts'
import { asked, EVERY_PATH, exprWithState } from './state.ts'

/**
 * A submission's function as one formula: the machine itself runs it on letters, and what it did
 * with them is the formula.
 */
export function deriveFormula(
  graph: ModuleGraph,
  wanted: WantedFunction,
  machines: LetterMachines,
): DerivedFormula {
  const machine = machines.shared()
  if (machine.kind !== 'machine') return refused(graph, machine)
  const request = { ...EVERY_PATH, ...asked(wanted) }
  let answer = machine.formula(wanted.name, request)
  if (answer.kind === 'refused' && MERGING_HELPS.has(answer.why)) {
    const merged = machine.formula(wanted.name, { ...request, ...MERGED })
    if (merged.kind === 'formula') answer = merged
    else if (merged.kind === 'refused') answer = { ...answer, ...moreMet(answer, merged) }
  }
  if (answer.kind === 'refused' && answer.why === 'state') {
    const expr = exprWithState(wanted, machines, constantNames(graph))
    if (expr !== undefined) return derived(expr, new Set())
  }
  return answer.kind === 'formula' ? formulaOf(graph, answer) : refused(graph, answer)
}

/** Paths that turn off inside of a function come together where it ends. */
export const MERGED = { mostPaths: 200, mergesCalls: true }

/** Of two tries that came to nothing, what the one met that went further. */
function moreMet(...tries: readonly [Refused, Refused]): Pick<Refused, 'met' | 'rows'> {
  const count = ({ met = [] }: Refused) => met.length
  const [one, other] = tries
  const { met = [], rows = [] } = count(other) > count(one) ? other : one
  return { met, rows }
}

const MERGING_HELPS: ReadonlySet<Reason> = new Set(['cases', 'length'])

function formulaOf(
  graph: ModuleGraph,
  { root, rows }: Extract<Answer, { kind: 'formula' }>,
): DerivedFormula {
  const { parts, rounded } = readTable(rows, constantNames(graph))
  return derived(parts[root] as Expr, rounded)
}

function derived(expr: Expr, rounded: ReadonlySet<Expr>): DerivedFormula {
  if (asksForRounding(expr, rounded)) return undecided('float32', 'Math.fround')
  return { kind: 'formula', expr, assumes: assumptionsOf(expr, rounded) }
}

/** Why there is no formula, in words that every language has. */
export function undecided(why: Reason, construct = ''): DerivedFormula & { kind: 'undecided' } {
  return { kind: 'undecided', why: { id: `not-followed.${why}`, values: { construct } } }
}

function refused(
  graph: ModuleGraph,
  found: Refused | Failure | { readonly kind: 'throws' },
): DerivedFormula {
  if (found.kind === 'throws') return undecided('throws')
  if (found.kind === 'failed') return undecided(found.why)
  const { met = [], rows = [] } = found
  const { parts } = readTable(rows, constantNames(graph))
  const conditions = met.map((row) => parts[row] as Condition)
  const reason = { ...undecided(found.why, found.construct), met: conditions }
  const place = placeOf(graph, found.at)
  if (place === undefined) return reason
  const { module, offset } = place
  const line = lineAt(module.text, offset)
  return { ...reason, line, ...(module.path !== '' && { file: module.path }) }
}
