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

/** Where each piece begins. */
function starts(breakpoints: number[]): number[] {
  return [Number.NEGATIVE_INFINITY, ...breakpoints]
}

export function pieces({ w1, b1, w2, b2 }: Net): Pieces {
  // A unit with w = 0 bends at minus infinity where its bias is positive, and else nowhere that counts.
  const units = w1.map((w, k) => ({ w, b: b1[k] ?? 0, v: w2[k] ?? 0, at: 0 - (b1[k] ?? 0) / w }))
  const breakpoints = ascending(units.filter(({ w }) => w !== 0).map(({ at }) => at))
  const active = (from: number) => units.filter(({ w, at }) => (w < 0 ? at > from : at <= from))
  const froms = starts(breakpoints)
  return {
    breakpoints,
    slopes: froms.map((x) => active(x).reduce((sum, { v, w }) => sum + v * w, 0)),
    intercepts: froms.map((x) => active(x).reduce((sum, { v, b }) => sum + v * b, b2)),
  }
}

export function addPieces(p: Pieces, q: Pieces): Pieces {
  const breakpoints = ascending([...p.breakpoints, ...q.breakpoints])
  const pieceAt = (f: Pieces, from: number) => f.breakpoints.filter((at) => at <= from).length
  const sum = (values: 'slopes' | 'intercepts') =>
    starts(breakpoints).map(
      (x) => (p[values][pieceAt(p, x)] ?? 0) + (q[values][pieceAt(q, x)] ?? 0),
    )
  return { breakpoints, slopes: sum('slopes'), intercepts: sum('intercepts') }
}
