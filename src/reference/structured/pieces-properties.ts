import type { Json, Objection } from '../../report/report.ts'
import { isNear } from '../near.ts'
import {
  CORNER_NETS,
  drawNet,
  kinksOfNet,
  networkAt,
  objectionToPieces,
  PIECES_WITHIN,
  type Pieces,
  piecesAt,
  piecesOfNet,
  type ReluNet,
  readInForm,
} from './piecewise-linear.ts'
import type { Property } from './property.ts'

/** Networks that a submission may have taken for the given one, by note. */
const MISTAKEN_NETS: { readonly [note: string]: (net: ReluNet) => (x: number) => number } = {
  'orientation-ignored':
    ({ w1, b1, w2, b2 }) =>
    (x) =>
      w1.reduce((sum, w, k) => {
        const b = b1[k] ?? 0
        const on = w === 0 ? b > 0 : x > -b / w
        return sum + (on ? (w2[k] ?? 0) * (w * x + b) : 0)
      }, b2),
  'zero-weight-unit-lost': ({ w1, b1, w2, b2 }) => {
    const kept = w1.flatMap((w, k) => (w === 0 ? [] : [k]))
    const only = (values: readonly number[]) => kept.map((k) => values[k] ?? 0)
    return (x) => networkAt({ w1: only(w1), b1: only(b1), w2: only(w2), b2 }, x)
  },
  'output-bias-lost': (net) => (x) => networkAt({ ...net, b2: 0 }, x),
  'output-weights-lost': (net) => (x) => networkAt({ ...net, w2: net.w2.map(() => 1) }, x),
}

export const piecesOfNetwork: Property = {
  within: PIECES_WITHIN,
  summary: 'the breakpoints, slopes and intercepts of a network { w1, b1, w2, b2 } of ReLUs',
  corners: () => CORNER_NETS.map((net) => [net as unknown as Json]),
  trials: 60,
  inputs: (random, trial) => [drawNet(random, trial) as unknown as Json],
  read: (got, [given]) => {
    const read = readInForm(got)
    if ('answer' in read || read.objection.note !== 'zero-weight-breakpoint') return read
    const known = (given as unknown as ReluNet).w1.includes(0)
    return known ? read : { objection: { text: read.objection.text } }
  },
  objection: (answer, args) => objectionWithNote(answer as unknown as Pieces, askedOfNet(args)),
  excludes: (note, args) => isExcluded(note, askedOfNet(args)),
}

function askedOfNet([given]: readonly Json[]): Asked {
  const net = given as unknown as ReluNet
  const mistaken = Object.entries(MISTAKEN_NETS).map(([note, wrong]) => [note, wrong(net)] as const)
  return {
    at: (x) => networkAt(net, x),
    kinks: kinksOfNet(net),
    mistaken: Object.fromEntries(mistaken),
  }
}

export interface Asked {
  readonly at: (x: number) => number
  /** Where it bends. */
  readonly kinks: readonly number[]
  /** What it may have been taken for, by note. */
  readonly mistaken: { readonly [note: string]: (x: number) => number }
}

/** Why pieces are not the function that is asked for, and which other one they are. */
export function objectionWithNote(pieces: Pieces, asked: Asked): Objection | undefined {
  const { at, kinks, mistaken } = asked
  const objection = objectionToPieces(pieces, { at, kinks })
  if (objection === undefined || isDecided(objection)) return objection
  const points = probes(kinks)
  const note = Object.keys(mistaken).find((name) => {
    const wrong = mistaken[name] as (x: number) => number
    return (
      points.every((x) => isNear(piecesAt(pieces, x), wrong(x), 1e-9)) && isExcluded(name, asked)
    )
  })
  return note === undefined ? objection : { ...objection, note }
}

/** Whether the mistake gives another function than is asked for: who has that did not make it. */
export function isExcluded(note: string, { at, kinks, mistaken }: Asked): boolean {
  const wrong = mistaken[note]
  return wrong !== undefined && probes(kinks).some((x) => !isNear(wrong(x), at(x), 1e-9))
}

/** A form that is wrong explains itself; a jump may come from a mistake that says more. */
function isDecided({ note }: Objection): boolean {
  return note !== undefined && note !== 'discontinuous'
}

/** Points off the kinks. */
function probes(kinks: readonly number[]): number[] {
  const wanted = Array.from({ length: 41 }, (_, k) => k - 20 + 0.123)
  return wanted.filter((x) => kinks.every((kink) => Math.abs(kink - x) > 1e-6))
}

export const sumOfPieces: Property = {
  within: PIECES_WITHIN,
  summary: 'the sum of two piecewise linear functions, in pieces',
  corners: cornerSums,
  trials: 60,
  inputs: (random, trial) => {
    const pieces = () => piecesOfNet(drawNet(random, trial === 0 ? 0 : trial + 5))
    return [pieces(), pieces()] as unknown as Json[]
  },
  read: readInForm,
  objection: (answer, args) => {
    const given = answer as unknown as Pieces
    const [p, q] = args as unknown as readonly [Pieces, Pieces]
    const kinks = [...p.breakpoints, ...q.breakpoints]
    const at = (x: number) => piecesAt(p, x) + piecesAt(q, x)
    const objection = objectionToPieces(given, { at, kinks })
    if (objection === undefined || isDecided(objection)) return objection
    const lost = q.breakpoints.some((at) => !p.breakpoints.includes(at))
    if (!lost || given.breakpoints.join() !== p.breakpoints.join()) return objection
    const ends = (slopes: readonly number[] | undefined) => [slopes?.[0] ?? 0, slopes?.at(-1) ?? 0]
    const [left, right] = ends(given.slopes)
    const summed = [p, q].map(({ slopes }) => ends(slopes))
    const isSum = (at: 0 | 1) => (summed[0]?.[at] ?? 0) + (summed[1]?.[at] ?? 0)
    if (left !== isSum(0) || right !== isSum(1)) return objection
    return { ...objection, note: 'second-breakpoints-lost' }
  },
}

/**
 * First two that bend once, apart; each corner network's pieces with those of the next but one, and
 * the reverse; one with itself.
 */
export function cornerSums(): readonly (readonly Json[])[] {
  const pieces = CORNER_NETS.map(piecesOfNet)
  const pairs = pieces.flatMap((p, k) => {
    const q = pieces[(k + 2) % pieces.length] as Pieces
    return [
      [p, q],
      [q, p],
    ]
  })
  const bend = (at: number) => piecesOfNet({ w1: [1], b1: [-at], w2: [1], b2: 0 })
  const many = pieces.at(-1) as Pieces
  return [[bend(1), bend(2)], ...pairs, [many, many]] as unknown as Json[][]
}
