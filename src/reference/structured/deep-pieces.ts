import type { Json } from '../../report/report.ts'
import { isNear } from '../near.ts'
import {
  cornerDeepNets,
  type DeepNet,
  deepNetworkAt,
  drawDeepNet,
  firstKinks,
  kinksOfDeepNet,
} from './deep-net.ts'
import { type Asked, cornerSums, isExcluded, objectionWithNote } from './pieces-properties.ts'
import {
  CORNER_NETS,
  drawNet,
  kinksOfNet,
  networkAt,
  PIECES_WITHIN,
  type Pieces,
  piecesAt,
  piecesOfNet,
  type ReluNet,
  readInForm,
} from './piecewise-linear.ts'
import type { Property } from './property.ts'

/** A jump may come from a mistake that says more. */
const JUMP = 'discontinuous'
const LOST_KINKS = 'second-kinks-lost'

/** So near to a kink there is no other one. */
const BESIDE = 2 ** -18

const identity = (z: number) => z

export const piecesOfDeepNetwork: Property = {
  within: PIECES_WITHIN,
  summary: 'the pieces of a network { w1, b1, W2, b2, w3, b3 } with two hidden layers of ReLUs',
  corners: () => cornerDeepNets().map((net) => [net as unknown as Json]),
  trials: 60,
  inputs: (random) => [drawDeepNet(random) as unknown as Json],
  read: readInForm,
  excludes: (note, args) =>
    note === LOST_KINKS
      ? bendsAgain(args[0] as unknown as DeepNet)
      : isExcluded(note, askedOfDeepNet(args)),
  objection: (answer, args) => {
    const net = args[0] as unknown as DeepNet
    const pieces = answer as unknown as Pieces
    const objection = objectionWithNote(pieces, askedOfDeepNet(args))
    if (objection === undefined || (objection.note ?? JUMP) !== JUMP) return objection
    const known = firstKinks(net)
    const isFirst = pieces.breakpoints.every((at) => known.includes(at))
    return isFirst && bendsAgain(net) ? { ...objection, note: LOST_KINKS } : objection
  },
}

/** Whether the function bends where no unit of the first layer does. */
function bendsAgain(net: DeepNet): boolean {
  const known = firstKinks(net)
  const bends = (x: number) => {
    const [before, at, after] = [x - BESIDE, x, x + BESIDE].map((to) => deepNetworkAt(net, to))
    return !isNear((before as number) + (after as number), 2 * (at as number), BESIDE ** 2)
  }
  return kinksOfDeepNet(net).some((x) => !known.some((at) => isNear(at, x, BESIDE)) && bends(x))
}

function askedOfDeepNet([given]: readonly Json[]): Asked {
  const net = given as unknown as DeepNet
  return {
    at: (x) => deepNetworkAt(net, x),
    kinks: kinksOfDeepNet(net),
    mistaken: {
      'second-relu-lost': (x) => deepNetworkAt(net, x, undefined, identity),
      'first-relu-lost': (x) => deepNetworkAt(net, x, identity),
      'output-bias-lost': (x) => deepNetworkAt({ ...net, b3: 0 }, x),
    },
  }
}

export const piecesOfPreluNetwork: Property = {
  within: PIECES_WITHIN,
  summary: 'the pieces of a network { w1, b1, w2, b2 } of pReLUs, for any alpha',
  corners: () =>
    CORNER_NETS.flatMap((net, k) => {
      const alphas = [0.25, 0, 1, -0.5, 2, 1e-4, 100]
      return [alphas[k % alphas.length] as number, 0.5].map((alpha) => [
        net as unknown as Json,
        alpha,
      ])
    }),
  trials: 60,
  inputs: (random, trial) => {
    const net = drawNet(random, trial + 5) as unknown as Json
    return [net, ((random() % 17) - 8) / 4]
  },
  read: readInForm,
  objection: (answer, args) => objectionWithNote(answer as unknown as Pieces, askedOfPrelu(args)),
  excludes: (note, args) => isExcluded(note, askedOfPrelu(args)),
}

function askedOfPrelu([given, alpha]: readonly Json[]): Asked {
  const net = given as unknown as ReluNet
  return {
    at: preluNetwork(net, Number(alpha)),
    kinks: kinksOfNet(net),
    mistaken: {
      'alpha-ignored': (x) => networkAt(net, x),
      // Where alpha is more than 1 it has alpha on the right too, and is told by where it has not.
      'max-form': networkOf(net, (z) => Math.max(z, Number(alpha) * z)),
      'alpha-on-the-right': preluNetwork(net, 1, Number(alpha)),
      'sign-of-the-left': preluNetwork(net, -Number(alpha)),
    },
  }
}

function preluNetwork(net: ReluNet, left: number, right = 1) {
  return networkOf(net, (z) => (z > 0 ? right : left) * z)
}

function networkOf({ w1, b1, w2, b2 }: ReluNet, unit: (z: number) => number) {
  return (x: number) =>
    w1.reduce((sum, w, k) => sum + (w2[k] ?? 0) * unit(w * x + (b1[k] ?? 0)), b2)
}

export const differenceOfPieces: Property = {
  within: PIECES_WITHIN,
  summary: 'the first of two piecewise linear functions minus the second, in pieces',
  corners: cornerSums,
  trials: 60,
  inputs: (random, trial) => {
    const pieces = () => piecesOfNet(drawNet(random, trial + 5))
    return [pieces(), pieces()] as unknown as Json[]
  },
  read: readInForm,
  objection: (answer, args) =>
    objectionWithNote(answer as unknown as Pieces, askedOfDifference(args)),
  excludes: (note, args) => isExcluded(note, askedOfDifference(args)),
}

function askedOfDifference(args: readonly Json[]): Asked {
  const [p, q] = args as unknown as readonly [Pieces, Pieces]
  return {
    at: (x) => piecesAt(p, x) - piecesAt(q, x),
    kinks: [...p.breakpoints, ...q.breakpoints],
    mistaken: {
      added: (x) => piecesAt(p, x) + piecesAt(q, x),
      'order-reversed': (x) => piecesAt(q, x) - piecesAt(p, x),
    },
  }
}
