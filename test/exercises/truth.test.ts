import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../src/exercise.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { truthOf } from '../../src/reference/truth.ts'

/** Values and derivatives by mpmath at 60 digits: an oracle that shares no code with the references. */
interface Truth {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
}

const file = new URL('../fixtures/formula/activations-truth.json', import.meta.url)
const truths: { readonly [name: string]: Truth } = JSON.parse(readFileSync(file, 'utf8'))
const exercises = await loadPack(join(packageRoot(), 'exercises'))

/** The exercise whose function and derivative have these names. */
function exerciseAbout(name: string): Exercise {
  const derivative = `d${name}`
  const found = exercises.find(({ functions }) => functions[name]?.formula && functions[derivative])
  if (found === undefined) throw new Error(`no exercise about ${name}`)
  return found
}

describe('the formulas of the exercises', () => {
  test.each(Object.keys(truths))('%s: value and derivative are the truth', (name) => {
    const exercise = exerciseAbout(name)
    const { columns, rows } = truths[name] as Truth
    for (const [of, column] of [
      [name, 'value'],
      [`d${name}`, 'derivative'],
    ] as const) {
      const written = exercise.functions[of]
      const formula = written?.formula ?? truthOf(exercise, of).formula
      const run = compileFloat64(formula, written?.arguments ?? [])
      const count = written?.arguments.length ?? 1
      for (const row of rows) {
        const expected = Number(row[columns.indexOf(column)])
        const got = run(...row.slice(0, count).map(Number))
        expect(Math.abs(got - expected), `${of}(${row.slice(0, count)})`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        )
      }
    }
  })
})
