import type { Expr } from '../formula/expr.ts'
import type { Recognition } from '../report/report.ts'
import type { Candidate } from './candidate.ts'
import { misappliedTo, type Subject, slippedFrom } from './generic-mistakes.ts'
import { compileCandidate, matches } from './match.ts'
import type { TableView } from './table-view.ts'

/** What a submission made of many elements, one function of each. */
export interface Elements {
  /** Of the arguments, the element first. */
  readonly names: readonly string[]
  readonly rows: readonly (readonly number[])[]
  readonly truth: Float64Array
  readonly got: Float64Array
}

/** Kept as long as its formula: a batch asks it of every wrong answer. */
const known = new WeakMap<Expr, readonly Candidate[]>()

/** The slip in a formula that gives the same numbers at every element. */
export function recogniseElementwise(truth: Expr, elements: Elements): Recognition | undefined {
  const { names } = elements
  const subject: Subject = { truth, of: undefined, variable: names[0] ?? '', arguments: names }
  const candidates = known.get(truth) ?? [...misappliedTo(subject), ...slippedFrom(subject)]
  known.set(truth, candidates)
  const view = viewOf(elements)
  const found = candidates.find((candidate) =>
    compileCandidate(candidate, names).some((run) => matches(run, view, elements.got)),
  )
  if (found === undefined) return undefined
  const { note, title, hint } = found
  return { kind: 'note', note, title, hint, by: 'values' }
}

function viewOf({ names, rows, truth }: Elements): TableView {
  return {
    names,
    truth,
    indices: rows.map((_, index) => index),
    argumentsAt: (index) => [...(rows[index] ?? [])],
    runAt: (run, index) => run(...(rows[index] ?? [])),
  }
}
