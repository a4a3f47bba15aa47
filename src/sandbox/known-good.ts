import type { Loading, LoadRequest } from './protocol.ts'

/**
 * A program that is known to be good, and what it gives. Before a lost thread costs anybody a
 * point, a fresh one must run this: the machine's own trouble is no submission's fault.
 */
const source = `interface Pair { x: number; half: number }
const pairs: Pair[] = Array.from({ length: 1000 }, (_, k) => ({ x: k, half: k / 2 }))
export function f(x: number): number {
  return pairs.reduce((sum, { half }) => sum + half, 0) - 249750 + Math.max(0, x) * 2
}
`
const points = [-2, -0.5, 0, 1, 3.25]

export const KNOWN_GOOD: LoadRequest = {
  kind: 'load',
  source: { file: 'known-good.ts', text: source, siblings: {} },
  wanted: [{ name: 'f', arguments: ['x'], symbolic: true }],
  ahead: [{ function: 'f', columns: [Float64Array.from(points)] }],
}

export function answersRight({ ahead }: Loading): boolean {
  const values = ahead[0]?.values ?? []
  return points.every((x, index) => values[index] === Math.max(0, x) * 2)
}
