import type { Json, Objection } from '../../report/report.ts'
import { drawWhole } from './define-reference.ts'
import type { Property, Read } from './property.ts'

/** Curves that a plot may show, by name. */
const CURVES: { readonly [name: string]: (x: number) => number } = {
  'tanh(x) + 1': (x) => Math.tanh(x) + 1,
  '2 sigmoid(2x)': (x) => 2 / (1 + Math.exp(-2 * x)),
  'relu(x)': (x) => Math.max(0, x),
}

/** Other curves that are drawn instead, by note; each for all names of the first list. */
const MISTAKEN: {
  readonly [note: string]: { readonly of: string; readonly is: (x: number) => number }
} = {
  'shift-lost': { of: 'tanh(x) + 1', is: Math.tanh },
  'argument-not-doubled': { of: '2 sigmoid(2x)', is: (x) => 2 / (1 + Math.exp(-x)) },
  'factor-lost': { of: '2 sigmoid(2x)', is: (x) => 1 / (1 + Math.exp(-2 * x)) },
}

type Point = readonly [x: number, y: number]

const MOST_POINTS = 1000
/** How far the drawn line may be from the curve: less than the width of a pen. */
const WITHIN = 0.01
/** Between two points the line is looked at in such steps. */
const STEP = 0.02

const NAMES = Object.keys(CURVES)

export const drawnCurve: Property = {
  within: WITHIN,
  summary: 'points from low to high whose connecting line is within 0.01 of the curve',
  corners: () =>
    NAMES.flatMap((name) => [
      [name, -4, 4],
      [name, -1, 3],
      [name, -2.5, 0.3],
      [name, 0, 10],
      [name, -7, -0.5],
      [name, -20, 20],
      [name, -0.01, 0.02],
      [name, -19.99, 13.37],
      [name, 0.5, 3],
      [name, 12, 20],
    ]),
  trials: 20,
  inputs: (random, trial) => {
    const low = drawWhole(random, -2000, 1990)
    const high = drawWhole(random, low + 10, 2000)
    return [NAMES[trial % NAMES.length] ?? '', low / 100, high / 100]
  },
  read: readPoints,
  objection: (answer, [name, low, high]) => {
    const points = answer as unknown as readonly Point[]
    const range = { low: Number(low), high: Number(high) }
    return formObjection(points, range) ?? curveObjection(points, String(name))
  },
}

/** `[[x, y], …]`, `[{ x, y }, …]`, or two lists `{ x, y }` (also `{ xs, ys }`). */
function readPoints(got: Json): Read {
  const points = Array.isArray(got) ? got.map(pointOf) : listed(got)
  const isRead = points?.every((point) => point !== undefined)
  if (isRead) return { answer: points as unknown as Json }
  return { objection: { text: 'points [x, y] are expected, in an array' } }
}

function pointOf(item: Json): Point | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const [x, y] = Array.isArray(item) ? item : [(item as Both).x, (item as Both).y]
  const isPair = !Array.isArray(item) || item.length === 2
  return isPair && typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}

interface Both {
  readonly x?: Json
  readonly y?: Json
}

function listed(got: Json): (Point | undefined)[] | undefined {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return undefined
  const { x, y, xs = x, ys = y } = got as { readonly [key: string]: Json }
  if (!Array.isArray(xs) || !Array.isArray(ys) || xs.length !== ys.length) return undefined
  return xs.map((value, k) => pointOf([value, ys[k] as Json]))
}

interface Span {
  readonly low: number
  readonly high: number
}

function formObjection(points: readonly Point[], { low, high }: Span): Objection | undefined {
  if (points.length > MOST_POINTS) {
    return { text: `${points.length} points are given, where ${MOST_POINTS} at most are allowed` }
  }
  const [first, last] = [points[0]?.[0], points.at(-1)?.[0]]
  if (first === undefined || last === undefined) return { text: 'there is no point' }
  if (Math.abs(first - low) > 1e-9 || Math.abs(last - high) > 1e-9) {
    return {
      text: `the line should reach from ${low} to ${high}, and it reaches from ${first} to ${last}`,
      note: 'range-not-covered',
      part: {
        where: `[0], [${points.length - 1}]`,
        value: [points[0], points.at(-1)] as unknown as Json,
      },
    }
  }
  const back = points.findIndex(([x], k) => k > 0 && x < (points[k - 1]?.[0] ?? x))
  if (back < 0) return undefined
  return {
    text: `the point at ${points[back]?.[0]} comes after the one at ${points[back - 1]?.[0]}`,
    ...partAt(points, back - 1, back),
  }
}

function curveObjection(points: readonly Point[], name: string): Objection | undefined {
  const curve = CURVES[name] as (x: number) => number
  const off = points.findIndex(([x, y]) => !(Math.abs(y - curve(x)) <= WITHIN))
  if (off >= 0) {
    const [x, y] = points[off] as Point
    const text = `at ${x} the point is at ${y}, and ${name} is ${curve(x)}`
    const note = mistakenFor(points, name)
    return { text, ...(note && { note }), ...partAt(points, off, off) }
  }
  const isFar = (to: Point, k: number) =>
    k > 0 && farFrom(curve, points[k - 1] as Point, to) !== undefined
  const gap = points.findIndex(isFar)
  if (gap < 0) return undefined
  const [from, to] = [points[gap - 1] as Point, points[gap] as Point]
  const x = farFrom(curve, from, to) as number
  return {
    text: `between the points at ${from[0]} and ${to[0]} the line is at ${heightAt(from, to, x)} where x is ${x}, and ${name} is ${curve(x)}`,
    note: name === 'relu(x)' ? 'kink-missed' : 'too-few-points',
    ...partAt(points, gap - 1, gap),
  }
}

/** The points from one to another of hundreds. */
function partAt(points: readonly Point[], from: number, to: number): Pick<Objection, 'part'> {
  const where = from === to ? `[${from}]` : `[${from}], [${to}]`
  return { part: { where, value: points.slice(from, to + 1) as unknown as Json } }
}

function mistakenFor(points: readonly Point[], name: string): string | undefined {
  const found = Object.entries(MISTAKEN).find(
    ([, { of, is }]) => of === name && points.every(([x, y]) => Math.abs(y - is(x)) <= 1e-6),
  )
  return found?.[0]
}

/** A place between two points where the line leaves the curve. */
function farFrom(curve: (x: number) => number, from: Point, to: Point): number | undefined {
  const [low, high] = [from[0], to[0]]
  const isFar = (x: number) => Math.abs(heightAt(from, to, x) - curve(x)) > WITHIN
  // The kink of ReLU, which may lie between two steps.
  if (low < 0 && high > 0 && isFar(0)) return 0
  const steps = Math.max(4, Math.ceil((high - low) / STEP))
  for (let step = 1; step < steps; step++) {
    const x = low + (step / steps) * (high - low)
    if (isFar(x)) return x
  }
  return undefined
}

function heightAt([x0, y0]: Point, [x1, y1]: Point, x: number): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}
