import type { Exercise, FunctionSpec } from '../exercise.ts'
import { type CellStep, type Decision, nearestDouble } from '../prover/decision.ts'

type Row = readonly number[]

/** Where nothing is said of the variable: a few ordinary values of it. */
const ORDINARY = [-1.5, 0.5, 2]

const MOST_ROWS = 64

/**
 * The arguments at which a proof found the submission and the reference apart: the witness of a
 * refutation, and the isolated points at which two otherwise equal formulas differ.
 */
export function suspectRows(exercise: Exercise, spec: FunctionSpec, decision: Decision): Row[] {
  if (decision.verdict === 'different') return rowsOf(exercise, spec, decision.witness)
  if (decision.verdict === 'domain' && decision.witness) {
    return rowsOf(exercise, spec, decision.witness)
  }
  if (decision.verdict !== 'null-set') return []
  const apart = (decision.cells ?? []).filter(
    ({ finding }) => finding === 'differ' || finding === 'only one exists',
  )
  const known = apart.flatMap((cell) => [equations(cell), ...(cell.point ? [cell.point] : [])])
  return known.flatMap((place) => rowsOf(exercise, spec, place)).slice(0, MOST_ROWS)
}

/** What a part of space says of single variables: `x = 3 / 10`, `x = alpha`. */
function equations({ where }: CellStep): Record<string, string> {
  const found = where.map((text) => /^([A-Za-z]\w*) = (-?[\w./ ]+)$/.exec(text))
  return Object.fromEntries(
    found.flatMap((match) => (match ? [[match[1] as string, match[2] as string]] : [])),
  )
}

/** All rows that agree with what is known; arguments of which nothing is known take ordinary values. */
function rowsOf(
  exercise: Exercise,
  spec: FunctionSpec,
  known: { readonly [name: string]: string },
): Row[] {
  const choices = spec.arguments.map((name, index): readonly (number | string)[] => {
    const text = known[name]?.replaceAll(' ', '')
    if (text === undefined) {
      return exercise.parameters[name]?.values ?? (index === 0 ? ORDINARY : [0])
    }
    return [spec.arguments.includes(text) ? text : nearestDouble(text)]
  })
  const rows = choices.reduce<(number | string)[][]>(
    (partial, options) => partial.flatMap((row) => options.map((option) => [...row, option])),
    [[]],
  )
  // An argument that equals another one takes its value.
  return rows.map((row) =>
    row.map((value) =>
      typeof value === 'string' ? Number(row[spec.arguments.indexOf(value)]) : value,
    ),
  )
}
