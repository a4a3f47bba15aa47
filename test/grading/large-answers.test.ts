import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Checker, openChecker } from '../../src/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import { LARGE } from '../sandbox/large-programs.ts'

const WRONG = `export const tanh = (x: number): number => Math.tanh(x)
export const dtanh = (x: number): number => 1 - Math.tanh(x)
`

let checker: Checker
beforeAll(async () => {
  checker = await openChecker({ cwd: packageRoot(), backend: 'tfjs', cache: false })
})
afterAll(() => checker.close())

/** What is too long to be followed leaves the numbers to decide: they must still be asked. */
it.each(Object.entries(LARGE))('a wrong answer stays wrong beside: %s', async (_, large) => {
  const { submissions } = await checker.grade({ exercise: 'ex1', source: WRONG + large })
  const [{ status, score, checks } = {}] = submissions
  expect({ status, score }).toEqual({ status: 'failed', score: 400 })
  const wrong = checks?.find(({ id }) => id === 'dtanh-derivative')
  expect(wrong).toMatchObject({ status: 'failed', cause: 'wrong-answer' })
})
