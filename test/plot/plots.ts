import fc from 'fast-check'
import { comparisonPlot } from '../../src/plot/comparison.ts'
import type { Plot } from '../../src/plot/plot.ts'

/** Any double at all: NaN, the infinities, the largest and the smallest are tried often. */
const anyDouble = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1e300, -1e300, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, NaN, Infinity),
)

/** Plots of any values at all, with marks anywhere. */
export const anyPlot: fc.Arbitrary<Plot> = fc
  .record({
    title: fc.string({ unit: 'binary', maxLength: 30 }),
    low: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    width: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    student: fc.array(anyDouble, { minLength: 1, maxLength: 60 }),
    reference: fc.array(anyDouble, { minLength: 1, maxLength: 60 }),
    mark: fc.record({ x: anyDouble, y: anyDouble }),
    kink: anyDouble,
    tolerance: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ title, low, width, student, reference, mark, kink, tolerance }) => {
    const count = Math.min(student.length, reference.length)
    const x = Array.from({ length: count }, (_, index) => low + (width * index) / count)
    const counterexample = { ...mark, label: title }
    const sampled = { title, x, student, reference, kinks: [kink], counterexample, tolerance }
    const domain = [low, low + width] as const
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
