/** Rows of equal length; rows are examples. */
export type Matrix = readonly (readonly number[])[]
export type Vector = readonly number[]

export function columns(a: Matrix): number {
  return a[0]?.length ?? 0
}

export function at(a: Matrix, row: number, column: number): number {
  return a[row]?.[column] ?? Number.NaN
}

/** rows × columns, each element from its place. */
export function matrix(
  rows: number,
  width: number,
  element: (row: number, column: number) => number,
): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: width }, (__, j) => element(i, j)),
  )
}

export function product(a: Matrix, b: Matrix): number[][] {
  return matrix(a.length, columns(b), (i, j) =>
    (a[i] ?? []).reduce((sum, value, k) => sum + value * at(b, k, j), 0),
  )
}

export function transpose(a: Matrix): number[][] {
  return matrix(columns(a), a.length, (i, j) => at(a, j, i))
}

/** Adds a vector to every row. */
export function addRow(a: Matrix, b: Vector): number[][] {
  return a.map((row) => row.map((value, j) => value + (b[j] ?? Number.NaN)))
}

export function map(
  a: Matrix,
  f: (value: number, row: number, column: number) => number,
): number[][] {
  return a.map((row, i) => row.map((value, j) => f(value, i, j)))
}

/** The sum of the rows. */
export function columnSums(a: Matrix): number[] {
  return transpose(a).map((column) => column.reduce((sum, value) => sum + value, 0))
}

export function rowTimes(v: Vector, a: Matrix): number[] {
  return product([v], a)[0] ?? []
}

/** Rank by elimination with complete pivoting; exact for small whole numbers. */
export function rank(a: Matrix): number {
  const work = a.map((row) => [...row])
  const width = columns(a)
  let found = 0
  for (let column = 0; column < width && found < work.length; column++) {
    const pivot = largestRow(work, found, column)
    if (Math.abs(at(work, pivot, column)) < 1e-9) continue
    const row = work[pivot] ?? []
    work[pivot] = work[found] ?? []
    work[found] = row
    for (let below = found + 1; below < work.length; below++) {
      const factor = at(work, below, column) / (row[column] ?? 1)
      work[below] = (work[below] ?? []).map((value, j) => value - factor * (row[j] ?? 0))
    }
    found++
  }
  return found
}

function largestRow(a: Matrix, from: number, column: number): number {
  let best = from
  for (let row = from + 1; row < a.length; row++) {
    if (Math.abs(at(a, row, column)) > Math.abs(at(a, best, column))) best = row
  }
  return best
}
