import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextDown, nextUp } from '../../src/reference/float32.ts'
import { parameterSets, type SamplingPlan, samplePoints } from '../../src/reference/points.ts'

const plan: SamplingPlan = {
  exercise: 'ex2',
  seed: 7,
  points: 4096,
  exhaustive: false,
  names: ['x', 'alpha'],
  variable: 'x',
  domain: [-20, 20],
  parameters: { alpha: [0.25, 1.5] },
  kinks: () => [3],
  extra: [],
}

function rows(change: Partial<SamplingPlan> = {}): number[][] {
  const [first = new Float64Array(), ...rest] = samplePoints({ ...plan, ...change })
  return [...first].map((x, i) => [x, ...rest.map((column) => column[i] ?? Number.NaN)])
}

describe('the sample points', () => {
  it('are as many as asked for, each once', () => {
    const keys = rows().map(String)
    expect(keys).toHaveLength(4096)
    expect(new Set(keys).size).toBe(4096)
  })

  it('lie in the domain and are float32 numbers, while parameters stay as written', () => {
    for (const [x = Number.NaN, alpha] of rows({ parameters: { alpha: [0.01] } })) {
      expect(x >= -20 && x <= 20 && Math.fround(x) === x && !Object.is(x, -0)).toBe(true)
      expect(alpha).toBe(0.01)
    }
  })

  it.each([
    0,
    20,
    -20,
    -0.5,
    7,
    0.1,
    -1e-7,
    1e-12,
    3,
    3 + 1e-3,
    3 - 1e-6,
    nextUp(3),
    nextDown(3),
    nextUp(0),
    nextDown(0),
  ])('contain %d at each parameter value', (x) => {
    const keys = new Set(rows().map(String))
    for (const alpha of [0.25, 1.5]) expect(keys).toContain(String([Math.fround(x), alpha]))
  })

  it('are known numbers, so that no engine or release can draw others', () => {
    const [xs = new Float64Array()] = samplePoints({ ...plan, parameters: { alpha: [1] } })
    let hash = 0
    for (const bits of new Uint32Array(Float32Array.from(xs).buffer)) {
      hash = Math.imul(hash ^ bits, 0x01000193)
    }
    expect([...xs.slice(-3)]).toMatchInlineSnapshot(`
      [
        -14.179607391357422,
        19.57905387878418,
        -1.9708443232957507e-7,
      ]
    `)
    expect(hash >>> 0).toMatchInlineSnapshot(`2157700861`)
  })

  it('change with the seed and with the exercise, and with nothing else', () => {
    expect(rows()).toEqual(rows())
    expect(rows({ seed: 8 })).not.toEqual(rows())
    expect(rows({ exercise: 'ex1' })).not.toEqual(rows())
  })

  it('begin with the extra rows, exactly as given', () => {
    expect(rows({ extra: [[0.1, 0.3]] })[0]).toEqual([0.1, 0.3])
  })

  it('include every finite bfloat16 number when exhaustive', () => {
    const all = rows({ exhaustive: true, points: 1, domain: [-4e38, 4e38], parameters: {} })
    const found = new Set(all.map(([x = 0]) => x))
    const view = new DataView(new ArrayBuffer(4))
    let count = 0
    for (let upper = 0; upper < 0x10000; upper += 1) {
      view.setUint16(0, upper)
      const value = view.getFloat32(0)
      if (!Number.isFinite(value)) continue
      count += 1
      expect(found.has(value + 0)).toBe(true)
    }
    expect(count).toBe(65_280)
  })

  it('keep the telling points of any domain, however few are asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 1, max: 50 }),
        (low, size) => {
          const xs = rows({ points: 1, domain: [low, low + size] }).map(([x]) => x)
          for (let x = low; x <= low + size; x += 1) expect(xs).toContain(x + 0)
        },
      ),
    )
  })
})

describe('several parameters', () => {
  it('are tried in every combination while those are few', () => {
    const sets = parameterSets({ parameters: { alpha: [1, 2], beta: [3, 4] } })
    expect(sets.map(({ alpha, beta }) => [alpha, beta])).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ])
  })

  it('are varied one at a time beyond that', () => {
    const values = Array.from({ length: 9 }, (_, k) => k)
    expect(parameterSets({ parameters: { alpha: values, beta: values } })).toHaveLength(17)
  })
})

describe('float32 neighbours', () => {
  it('are adjacent: nothing lies between', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: -(2 ** 100), max: 2 ** 100 }), (x) => {
        const up = nextUp(x)
        expect(up).toBeGreaterThan(x)
        expect(nextDown(-x)).toBe(-up)
        if (Math.abs(x) > 1e-37) expect([x, up]).toContain(Math.fround((x + up) / 2))
      }),
    )
  })
})
