import { describe, expect, test } from 'vitest'
import { unreachedPieces } from '../../src/lint/coverage.ts'
import { HITS, markBranches } from '../../src/lint/reference-branches.ts'
import { runReference } from '../../src/node/run-reference.ts'
import { compileReferences } from '../../src/pack/reference-script.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'

describe('a piece of a formula that no point reaches', () => {
  const rows = (...xs: number[]) => ({ names: ['x'], columns: [Float64Array.from(xs)] })

  test.each([
    ['x > 0 ? x : 0', [-1, 1], []],
    ['x > 0 ? x : 0', [1, 2], ['not x > 0']],
    ['x > 5 ? 1 : x > 3 ? 2 : 3', [0, 1, 6], ['x > 3']],
    ['x > 5 ? (x > 7 ? 1 : 2) : 3', [0], ['x > 5']],
    ['1 + (x === 0 ? 0 : 1 / x)', [0, 1], []],
    ['abs(x) > 3 && x < 0 ? 1 : 2', [4, 0], ['abs(x) > 3 && x < 0']],
  ])('%s', (text, xs, found) => {
    expect(unreachedPieces(parseFormula(text), rows(...xs))).toEqual(found)
  })
})

const TEXT = `import { defineReference } from 'mlp-check/reference'
const sign = (x: number) => (x > 0 ? 1 : -1)
function size(v: number[]): number {
  if (v.length === 0) return 0
  if (v.length > 90) throw new RangeError('too long')
  let sum = 0
  for (const x of v) {
    if (x > 0) sum += x
    else if (x < -5) sum += 5
    else sum -= x
  }
  switch (v.length) {
    case 7: return -sum
    default:
  }
  return sum
}
export const f = defineReference<[v: number[]]>({
  summary: 'a size',
  trials: 1,
  inputs: (random, trial) => (trial === 5 ? [[1]] : [[2, -1]]),
  exact: (v) => size(v) * sign(v[0] ?? 1),
  compute: (tf, v) => (v ? tf.sum(v) : v),
})
// The last line.`

describe('a branch of a reference', () => {
  const exercise = (script: string) =>
    ({ folder: 'f', references: { script, names: ['f'] } }) as never
  const { script } = compileReferences(TEXT, 'reference.ts')
  const marked = markBranches(script)

  test('is whatever a condition opens, but for guards that throw and what runs on tensors', () => {
    expect(marked.branches.map(({ line, when }) => `${line}: ${when}`)).toEqual([
      '2: x > 0 ? …',
      '2: x > 0 ? … : …, its second part',
      '4: if (v.length === 0)',
      '4: no if (v.length === 0)',
      '5: no if (v.length > 90)',
      '8: if (x > 0)',
      '9: if (x < -5)',
      '10: else of if (x < -5)',
      '13: case 7',
    ])
  })

  test('is marked when it is taken, and nothing else changes', async () => {
    const plain = (await runReference(exercise(script))).f as { exact: (v: number[]) => number }
    for (const v of [[], [1, -2], [-9, 3], [1, 2, 3, 4, 5, 6, 7]]) {
      const run = await runReference(exercise(marked.script))
      const { exact } = run.f as typeof plain
      expect(exact(v)).toBe(plain.exact(v))
    }
    const run = await runReference(exercise(marked.script))
    ;(run.f as typeof plain).exact([1, -2])
    expect(Object.keys(run[HITS] as unknown[])).toEqual(['0', '3', '4', '5', '7'])
  })
})
