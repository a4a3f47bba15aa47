import type { Exercise } from '../exercise.ts'
import { parameterRows } from '../reference/parameter-rows.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Recognition } from '../report/report.ts'
import { GENERIC_NOTES } from './generic-notes.ts'
import { agree } from './match.ts'

/** The note for a function that is right wherever it is finite, and not finite where it should be. */
export function recogniseOverflow(exercise: Exercise, functionName: string): Recognition {
  const own = exercise.mistakes.find(
    (mistake) => mistake.note === 'overflow' && mistake.function === functionName,
  )
  const { title, hint } = own ?? GENERIC_NOTES.overflow
  return { kind: 'note', note: 'overflow', title, hint, by: 'values' }
}

/** The note for a function whose formula overflows, and that gives a number all the same. */
export function hiddenOverflow(): Recognition {
  return {
    kind: 'note',
    note: 'overflow-hidden',
    ...GENERIC_NOTES['overflow-hidden'],
    by: 'values',
  }
}

/**
 * The note for a function that has, wherever it is wrong on either side, what is right at the same
 * |x| on the other one.
 */
export function recogniseOtherSide(
  table: ReferenceTable,
  got: ArrayLike<number>,
  failing: readonly number[],
): Recognition | undefined {
  const numbers = parameterRows(table)
  const x = table.columns[0] as Float64Array
  const opposite = (index: number) =>
    x.findIndex(
      (value, other) => value === -(x[index] as number) && numbers[other] === numbers[index],
    )
  const swapped = failing.every((index) =>
    agree(got[index] as number, table.low[opposite(index)] ?? Number.NaN),
  )
  const sides = new Set(failing.map((index) => Math.sign(x[index] as number)))
  return swapped && sides.size === 2
    ? { kind: 'note', note: 'other-side', ...GENERIC_NOTES['other-side'], by: 'values' }
    : undefined
}
