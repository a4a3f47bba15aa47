import type { Exercise, FunctionSpec } from '../exercise.ts'
import { domainOf } from '../formula/domain.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import { truthOf } from './truth.ts'

/** Where in its range each argument is looked at: nowhere special, and on every piece of a function. */
const PARTS = Array.from({ length: 17 }, (_, k) => (k + 0.37) / 17)

/** The same but for the order of operations. */
const SAME = 1e-9

/**
 * The arguments on which the right answer does not depend, such as alpha in the derivative of pReLU in
 * alpha: whoever leaves one out does nothing wrong. None where no formula says what is right.
 */
export function needlessArguments(exercise: Exercise, spec: FunctionSpec): readonly string[] {
  if (spec.formula === undefined && spec.derivative === undefined) return []
  const names = spec.arguments
  const run = compileFloat64(truthOf(exercise, spec.name).formula, names)
  const { intervals, parameters } = domainOf(names, exercise)
  const columns = names.map((name) => {
    const [low, high] = intervals[name] ?? parameters[name] ?? exercise.domain
    return PARTS.map((part) => low + part * (high - low))
  })
  const rows = columns.reduce<number[][]>(
    (some, column) => some.flatMap((row) => column.map((value) => [...row, value])),
    [[]],
  )
  return names.filter((_, index) =>
    rows.every((row) => {
      const other = row.with(index, columns[index]?.[0] ?? 0)
      return isSame(run(...row), run(...other))
    }),
  )
}

function isSame(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a))
}
