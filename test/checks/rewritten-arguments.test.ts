import { describe, expect, test } from 'vitest'
import { exerciseCalled, openJudge } from './judge-text.ts'

const judge = openJudge()

const forward = (before: string) => `
export function forward(X: number[][], p: any): number[][] {
  const layer = (A: number[][], W: number[][], b: number[]) =>
    A.map((row) => b.map((start, j) => row.reduce((sum, v, i) => sum + v * W[i][j], start)))
  const O = layer(layer(X, p.W1, p.b1).map((row) => row.map((z) => Math.max(0, z))), p.W2, p.b2)
  ${before}
  return O
}`

const toSigmoidNet = (target: string) => `
export function toSigmoidNet(net: any) {
  const out = ${target}
  const sums = out.b2.map((_: number, k: number) => out.W2.reduce((s: number, row: number[]) => s + row[k], 0))
  for (const row of [...out.W1, out.b1, ...out.W2]) row.forEach((v: number, k: number) => { row[k] = 2 * v })
  out.b2 = out.b2.map((b: number, k: number) => b - sums[k])
  return out
}`

describe('where the statement says that arguments stay as they are', () => {
  test.each([
    ['X[0][0] = 99', 'X'],
    ['p.b1[0] += 1', 'params'],
    ['p.more = 1', 'params'],
    ['X.push([1])', 'X'],
  ])('a right result fails after %s, and the argument %s is named', async (before, argument) => {
    const checks = await judge(exerciseCalled('ex8'), forward(before))
    expect(checks['forward-call']).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
    expect(checks['forward-call']?.message).toContain(`its argument ${argument} unchanged`)
  })

  test('what leaves them, or only gives its own variables new values, passes', async () => {
    for (const before of ['', 'X = []; p = null']) {
      const checks = await judge(exerciseCalled('ex8'), forward(before))
      expect(checks['forward-call']?.status).toBe('passed')
    }
  })

  test('a network that is converted in place fails, and a converted copy passes', async () => {
    const judged = async (target: string) => {
      const checks = await judge(exerciseCalled('ex5'), toSigmoidNet(target))
      return Object.values(checks).find(({ id }) => id.startsWith('tosigmoidnet'))
    }
    expect((await judged('net'))?.message).toContain('its argument net unchanged')
    expect((await judged('JSON.parse(JSON.stringify(net))'))?.status).toBe('passed')
  })
})

test('where it says nothing, an elimination may work in place', async () => {
  const text = `export function rank(W: number[][]) {
    let r = 0
    for (let c = 0; c < W[0].length && r < W.length; c++) {
      let p = r
      for (let i = r; i < W.length; i++) if (Math.abs(W[i][c]) > Math.abs(W[p][c])) p = i
      if (Math.abs(W[p][c]) < 1e-9) continue
      const swap = W[p]; W[p] = W[r]; W[r] = swap
      for (let i = r + 1; i < W.length; i++) {
        const f = W[i][c] / W[r][c]
        for (let k = 0; k < W[0].length; k++) W[i][k] -= f * W[r][k]
      }
      r++
    }
    return r
  }`
  const checks = await judge(exerciseCalled('ex6'), text)
  expect(checks['rank-call']?.status).toBe('passed')
})
