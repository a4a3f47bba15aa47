interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

function ascending(values: number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

/** A point inside each piece. */
function inside(breakpoints: number[]): number[] {
  const [first] = breakpoints
  if (first === undefined) return [0]
  return [first - 1, ...breakpoints.map((at, k) => (at + (breakpoints[k + 1] ?? at + 2)) / 2)]
}

export function pieces({ w1, b1, w2, b2 }: Net): Pieces {
  const units = w1.map((w, k) => ({ w, b: b1[k] ?? 0, v: w2[k] ?? 0 }))
  const bending = units.filter((unit) => unit.w !== 0)
  const breakpoints = ascending(bending.map(({ w, b }) => 0 - b / w))
  const points = inside(breakpoints)
  const active = (x: number) => units.filter(({ w, b }) => w * x + b > 0)
  return {
    breakpoints,
    slopes: points.map((x) => active(x).reduce((sum, { v, w }) => sum + v * w, 0)),
    intercepts: points.map((x) => active(x).reduce((sum, { v, b }) => sum + v * b, b2)),
  }
}

export function addPieces(p: Pieces, q: Pieces): Pieces {
  const breakpoints = ascending([...p.breakpoints, ...q.breakpoints])
  const points = inside(breakpoints)
  const pieceAt = (f: Pieces, x: number) => f.breakpoints.filter((at) => at < x).length
  const sum = (values: 'slopes' | 'intercepts') =>
    points.map((x) => (p[values][pieceAt(p, x)] ?? 0) + (q[values][pieceAt(q, x)] ?? 0))
  return { breakpoints, slopes: sum('slopes'), intercepts: sum('intercepts') }
}
