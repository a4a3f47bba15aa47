import fc from 'fast-check'
import { comparisonPlot } from '../../src/plot/comparison.ts'
import type { Plot } from '../../src/plot/plot.ts'
import { mix } from '../../src/plot/share.ts'

const EXTREMES = [0, -0, 1, 1 + Number.EPSILON, 1e300, 1e-320, 5e-324, Number.MAX_VALUE]

/** Any finite double: the largest, the smallest and neighbours are tried often. */
export const finiteDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(...EXTREMES, ...EXTREMES.map((value) => -value)),
)

/** Any double at all. */
const anyDouble = fc.oneof(finiteDouble, fc.constantFrom(NaN, Infinity, -Infinity))

/** Two finite ends, `low < high`: usual ones, and all that doubles allow. */
export const extents = fc
  .oneof(
    fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -10, max: 10, noNaN: true }),
    ),
    fc.tuple(finiteDouble, finiteDouble),
  )
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

/** Plots of any values at all, with marks anywhere. */
export const anyPlot: fc.Arbitrary<Plot> = fc
  .record({
    title: fc.string({ unit: 'binary', maxLength: 30 }),
    domain: extents,
    student: fc.array(anyDouble, { minLength: 1, maxLength: 60 }),
    reference: fc.array(anyDouble, { minLength: 1, maxLength: 60 }),
    mark: fc.record({ x: anyDouble, y: anyDouble }),
    kink: anyDouble,
    tolerance: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ title, domain, student, reference, mark, kink, tolerance }) => {
    const count = Math.min(student.length, reference.length)
    const x = Array.from({ length: count }, (_, index) => mix(...domain, index / count))
    const counterexample = { ...mark, label: title }
    const sampled = { title, x, student, reference, kinks: [kink], counterexample, tolerance }
    return comparisonPlot({
      title,
      description: title,
      variable: 'x',
      domain,
      functions: [sampled],
    })
  })

/** A plot of two functions, the student's and the reference, at 201 points of [-4, 4]. */
export function plotOf(
  student: (x: number) => number,
  reference: (x: number) => number,
  kinks: readonly number[] = [],
): Plot {
  const x = Array.from({ length: 201 }, (_, index) => -4 + index / 25)
  const counterexample = { x: 1, y: student(1), label: `x = 1, yours ${student(1)}` }
  const values = { x, student: x.map(student), reference: x.map(reference), kinks, tolerance: 1e-5 }
  const functions = [{ title: 'f(x)', ...values, counterexample }]
  const head = { title: 'ex · f', description: 'f beside its reference.', variable: 'x' }
  return comparisonPlot({ ...head, domain: [-4, 4], functions })
}
