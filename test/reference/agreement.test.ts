import { expect, it } from 'vitest'
import { differentiate } from '../../src/formula/differentiate.ts'
import { agreementOf, kinkConventions, tablesOf } from '../../src/reference/agreement.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { exerciseOf, services } from './exercise-fixture.ts'

const exercise = exerciseOf({
  functions: { f: { formula: 'relu(x)' }, df: { of: 'f' } },
})
const size = { seed: 1, points: 100, exhaustive: false }

it('a backend agrees with itself', async () => {
  const tables = await tablesOf([exercise], services.backend, size)
  expect(tables.map((table) => agreementOf(table, table))).toMatchObject([
    { function: 'f', kinks: 0, apart: 0, broken: 0, disputed: [0, 0] },
    { function: 'df', kinks: 1, apart: 0, broken: 0, disputed: [0, 0] },
  ])
})

it('a backend that leaves the budget is noticed, off the kinks only', async () => {
  const [table] = await tablesOf([exercise], services.backend, size)
  if (table === undefined) throw new Error('no table')
  const off = (index: number) => ({
    ...table,
    tensorflow: table.tensorflow.map((value, i) => (i === index ? value + 1e-3 : value)),
  })
  expect(agreementOf(table, off(1))).toMatchObject({ broken: 1 })
  const kink = { ...off(1), kink: table.kink.with(1, 1) }
  expect(agreementOf(kink, kink)).toMatchObject({ broken: 0 })
})

it('the convention of a backend is shown beside both one-sided derivatives', async () => {
  const formula = parseFormula('max(p * x, x)')
  const spelling = { text: 'max(p * x, x)', formula, slope: differentiate(formula, 'x') }
  expect(await kinkConventions([spelling], 0.25, services.backend)).toEqual([
    { formula: 'max(p * x, x)', at: 0, left: 0.25, right: 1, tensorflow: 0.25 },
  ])
})
