import type { Exercise, FunctionSpec } from '../exercise.ts'

/** Where naive forms overflow, cancel or divide zero by zero: exp leaves float32 at 88, double at 709. */
const MAGNITUDES = [0, 25, 50, 100, 355, 710, 1e3, 1e4, 1e38]

export function isExtreme(x: number): boolean {
  return MAGNITUDES.includes(Math.abs(x))
}

/** Extreme points of a function: both signs of every magnitude, at every value of its parameters. */
export function extremePoints(exercise: Exercise, spec: FunctionSpec): number[][] {
  const variables = MAGNITUDES.flatMap((magnitude) => [magnitude, -magnitude])
  return spec.arguments.reduce<number[][]>(
    (rows, name, index) => {
      const choices = index === 0 ? variables : (exercise.parameters[name]?.values ?? [0])
      return rows.flatMap((row) => choices.map((choice) => [...row, choice]))
    },
    [[]],
  )
}
