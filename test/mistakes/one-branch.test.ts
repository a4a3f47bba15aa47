import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { whereWrong } from '../../src/mistakes/one-branch.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { evaluate, tableOf } from './exercise-tables.ts'

const exercises = await loadPack(join(packageRoot(), 'exercises'))

function told(id: string, name: string, source: string) {
  const exercise = exercises.find((one) => one.id === id)
  if (exercise === undefined) throw new Error(id)
  const written = parseFormula(source)
  const table = tableOf(exercise, name)
  const names = exercise.functions[name]?.arguments ?? []
  return whereWrong(written, table, evaluate(compileFloat64(written, names), table))
}

test.each<[id: string, name: string, source: string, where: string | undefined]>([
  ['ex1', 'tanh', 'x > 4 ? 1 : tanh(x)', 'x > 4'],
  ['ex1', 'tanh', 'x > 4 ? 1 : x < -4 ? -1 : tanh(x)', 'x > 4 || x < -4'],
  ['ex1', 'tanh', 'abs(x) < 0.5 ? x - x ** 3 / 3 : tanh(x)', 'abs(x) < 0.5'],
  ['ex1', 'dtanh', '1 - (x > 4 ? 1 : tanh(x)) ** 2', 'x > 4'],
  ['softplus', 'softplus', 'x <= 5 ? log(1 + exp(x)) : x', 'x > 5'],
  ['elu', 'elu', 'x > alpha ? x : alpha * expm1(x)', 'x <= alpha'],
  ['ex1', 'tanh', 'x > 4 ? tanh(x) : tanh(x)', undefined],
  ['ex1', 'tanh', 'x > 0 ? tanh(x) + 1 : tanh(x) - 1', undefined],
  ['ex1', 'tanh', 'x < 4 ? tanh(x) : 0 / 0', undefined],
  ['ex1', 'tanh', 'tanh(2 * x)', undefined],
  ['ex1', 'tanh', 'x === 0 ? 7 : tanh(x)', 'x === 0'],
  ['ex1', 'tanh', 'x > 0 ? tanh(x) + (x === 1 ? 1 : 0) : tanh(x)', 'x === 1'],
  ['ex1', 'tanh', 'x > 0 ? tanh(x) + 1 - min(1, abs(x - 1) * 1e9) : tanh(x)', undefined],
  // A kink is a point too: a derivative that is 7 there is not right wherever x > 0 does not hold.
  ['ex12', 'drelu', 'x === 0 ? 7 : x > 5 ? 2 : x > 0 ? 1 : 0', 'x === 0 || x > 5'],
])('of %s, %s is %s: wrong where %s', (id, name, source, where) => {
  expect(told(id, name, source)).toBe(where)
})

test('where it is told to be wrong alone, it is right at every other point', () => {
  const far = fc.double({ min: -15, max: 15, noNaN: true }).map((at) => Number(at.toFixed(2)))
  const off = fc.constantFrom('0', '1e-3', '0.2', '-1')
  fc.assert(
    fc.property(far, far, off, off, (a, b, first, second) => {
      const source = `x > ${a} ? tanh(x) + ${first} : x < ${b} ? tanh(x) + ${second} : tanh(x)`
      const where = told('ex1', 'tanh', source)
      if (where === undefined) return
      const holds = Function('x', `return ${where}`) as (x: number) => boolean
      for (let x = -20; x <= 20; x += 0.25) {
        const wrong = x > a ? first !== '0' : x < b && second !== '0'
        if (wrong) expect([where, holds(x)]).toEqual([where, true])
      }
    }),
    { seed: 20261128, numRuns: 30 },
  )
})
