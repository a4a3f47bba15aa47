import type { CheckKinds } from '../checks/define-check.ts'
import type { Missing } from './contradictions/specified.ts'
import type { SpecDefect } from './defect.ts'
import { type ExerciseSource, exerciseSchema } from './schema.ts'
import type { SpecPath } from './spec-positions.ts'

/** What of a spec with faulty parts can be looked at all the same, so that all is told at once. */
export interface Salvaged {
  readonly source: ExerciseSource
  readonly missing: Missing
  /** Where a defect of what is left stands in the whole. */
  readonly placed: (defect: SpecDefect) => SpecDefect
}

type Block = { readonly [key: string]: unknown }

/** What stands for a faulty part of the top level. */
const STAND_INS: Block = {
  id: 'unnamed',
  title: 'untitled',
  source: 'unknown',
  hints: ['one', 'two', 'three'],
}

/** Lists and blocks whose entries are left out one by one. */
const BY_ENTRY = ['parameters', 'functions', 'checks', 'mistakes']

export function salvage(
  data: unknown,
  faults: readonly SpecPath[],
  kinds: CheckKinds,
): Salvaged | undefined {
  if (!isBlock(data)) return undefined
  const isFaulty = (...path: SpecPath) =>
    faults.some((fault) => path.every((key, index) => fault[index] === key))
  const isWhole = (key: string) => faults.some((fault) => fault.length === 1 && fault[0] === key)
  const kept: { [key: string]: readonly number[] } = {}
  const left = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    if (!BY_ENTRY.includes(key)) return isFaulty(key) ? [] : [[key, value]]
    if (isWhole(key)) return []
    if (Array.isArray(value)) {
      const indices = value.map((_, index) => index).filter((index) => !isFaulty(key, index))
      kept[key] = indices
      return [[key, indices.map((index) => value[index])]]
    }
    return [[key, isBlock(value) ? entriesOf(value, (name) => !isFaulty(key, name)) : value]]
  })
  const parsed = exerciseSchema(kinds).safeParse({
    ...STAND_INS,
    functions: {},
    ...Object.fromEntries(left),
  })
  if (!parsed.success) return undefined
  const parts = new Set([...faults.map(([key]) => String(key))])
  return {
    source: parsed.data,
    missing: {
      functions: namesOf(data.functions, (name) => isFaulty('functions', name)),
      checks: checkIds(data.checks, (index) => isFaulty('checks', index)),
      parts,
    },
    placed: (defect) => placed(defect, kept),
  }
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(block: Block, keep: (name: string) => boolean): Block {
  return Object.fromEntries(Object.entries(block).filter(([name]) => keep(name)))
}

function namesOf(functions: unknown, isFaulty: (name: string) => boolean): Set<string> {
  return new Set(isBlock(functions) ? Object.keys(functions).filter(isFaulty) : [])
}

/** As the faulty checks would be called. */
function checkIds(checks: unknown, isFaulty: (index: number) => boolean): Set<string> {
  const faulty = Array.isArray(checks) ? checks.filter((_, index) => isFaulty(index)) : []
  return new Set(
    faulty
      .filter(isBlock)
      .flatMap(({ id, function: target, kind }) => [
        String(id),
        `${String(target ?? 'file').toLowerCase()}-${String(kind)}`,
      ]),
  )
}

function placed(
  defect: SpecDefect,
  kept: { readonly [key: string]: readonly number[] },
): SpecDefect {
  const [key, index, ...rest] = defect.path
  const place = typeof index === 'number' ? kept[String(key)]?.[index] : undefined
  return place === undefined ? defect : { ...defect, path: [key as string, place, ...rest] }
}
