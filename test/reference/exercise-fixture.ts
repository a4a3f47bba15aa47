import type { Exercise, FunctionSpec, KinkSpec } from '../../src/exercise.ts'
import { loadEmbedded } from '../../src/node/embedded-tensorflow.ts'
import { runReference } from '../../src/node/run-reference.ts'
import { NO_CACHE } from '../../src/reference/cache.ts'
import type { ReferenceServices } from '../../src/reference/reference.ts'
import type { TableRequest } from '../../src/reference/table.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { embeddedBackend } from '../../src/tensorflow/backend.ts'

export interface FunctionFixture {
  readonly formula?: string
  readonly of?: string
  readonly in?: string
  readonly kinks?: readonly KinkSpec[]
  readonly arguments?: readonly string[]
}

interface ExerciseFixture {
  readonly functions: { readonly [name: string]: FunctionFixture }
  readonly parameters?: { readonly [name: string]: readonly number[] }
  readonly domain?: readonly [number, number]
}

/** An exercise as the loader would give it. */
export function exerciseOf(fixture: ExerciseFixture): Exercise {
  const { functions, parameters = {}, domain = [-20, 20] } = fixture
  const names = ['x', ...Object.keys(parameters)]
  return {
    id: 'trial',
    folder: 'trial',
    aliases: [],
    title: 'A trial',
    source: 'none',
    domain,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [
        name,
        { values, default: values[0] ?? 1, assume: [] },
      ]),
    ),
    functions: Object.fromEntries(
      Object.entries(functions).map(([name, row]) => [name, functionOf(name, names, row)]),
    ),
    checks: [],
    mistakes: [],
    equivalents: [],
    hints: [],
    sha256: '0',
  }
}

function functionOf(name: string, names: readonly string[], row: FunctionFixture): FunctionSpec {
  const base: FunctionSpec = {
    name,
    signature: '',
    arguments: row.arguments ?? names,
    shape: 'scalar',
    kinks: row.kinks ?? [],
    summary: name,
  }
  const withFormula =
    row.formula === undefined ? base : { ...base, formula: parseFormula(row.formula) }
  if (row.of === undefined) return withFormula
  return { ...withFormula, derivative: { of: row.of, in: row.in ?? 'x' } }
}

export function request(name: string, change: Partial<TableRequest> = {}): TableRequest {
  return {
    exercise: 'trial',
    specSha256: '0',
    function: name,
    seed: 1,
    points: 1024,
    exhaustive: false,
    extra: [],
    ...change,
  }
}

export const services: ReferenceServices = {
  backend: embeddedBackend('under test', loadEmbedded),
  cache: NO_CACHE,
  runReference,
}
