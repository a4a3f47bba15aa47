import { SpecError } from '../errors.ts'
import type { FunctionSpec } from '../exercise.ts'
import { say } from '../messages/render.ts'
import { hasOneSlope, slopeFrom, stencil } from '../reference/derivative-by-differences.ts'
import { isNear } from '../reference/near.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import { encodeScalar } from '../report/report.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { inputsAt } from './evidence.ts'
import { isKink } from './judge-points.ts'
import { smallestPoint } from './smallest.ts'
import { lackOf } from './usable.ts'
import { witnessPoint } from './witness-point.ts'

/** So many points say whether one formula is the derivative of another; each costs a dozen calls. */
const SAMPLES = 48

/** The farthest that a difference looks to either side. */
const REACH = 0.25

/** Differences carry about ten digits of a smooth function; what is asked of a derivative is five. */
const SLOPE_TOLERANCE = defaultTolerance.float64

export const consistency = defineCheck({
  kind: 'consistency',
  summary:
    "Holds the submission's derivative against the submission's own function, so that a right derivative of a wrong function is said and can earn credit.",
  scope: 'function',
  needs: 'derivative',
  echoes: true,
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const { name, derivative } = context.function
    if (derivative === undefined) throw noDerivative(context)
    const names = { function: derivative.of, derivative: name }
    const points = { tested: 0, failed: 0 }
    const [functionRight, derivativeRight] = [
      await isRight(context, derivative.of),
      await isRight(context, name),
    ]
    if (functionRight && derivativeRight) {
      const id = isProved(context, names) ? 'consistency.right' : 'consistency.both-right'
      return { status: 'passed', says: say(id, names), points, evidence: [] }
    }
    if (functionRight || derivativeRight) {
      const id = functionRight ? 'consistency.function-right' : 'consistency.derivative-right'
      return { status: 'skipped', cause: 'dependency', says: say(id, names), points, evidence: [] }
    }
    const lack = (await lackOf(context, derivative.of)) ?? (await lackOf(context, name))
    if (lack) {
      const says = say('dependency', { on: lack })
      return { status: 'skipped', cause: 'dependency', says, points, evidence: [] }
    }
    return compareSlopes(context, names)
  },
})

function noDerivative({ spec: { id }, function: { name } }: CheckContext): Error {
  const message = `the check ${id} is about a derivative, and ${name} is not declared as one`
  return new SpecError([{ file: 'exercise.yaml', message }])
}

/** Right at every sample point off the kinks, and at every point at which a proof found it apart. */
async function isRight(context: CheckContext, name: string): Promise<boolean> {
  if (context.found(name)?.kind !== 'function') return false
  const table = await context.reference(name)
  const wrong = await context.wrongAt(name)
  if (wrong.some((index) => !isKink(table, index))) return false
  const spec = context.exercise.functions[name] as FunctionSpec
  const select = (at: ReferenceTable, index: number) => !isKink(at, index)
  const question = { function: spec, tolerance: defaultTolerance, select }
  return (await witnessPoint(context, context.proof(name), question)) === undefined
}

type Names = { readonly function: string; readonly derivative: string }

/**
 * Whether both are proved, so that the one really is the derivative of the other: two functions that
 * are right within a tolerance may have slopes that are not.
 */
function isProved(context: CheckContext, { function: name, derivative }: Names): boolean {
  const verdictOf = (of: string) => {
    const found = context.proof(of)
    return found.kind === 'decided' ? found.decision.verdict : 'unknown'
  }
  const [own, slope] = [verdictOf(name), verdictOf(derivative)]
  return EQUAL.has(own) && (EQUAL.has(slope) || slope === 'null-set')
}

const EQUAL: ReadonlySet<string> = new Set(['equal', 'equal-on-domain'])

/** Both are wrong: is the one at least the derivative of the other? */
async function compareSlopes(context: CheckContext, names: Names): Promise<Outcome> {
  const variable = context.function.derivative?.in as string
  const table = await context.reference(names.derivative)
  const column = table.names.indexOf(variable)
  const chosen = evenly(table, SAMPLES)
  const slopes = await slopesAt(context, names.function, { table, column, chosen })
  const { values } = await context.values(names.derivative)
  const decided = chosen.filter((_, i) => isDecided(slopes[i]))
  const failing = chosen.filter((index, i) => {
    const slope = slopes[i]
    if (!slope || !isDecided(slope)) return false
    const got = values[index] as number
    return !isNear(got, slope.value, allowed(slope))
  })
  const points = { tested: decided.length, failed: failing.length }
  if (decided.length < SAMPLES / 4) {
    return { status: 'skipped', says: say('consistency.undecided'), points, evidence: [] }
  }
  if (failing.length === 0) {
    return { status: 'passed', says: say('consistency.own', names), points, evidence: [] }
  }
  const index = smallestPoint(table, failing)
  const slope = slopes[chosen.indexOf(index)]?.value as number
  const got = values[index] as number
  const says = say('consistency.wrong', {
    function: names.derivative,
    of: names.function,
    inputs: inputsAt(table, index),
    got: encodeScalar(got),
    expected: encodeScalar(slope + 0),
  })
  return { status: 'failed', cause: 'wrong-answer', says, points, evidence: [] }
}

type Slope = ReturnType<typeof slopeFrom> | undefined

function isDecided(slope: Slope): slope is NonNullable<Slope> {
  if (slope === undefined || !Number.isFinite(slope.value)) return false
  return slope.error <= 0.1 * SLOPE_TOLERANCE * Math.max(1, Math.abs(slope.value))
}

function allowed(slope: NonNullable<Slope>): number {
  return SLOPE_TOLERANCE * Math.max(1, Math.abs(slope.value)) + 10 * slope.error
}

/** The slopes of the submission's own function in one variable, all in one request; none at a kink of its own. */
async function slopesAt(
  context: CheckContext,
  name: string,
  where: {
    readonly table: ReferenceTable
    readonly column: number
    readonly chosen: readonly number[]
  },
): Promise<Slope[]> {
  const { table, column, chosen } = where
  const at = (index: number) => table.columns[column]?.[index] as number
  const stencils = chosen.map((index) => [...stencil(at(index)), at(index)])
  const columns = table.columns.map((values, argument) =>
    Float64Array.from(
      stencils.flatMap((xs, i) =>
        argument === column ? xs : xs.map(() => values[chosen[i] as number] as number),
      ),
    ),
  )
  const { values } = await context.session.evaluate({ function: name, columns })
  let start = 0
  return chosen.map((index, i) => {
    const size = stencils[i]?.length as number
    const own = values.subarray(start, start + size)
    start += size
    const x = at(index)
    return hasOneSlope(x, own, own[size - 1] as number) ? slopeFrom(x, own) : undefined
  })
}

/** Points spread evenly over the table's order, kinks left out. */
function evenly(table: ReferenceTable, count: number): number[] {
  const corners = table.columns[0]?.filter((_, index) => isKink(table, index)) ?? []
  const smooth = Array.from(table.low.keys()).filter((index) => {
    const x = table.columns[0]?.[index] ?? 0
    // A difference taken across a corner is no slope; zero is where wrong functions have theirs too.
    return [0, ...corners].every((corner) => Math.abs(x - corner) > REACH)
  })
  const step = Math.max(1, smooth.length / count)
  return Array.from(
    { length: Math.min(count, smooth.length) },
    (_, i) => smooth[Math.floor(i * step)] as number,
  )
}
