interface Pieces {
  breakpoints: number[]
  slopes: number[]
  intercepts: number[]
}

interface Net {
  w1: number[]
  b1: number[]
  w2: number[]
  b2: number
}

interface DeepNet {
  w1: number[]
  b1: number[]
  W2: number[][]
  b2: number[]
  w3: number[]
  b3: number
}

interface Term {
  weight: number
  of: Pieces
}

interface Line {
  slope: number
  intercept: number
}

function line(slope: number, intercept: number): Pieces {
  return { breakpoints: [], slopes: [slope], intercepts: [intercept] }
}

function pieceAt({ breakpoints, slopes, intercepts }: Pieces, from: number): Line {
  const k = breakpoints.filter((at) => at <= from).length
  return { slope: slopes[k] ?? 0, intercept: intercepts[k] ?? 0 }
}

/** The sum of weight times function, and a number. */
function sum(terms: Term[], bias: number): Pieces {
  const all = terms.flatMap(({ of }) => of.breakpoints)
  const breakpoints = [...new Set(all)].sort((a, b) => a - b)
  const starts = [Number.NEGATIVE_INFINITY, ...breakpoints]
  const total = (value: (piece: Line) => number, from: number, start: number) =>
    terms.reduce((sum, { weight, of }) => sum + weight * value(pieceAt(of, from)), start)
  return {
    breakpoints,
    slopes: starts.map((from) => total(({ slope }) => slope, from, 0)),
    intercepts: starts.map((from) => total(({ intercept }) => intercept, from, bias)),
  }
}

/** Also at either infinity. */
function valueAt({ slope, intercept }: Line, x: number): number {
  return slope === 0 ? intercept : slope * x + intercept
}

/** The function where it is positive, alpha times it where it is negative. */
function rectified(f: Pieces, alpha: number): Pieces {
  const starts = [Number.NEGATIVE_INFINITY, ...f.breakpoints]
  const cuts = starts.flatMap((from, k) => {
    const piece = pieceAt(f, from)
    const to = f.breakpoints[k] ?? Number.POSITIVE_INFINITY
    const crosses = valueAt(piece, from) * valueAt(piece, to) < 0
    return crosses ? [from, 0 - piece.intercept / piece.slope] : [from]
  })
  const pieces = cuts.map((from, k) => {
    const to = cuts[k + 1] ?? Number.POSITIVE_INFINITY
    const piece = pieceAt(f, from)
    const factor = valueAt(piece, from) + valueAt(piece, to) > 0 ? 1 : alpha
    return { slope: factor * piece.slope, intercept: factor * piece.intercept }
  })
  const [, ...breakpoints] = cuts
  return {
    breakpoints,
    slopes: pieces.map(({ slope }) => slope),
    intercepts: pieces.map(({ intercept }) => intercept),
  }
}

/** max(f, alpha f). */
function larger(f: Pieces, alpha: number): Pieces {
  const other: Pieces = {
    breakpoints: f.breakpoints,
    slopes: f.slopes.map((slope) => alpha * slope),
    intercepts: f.intercepts.map((intercept) => alpha * intercept),
  }
  const terms = [
    { weight: 1, of: f },
    { weight: 1, of: rectified(sum([{ weight: 1, of: other }, { weight: -1, of: f }], 0), 0) },
  ]
  return sum(terms, 0)
}

export function subtractPieces(p: Pieces, q: Pieces): Pieces {
  const terms = [
    { weight: 1, of: p },
    { weight: -1, of: q },
  ]
  return sum(terms, 0)
}

export function preluPieces({ w1, b1, w2, b2 }: Net, alpha: number): Pieces {
  const units = w1.map((w, k) => ({
    weight: w2[k] ?? 0,
    of: larger(line(w, b1[k] ?? 0), alpha),
  }))
  return sum(units, b2)
}

export function deepPieces({ w1, b1, W2, b2, w3, b3 }: DeepNet): Pieces {
  const first = w1.map((w, k) => rectified(line(w, b1[k] ?? 0), 0))
  const second = b2.map((bias, j) => {
    const input = first.map((of, k) => ({ weight: W2[k]?.[j] ?? 0, of }))
    return { weight: w3[j] ?? 0, of: rectified(sum(input, bias), 0) }
  })
  return sum(second, b3)
}
