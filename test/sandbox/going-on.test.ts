import { afterAll, describe, expect, it } from 'vitest'
import { loadTensors } from '../../src/node/embedded-tensorflow.ts'
import { readEngine } from '../../src/node/engine-files.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import type { WorkerRequest } from '../../src/sandbox/protocol.ts'
import { Room, takesTensors } from '../../src/sandbox/room.ts'

/** Loops of the engine's own: none of them makes a turn that it tells of. */
const NATIVE_LOOPS = [
  'new Array(50).fill(0).length',
  '"x".repeat(100).length',
  'JSON.stringify([1, 2, 3]).length',
  '[3, 1, 2].sort()[0]',
  'Float64Array.from([1, 2]).length',
  '[1, 2, 3].indexOf(3)',
]

const POINTS = 601
const MANY = 40
const column = () => Float64Array.from({ length: POINTS }, (_, k) => k)
const leaves = Array.from({ length: MANY }, (_, k) => ({
  do: 'call' as const,
  function: 'f',
  arguments: [{ data: k }],
  as: `v${k}`,
}))
const tensor = { shape: [2], values: Float32Array.of(1, 2) }

/** A request, and how often it calls the function at least. */
const REQUESTS: readonly (readonly [string, WorkerRequest, number])[] = [
  ...[1, 2, 3].map((width) => {
    const columns = Array.from({ length: width }, column)
    const request = { kind: 'evaluate' as const, request: { function: 'f', columns } }
    return [`points of ${width}`, request, POINTS] as const
  }),
  [
    'calls',
    { kind: 'call', request: { function: 'f', calls: leaves.map((_, k) => [k, k + 1]) } },
    MANY * LIMITS.pointsUnheard,
  ],
  [
    'a program',
    { kind: 'program', request: { function: 'f', steps: leaves } },
    MANY * LIMITS.pointsUnheard,
  ],
  [
    'runs whose turns are counted',
    { kind: 'work', request: { function: 'f', runs: [{ arguments: [1] }, { steps: leaves }] } },
    MANY,
  ],
  [
    'gradients',
    {
      kind: 'differentiate',
      request: { function: 'g', calls: Array.from({ length: MANY }, () => [{ tensor }]) },
    },
    MANY * LIMITS.pointsUnheard,
  ],
]

describe.each(REQUESTS)('%s', (_, request, calls) => {
  it.each(NATIVE_LOOPS)('are heard to go on however silent each call is: %s', async (loop) => {
    const heard = { ticks: 0, pieces: 0 }
    const room = new Room(await readEngine(Promise.resolve()), {
      pulse: { tick: () => heard.ticks++, goesOn: () => heard.pieces++ },
      judge: () => undefined,
    })
    const text = [
      `export function f(x: number) { return x + ${loop} }`,
      `export function g(tf: any, x: any) { return tf.mul(x, ${loop}) }`,
    ].join('\n')
    const wanted = ['f', 'g'].map((name) => ({ name, arguments: ['x'], symbolic: false }))
    const source = { file: 'a.ts', text, siblings: {} }
    room.answer({ request: { kind: 'load', source, wanted, ahead: [] } })
    Object.assign(heard, { ticks: 0, pieces: 0 })
    const tensors = takesTensors(request) ? await loadTensors() : undefined
    room.answer({ request, tensors })
    expect(heard.pieces).toBeGreaterThanOrEqual(calls / LIMITS.pointsUnheard)
    // They would have been silent: but for the counting of turns, which turns a loop of its own.
    if (request.kind !== 'work') expect(heard.ticks).toBeLessThanOrEqual(LIMITS.fewTicks)
  })
})

describe('a thread', () => {
  const sandbox = openSandbox({ watchLooks: 2 })
  afterAll(() => sandbox.close())

  it('is not ended for native loops that are long together', async () => {
    const session = sandbox.session()
    const text = 'export const f = (x: number) => new Array(2e5).fill(x).indexOf(-1) + 1 + x'
    const wanted = [{ name: 'f', arguments: ['x'], symbolic: false }]
    await session.load({ file: 'a.ts', text, siblings: {} }, wanted)
    const points = Float64Array.from({ length: POINTS }, (_, k) => k)
    const { values, ended } = await session.evaluate({ function: 'f', columns: [points] })
    expect(ended).toBeUndefined()
    expect(values).toEqual(points)
    await session.close()
  })
})
