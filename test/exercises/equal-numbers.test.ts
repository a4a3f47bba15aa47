import { describe, expect, it } from 'vitest'
import { runReference } from '../../src/node/run-reference.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import type { Reference } from '../../src/reference/structured/define-reference.ts'
import type { Json } from '../../src/report/report.ts'

/**
 * Every list of numbers that a function is given has equal ones in it somewhere, beside another: else
 * an answer that finds a number by its value, and not by its place, would pass.
 */
const pack = builtInPack()

type Known = Reference<readonly Json[]>

const cases = pack.entries.flatMap((entry) => {
  const exercise = pack.load(entry)
  return exercise.checks.flatMap(({ kind, options }) =>
    kind === 'call' || kind === 'gradient'
      ? [{ id: exercise.id, asked: String(options.reference), exercise }]
      : [],
  )
})

describe('equal numbers are among the corners', () => {
  it.each(cases)('of $asked of $id', async ({ asked, exercise }) => {
    const { corners = [] } = (await runReference(exercise))[asked] as Known
    const lists = corners.map((args) => args.flatMap((argument, at) => listsIn(argument, `${at}`)))
    const places = new Set(lists.flat().map(({ place }) => place))
    const all = lists.flat()
    const lacking = [...places].filter(
      (place) =>
        all.some((list) => list.place === place && list.numbers.length > 2) &&
        !all.some((list) => list.place === place && hasEqualBesideAnother(list.numbers)),
    )
    expect(lacking).toEqual([])
  })
})

interface List {
  readonly place: string
  readonly numbers: readonly number[]
}

/** The vectors in an argument, and the columns of its matrices: rows are examples. */
function listsIn(data: Json, place: string): List[] {
  if (typeof data !== 'object' || data === null) return []
  if (!Array.isArray(data)) {
    return Object.entries(data).flatMap(([name, part]) => listsIn(part, `${place}.${name}`))
  }
  if (data.every((item) => typeof item === 'number')) return [{ place, numbers: data }]
  const rows = data as readonly (readonly number[])[]
  const isMatrix = rows.every((row) => Array.isArray(row) && row.every(Number.isFinite))
  if (!isMatrix) return data.flatMap((item) => listsIn(item as Json, `${place}[]`))
  return (rows[0] ?? []).map((_, j) => ({ place, numbers: rows.map((row) => row[j] ?? 0) }))
}

function hasEqualBesideAnother(numbers: readonly number[]): boolean {
  const different = new Set(numbers)
  return different.size > 1 && different.size < numbers.length
}
