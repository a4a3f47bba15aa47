import type { Json, Objection } from '../../report/report.ts'
import { isNear } from '../near.ts'
import type { Random } from '../random.ts'
import { drawWhole } from './define-reference.ts'
import type { Read } from './property.ts'

/** A network with one input, one output and hidden ReLUs. */
export interface ReluNet {
  readonly w1: readonly number[]
  readonly b1: readonly number[]
  readonly w2: readonly number[]
  readonly b2: number
}

/** y = slopes[k] x + intercepts[k] between breakpoints[k − 1] and breakpoints[k]. */
export interface Pieces {
  readonly breakpoints: readonly number[]
  readonly slopes: readonly number[]
  readonly intercepts: readonly number[]
}

export function networkAt({ w1, b1, w2, b2 }: ReluNet, x: number): number {
  return w1.reduce((sum, w, k) => sum + (w2[k] ?? 0) * Math.max(0, w * x + (b1[k] ?? 0)), b2)
}

/** The breakpoints must ascend. */
export function piecesAt({ breakpoints, slopes, intercepts }: Pieces, x: number): number {
  const k = countUpTo(breakpoints, x)
  return (slopes[k] ?? Number.NaN) * x + (intercepts[k] ?? Number.NaN)
}

/** How many of the ascending numbers are at most x: by halves, for an answer may have thousands. */
function countUpTo(ascending: readonly number[], x: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the network bends. */
export function kinksOfNet({ w1, b1 }: ReluNet): number[] {
  return w1.flatMap((w, k) => (w === 0 ? [] : [0 - (b1[k] ?? 0) / w]))
}

/** Small fractions, so that everything is exact; dead units, zero weights and coincident kinks among them. */
export function drawNet(random: Random, trial: number): ReluNet {
  if (trial === 0) return { w1: [1], b1: [0], w2: [1], b2: 0 }
  if (trial === 1) return { w1: [-1], b1: [1], w2: [2], b2: 0.5 }
  if (trial === 2) return { w1: [0, 1], b1: [2, -1], w2: [3, 1], b2: 0 }
  if (trial === 3) return { w1: [1, 2], b1: [-1, -2], w2: [1, 1], b2: 0 }
  if (trial === 4) return { w1: [1, 1], b1: [0, -2], w2: [1, -1], b2: 0 }
  const units = drawWhole(random, 1, 6)
  const quarter = () => drawWhole(random, -8, 8) / 4
  const weights = [-2, -1, -0.5, 0, 0.5, 1, 2]
  const weight = () => weights[drawWhole(random, 0, 6)] ?? 1
  return {
    w1: Array.from({ length: units }, weight),
    b1: Array.from({ length: units }, quarter),
    w2: Array.from({ length: units }, () => (random() % 5 === 0 ? 0 : quarter())),
    b2: quarter(),
  }
}

/** What drawn networks meet only by luck, and the statement's example. */
export const CORNER_NETS: readonly ReluNet[] = [
  { w1: [1], b1: [-1], w2: [3], b2: 2 },
  { w1: [], b1: [], w2: [], b2: 1.5 },
  { w1: [0], b1: [2], w2: [3], b2: -1 },
  { w1: [0, 0], b1: [1, -2], w2: [2, 5], b2: 0.25 },
  { w1: [0], b1: [0], w2: [4], b2: 0 },
  { w1: [2], b1: [3], w2: [0], b2: -0.5 },
  { w1: [1, -1], b1: [0, 0], w2: [1, 1], b2: 0 },
  { w1: [1, -1], b1: [-0, 0], w2: [2, -3], b2: 1 },
  { w1: [1, 2, -0.5], b1: [-1, -2, 0.5], w2: [1, 0.5, 2], b2: 0 },
  { w1: [1, 1], b1: [-2, -2], w2: [1, -1], b2: 3 },
  { w1: [-2, 0, 0.5], b1: [1, 1.5, -0.25], w2: [-1, 2, 4], b2: -2 },
  { w1: [1, -1], b1: [-60, -75], w2: [1, 2], b2: 0 },
  // Weights as small as they come: the unit bends all the same.
  { w1: [1 / 1024, -1 / 256], b1: [1 / 1024, 1 / 512], w2: [512, 64], b2: 1 },
  { w1: [0.5, 0.25], b1: [512, -256], w2: [1, -1], b2: 0 },
  { w1: [0.0625], b1: [0.015625], w2: [16], b2: 0.0009765625 },
  // As many digits as there may be: more than float32 has, and than a rounded breakpoint keeps.
  { w1: [1, -2], b1: [-3 - 1 / 1024, 1 + 6 / 1024], w2: [20001, 7], b2: 1 / 512 },
  {
    w1: [1, -1, 2, 0.5, -2, 1, -0.5, 1, 2, 1, -1],
    b1: [0.25, 1, -3, 1.5, -1, -2, 2, 3, 5, -4, -6],
    w2: [1, -0.5, 0.25, 2, 1.5, -1, 0.75, -2, 1, 0.5, -1.25],
    b2: 0.75,
  },
]

/** The right answer, every kink a breakpoint. */
export function piecesOfNet(net: ReluNet): Pieces {
  const breakpoints = [...new Set(kinksOfNet(net))].sort((a, b) => a - b)
  const insides = breakpoints.length === 0 ? [0] : middles(breakpoints)
  const active = (x: number) => net.w1.map((w, k) => (w * x + (net.b1[k] ?? 0) > 0 ? 1 : 0))
  const sum = (x: number, term: (k: number) => number) =>
    active(x).reduce<number>((total, on, k) => total + on * (net.w2[k] ?? 0) * term(k), 0)
  return {
    breakpoints,
    slopes: insides.map((x) => sum(x, (k) => net.w1[k] ?? 0)),
    intercepts: insides.map((x) => net.b2 + sum(x, (k) => net.b1[k] ?? 0)),
  }
}

/** A point inside each piece. */
function middles(breakpoints: readonly number[]): number[] {
  const first = (breakpoints[0] ?? 0) - 1
  const rest = breakpoints.map((at, k) => (at + (breakpoints[k + 1] ?? at + 2)) / 2)
  return [first, ...rest]
}

/** Reads an answer in either form: three lists, or one list of pieces. */
function readPieces(got: Json): Pieces | undefined {
  const form = Array.isArray(got) ? fromList(got) : got
  if (typeof form !== 'object' || form === null) return undefined
  const { breakpoints, slopes, intercepts } = form as { readonly [key: string]: unknown }
  if (![breakpoints, slopes, intercepts].every(Array.isArray)) return undefined
  return { breakpoints, slopes, intercepts } as Pieces
}

function fromList(list: readonly Json[]): Json | undefined {
  if (!list.every((piece) => typeof piece === 'object' && piece !== null)) return undefined
  const pieces = list as readonly PieceInList[]
  return {
    breakpoints: pieces.slice(1).map((piece) => startOf(piece) ?? null),
    slopes: pieces.map((piece) => piece.slope ?? null),
    intercepts: pieces.map((piece) => piece.intercept ?? null),
  }
}

interface PieceInList {
  readonly [key: string]: Json | undefined
}

function startOf({ from, start }: PieceInList): Json | undefined {
  return from ?? start
}

/** A number so large stands for infinity. */
const FAR = 1e6

/** Where the pieces of a list, which say where each ends too, leave a gap or overlap. */
function gapInList(got: Json): Objection | undefined {
  if (!Array.isArray(got)) return undefined
  const pieces = got as readonly PieceInList[]
  const [first, last] = [pieces[0], pieces.at(-1)]
  const begins = first && startOf(first)
  if (typeof begins === 'number' && begins > -FAR) {
    return { text: `the first piece should reach to minus infinity, and begins at ${begins}` }
  }
  const ends = last && endOf(last)
  if (typeof ends === 'number' && ends < FAR) {
    return { text: `the last piece should reach to infinity, and ends at ${ends}` }
  }
  const at = pieces.findIndex((piece, k) => {
    const next = pieces[k + 1]
    const end = endOf(piece)
    return next !== undefined && end !== undefined && end !== startOf(next)
  })
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (piece === undefined || next === undefined) return undefined
  return { text: `a piece ends at ${endOf(piece)}, and the next one begins at ${startOf(next)}` }
}

function endOf({ to, end }: PieceInList): Json | undefined {
  return to ?? end
}

/** A function in pieces, as three lists; or why an answer is none. */
export function readInForm(got: Json): Read {
  const pieces = readPieces(got)
  if (pieces === undefined) {
    const text = 'an object { breakpoints, slopes, intercepts } of three arrays is expected'
    return { objection: { text } }
  }
  const objection = formObjection(pieces) ?? gapInList(got)
  return objection ? { objection } : { answer: pieces as unknown as Json }
}

function formObjection({ breakpoints, slopes, intercepts }: Pieces): Objection | undefined {
  if (breakpoints.some((at) => !Number.isFinite(at))) {
    return {
      text: `a breakpoint is no finite number: [${breakpoints.slice(0, 20).map(String).join(', ')}]`,
      note: 'zero-weight-breakpoint',
    }
  }
  const count = breakpoints.length + 1
  if (slopes.length !== count || intercepts.length !== count) {
    return {
      text: `the list breakpoints has length ${breakpoints.length}, so slopes and intercepts should have length ${count}, one for each piece: theirs are ${slopes.length} and ${intercepts.length}`,
    }
  }
  if (![...slopes, ...intercepts].every(Number.isFinite)) {
    return { text: 'a slope or an intercept is no finite number' }
  }
  const fault = breakpoints.findIndex((at, k) => k > 0 && at <= (breakpoints[k - 1] ?? 0))
  if (fault < 0) return undefined
  const [before, at] = [breakpoints[fault - 1], breakpoints[fault]]
  return before === at
    ? { text: `the breakpoint ${at} is there twice`, note: 'duplicates-not-merged' }
    : { text: `the breakpoint ${at} comes after ${before}`, note: 'unsorted-breakpoints' }
}

/** Why pieces of the right form are not the given function; `kinks` are where that bends. */
export function objectionToPieces(
  pieces: Pieces,
  { at, kinks }: { readonly at: (x: number) => number; readonly kinks: readonly number[] },
): Objection | undefined {
  const cuts = [...new Set([...kinks, ...pieces.breakpoints])].sort((a, b) => a - b)
  // Two points of each piece decide it, and the breakpoints themselves must fit from both sides.
  const points = [...middles(cuts), ...middles(cuts).map((x) => x + 2 ** -20), ...cuts]
  const jump = pieces.breakpoints.findIndex((x, k) => {
    const [left, right] = [line(pieces, k, x), line(pieces, k + 1, x)]
    return !near(left, right)
  })
  if (jump >= 0) {
    const x = pieces.breakpoints[jump] ?? 0
    return {
      text: `the pieces do not meet at ${x}: ${line(pieces, jump, x)} on the left, ${line(pieces, jump + 1, x)} on the right`,
      note: 'discontinuous',
    }
  }
  const wrong = points.find((x) => !near(piecesAt(pieces, x), at(x)))
  if (wrong === undefined) return undefined
  return {
    text: `at ${wrong} the function is ${at(wrong)}, but the pieces give ${piecesAt(pieces, wrong)}`,
  }
}

function line({ slopes, intercepts }: Pieces, k: number, x: number): number {
  return (slopes[k] ?? Number.NaN) * x + (intercepts[k] ?? Number.NaN)
}

/** How far a piece may be off, or of its size where that is larger than 1. */
export const PIECES_WITHIN = 1e-9

function near(a: number, b: number): boolean {
  return isNear(a, b, PIECES_WITHIN * Math.max(1, Math.abs(b)))
}
