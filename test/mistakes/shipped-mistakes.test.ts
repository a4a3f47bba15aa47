import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Exercise, FunctionSpec } from '../../src/exercise.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { recogniseOverflow } from '../../src/mistakes/far-out.ts'
import { recogniseMistake } from '../../src/mistakes/recognise.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { evaluate, extremeTableOf, failures, overflows, tableOf } from './exercise-tables.ts'
import { functionsOf, mistakeFiles, rightFiles } from './shipped-solutions.ts'

const isComparedPointwise = (spec: FunctionSpec) =>
  spec.shape === 'scalar' && (spec.formula ?? spec.derivative) !== undefined

const asksFarOut = ({ checks }: Exercise, name: string) =>
  checks.some((check) => check.kind === 'stability' && check.function === name)

const all = await loadPack(join(packageRoot(), 'exercises'))
const exercises = all.filter(({ functions }) => Object.values(functions).some(isComparedPointwise))

describe.each(exercises.map((exercise) => [exercise.folder, exercise] as const))(
  '%s',
  (folder, exercise) => {
    const scalar = Object.values(exercise.functions).filter(isComparedPointwise)
    const tables = new Map(scalar.map(({ name }) => [name, tableOf(exercise, name)]))
    const tableFor = (name: string) => {
      const table = tables.get(name)
      if (table === undefined) throw new Error(`no table for ${name}`)
      return table
    }

    test.each(rightFiles(folder))('%s is right, finite and no known mistake', async (file) => {
      const functions = await functionsOf(file)
      for (const { name } of scalar) {
        const run = functions[name]
        if (run === undefined) throw new Error(`${file} does not export ${name}`)
        const got = evaluate(run, tableFor(name))
        expect(failures(tableFor(name), got), name).toEqual([])
        expect(recogniseMistake(exercise, name, tableFor(name), got), name).toBeUndefined()
        if (!asksFarOut(exercise, name)) continue
        const extreme = extremeTableOf(exercise, name)
        expect(overflows(extreme, evaluate(run, extreme)), name).toEqual([])
      }
    })

    test('one number everywhere is called that, unless the exercise knows better', () => {
      const own = exercise.mistakes.map(({ note }) => note)
      for (const { name } of scalar) {
        for (const value of [0, 1, -1, 0.5, 7]) {
          const table = tableFor(name)
          const got = evaluate(() => value, table)
          const note = recogniseMistake(exercise, name, table, got)?.note
          expect([...own, 'constant-value'], `${name} is ${value}`).toContain(note)
        }
      }
    })

    // Mistakes with structured data need the checks themselves: the linter holds those.
    const allScalar = scalar.length === Object.keys(exercise.functions).length
    test.each(allScalar ? mistakeFiles(folder) : [])(
      '%s is recognised by its note',
      async (file) => {
        const functions = await functionsOf(file)
        const notes = new Set<string | undefined>()
        for (const { name } of scalar) {
          const run = functions[name]
          if (run === undefined) throw new Error(`${file} does not export ${name}`)
          const got = evaluate(run, tableFor(name))
          if (failures(tableFor(name), got).length > 0) {
            notes.add(recogniseMistake(exercise, name, tableFor(name), got)?.note)
          } else {
            const extreme = extremeTableOf(exercise, name)
            const lost = overflows(extreme, evaluate(run, extreme))
            if (lost.length > 0) notes.add(recogniseOverflow(exercise, name).note)
          }
        }
        expect([...notes]).toEqual([basename(file, '.ts')])
      },
    )

    test.each(
      exercise.mistakes.flatMap((mistake) =>
        mistake.formula === undefined
          ? []
          : [[mistake.note, mistake.formulaText, mistake] as const],
      ),
    )('%s is recognised by the numbers of %s', (note, _text, mistake) => {
      const table = tableFor(mistake.function)
      if (mistake.formula === undefined) return
      const got = evaluate(compileFloat64(mistake.formula, table.names), table)
      expect(failures(table, got)).not.toEqual([])
      expect(recogniseMistake(exercise, mistake.function, table, got)?.note).toBe(note)
    })
  },
)
