import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Exercise } from '../../src/exercise.ts'
import { referenceTable } from '../../src/reference/reference.ts'
import { exerciseOf, request, services } from './exercise-fixture.ts'

interface Activation {
  readonly kinks: readonly number[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
}

const file = new URL('../fixtures/formula/activations-truth.json', import.meta.url)
const activations: { [name: string]: Activation } = JSON.parse(readFileSync(file, 'utf8'))

/** float32 of TensorFlow.js, as a share of max(1, |truth|), over the whole line. */
const FLOAT32_BUDGET = 2e-5

describe.each(Object.entries(activations))('%s', (name, { columns, rows }) => {
  const hasParameter = columns.includes('parameter')
  const exercise = exerciseOf({
    domain: [-20, 20],
    parameters: hasParameter ? { parameter: [...new Set(rows.map((row) => Number(row[1])))] } : {},
    functions: {
      value: { formula: hasParameter ? `${name}(x, parameter)` : `${name}(x)` },
      derivative: { of: 'value' },
    },
  })

  it.each(['value', 'derivative'])('has the true %s in float64 and TensorFlow.js', async (of) => {
    const table = await tableAt(exercise, of, rows, hasParameter ? 2 : 1)
    const truth = rows.map((row) => Number(row[columns.indexOf(of)]))
    for (const [i, expected] of truth.entries()) {
      const scale = Math.max(1, Math.abs(expected))
      expect(Math.abs((table.low[i] ?? Number.NaN) - expected) / scale).toBeLessThan(4e-15)
      expect(table.high[i]).toBe(table.low[i])
      if (table.disputed[i] === 1) continue
      expect(Math.abs((table.tensorflow[i] ?? Number.NaN) - expected) / scale).toBeLessThan(
        FLOAT32_BUDGET,
      )
    }
  })

  it.each(['value', 'derivative'])('disputes no %s of TensorFlow.js on [-20, 20]', async (of) => {
    const near = rows.filter((row) => Math.abs(Number(row[0])) <= 20)
    const table = await tableAt(exercise, of, near, hasParameter ? 2 : 1)
    expect(table.agreement.disputed).toBe(0)
    expect(table.agreement.largest).toBeLessThan(5e-6)
  })
})

function tableAt(exercise: Exercise, of: string, rows: Activation['rows'], inputs: number) {
  const extra = rows.map((row) => row.slice(0, inputs).map(Number))
  return referenceTable(exercise, request(of, { points: 0, extra }), services)
}
