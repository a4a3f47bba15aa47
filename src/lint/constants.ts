import type { SpecProblem } from '../errors.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import { variableOf } from '../reference/sampling.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, readTolerance } from '../reference/tolerance.ts'
import type { ExerciseBench } from './bench.ts'
import { isPointwise } from './references.ts'

/** Checks that compare a function with its reference at the sample points. */
export const COMPARING: readonly string[] = ['value', 'derivative', 'identity']

/** Checks after which a wrong function cannot have passed. */
const HOLDING: readonly string[] = [...COMPARING, 'proof']

/** Of what the function varies by: an answer that is off by so much is wrong on every plot. */
const SHIFT = 0.01

/** A constant may hit some points of any function; more than this is credit for nothing. */
const SHARE_FOR_NOTHING = 0.25

/** Every function is held against what is right, and an answer that is always the same earns nothing. */
export async function lintConstants(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  const problems = singleValues(exercise, bench)
  for (const spec of Object.values(exercise.functions).filter(isPointwise)) {
    const checks = exercise.checks.filter(({ function: name }) => name === spec.name)
    if (checks.length === 0) continue
    if (checks.some(({ points }) => points > 0) && !checks.some(holds)) {
      problems.push(unheld(spec, checks, bench))
    }
    const request = { ...bench.options, function: spec.name, rows: [] }
    const table = await bench.services.referenceTable(exercise, request)
    for (const check of checks.filter(({ kind }) => COMPARING.includes(kind))) {
      const variable = variableOf(exercise, spec)
      const message = constantEarning(check, table, variable) ?? shiftPassing(check, table)
      const place = bench.placeOf(['checks', exercise.checks.indexOf(check)])
      if (message) problems.push({ ...place, message, advice: remedyFor(check) })
    }
  }
  return problems
}

/** A parameter that is always the same may be ignored, or be another number in the right place. */
function singleValues({ parameters }: Exercise, { placeOf }: ExerciseBench): SpecProblem[] {
  return Object.entries(parameters).flatMap(([name, { values }]) =>
    values.length > 1
      ? []
      : [
          {
            ...placeOf(['parameters', name, 'values']),
            message: `${name} has one value only: an answer that ignores it passes`,
            advice: 'add values, also unusual ones',
          },
        ],
  )
}

function holds({ kind, severity, points }: CheckSpec): boolean {
  return HOLDING.includes(kind) && severity === 'error' && points > 0
}

function unheld(
  { name }: FunctionSpec,
  checks: readonly CheckSpec[],
  { placeOf }: ExerciseBench,
): SpecProblem {
  const giving = checks.filter(({ points }) => points > 0)
  const kinds = [...new Set(giving.map(({ kind }) => kind))].join(', ')
  return {
    ...placeOf(['functions', name]),
    message: `no check takes the points of ${name} from a wrong answer: they come of ${kinds}`,
    advice: 'give points to a value or a derivative check that is an error',
  }
}

function remedyFor({ partial, options }: CheckSpec): string {
  if (options.tolerance !== undefined) return 'make the tolerance smaller, or leave it out'
  return partial === 'none' ? 'widen the domain' : 'leave partial out, or add parameter values'
}

/** What is said of an answer that is off everywhere and passes: the tolerance is wider than the function varies. */
function shiftPassing({ id, options }: CheckSpec, table: ReferenceTable): string | undefined {
  const rows = rowsOf(table).filter((row) => Number.isFinite(table.low[row]))
  const sorted = rows.map((row) => table.low[row] as number).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const off = SHIFT * (at(0.95) - at(0.05))
  const tolerance = readTolerance(options)
  const passes = rows.every((row) =>
    accepts(table, row, (table.high[row] as number) + off, tolerance),
  )
  const shown = Number(off.toPrecision(3))
  return passes ? `an answer that is off by ${shown} everywhere passes ${id}` : undefined
}

function rowsOf({ low }: ReferenceTable): readonly number[] {
  return [...low.keys()].filter((row) => !Number.isNaN(low[row]))
}

/** What is said of a constant that earns points; undefined where none does. */
function constantEarning(
  check: CheckSpec,
  table: ReferenceTable,
  variable: string,
): string | undefined {
  const { id, partial, options } = check
  const tolerance = readTolerance(options)
  const rows = rowsOf(table)
  const passes = (constant: number) => (row: number) => accepts(table, row, constant, tolerance)
  for (const constant of candidates(
    rows.map((row) => table.low[row] as number).filter(Number.isFinite),
  )) {
    const shown = Number(constant.toPrecision(6))
    const right = rows.filter(passes(constant))
    if (right.length === rows.length) return `the constant ${shown} passes ${id} at every point`
    if (partial === 'by-point' && right.length > SHARE_FOR_NOTHING * rows.length) {
      return `the constant ${shown} passes ${id} at ${right.length} of ${rows.length} points, and earns a part of its points`
    }
    const set =
      partial === 'by-parameter' &&
      setThatPasses(
        table,
        variable,
        rows.map((row) => [row, passes(constant)(row)] as const),
      )
    if (set) return `the constant ${shown} passes ${id} for ${set}, and earns a part of its points`
  }
  return undefined
}

/** Where a constant has the best chances: at the ends, in the middle, and where the function often is. */
function candidates(values: readonly number[]): readonly number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const middle = (at(0) + at(1)) / 2
  return [...new Set([0, 1, -1, middle, at(0), at(0.25), at(0.5), at(0.75), at(1)])]
}

/** `alpha = 0`: parameter values at which every point passes. */
function setThatPasses(
  { names, columns }: ReferenceTable,
  variable: string,
  rows: readonly (readonly [row: number, passes: boolean])[],
): string | undefined {
  const sets = new Map<string, boolean>()
  for (const [row, passes] of rows) {
    const set = names
      .flatMap((name, k) => (name === variable ? [] : [`${name} = ${columns[k]?.[row]}`]))
      .join(', ')
    sets.set(set, (sets.get(set) ?? true) && passes)
  }
  return [...sets].find(([set, all]) => all && set !== '')?.[0]
}
