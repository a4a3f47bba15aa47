import { compileFloat64 } from '../../formula/evaluate.ts'
import type { Expr } from '../../formula/expr.ts'
import { printFormula } from '../../formula/print.ts'
import { MOST_STEPS, stepsOn } from '../../formula/steps.ts'
import { variablesIn } from '../../formula/variables.ts'
import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

export function domainDefects({
  exercise: {
    domain: [low, high],
  },
}: Specified): SpecDefect[] {
  if (low < high) return []
  const advice = low === high ? 'the second end lies above the first' : `write [${high}, ${low}]`
  return [{ path: ['domain'], message: `[${low}, ${high}] holds no interval`, advice }]
}

export function kinkDefects(spec: Specified): SpecDefect[] {
  return Object.entries(spec.source.functions).flatMap(([name, { kinks }]) =>
    kinks.flatMap(({ at }, index): SpecDefect[] => {
      const path = ['functions', name, 'kinks', index, 'at']
      if (kinks.findIndex((other) => other.at === at) < index) {
        const message = `the kink at ${at} is there twice`
        return [{ path, message, advice: 'keep one of the two' }]
      }
      return [...placeDefects(spec, { name, index }), ...pinDefects(spec, { name, index })]
    }),
  )
}

interface Listed {
  /** The function, and which of its kinks. */
  readonly name: string
  readonly index: number
}

/** A kink that no set of the listed values has in the domain is one that nobody is asked about. */
function placeDefects({ exercise, missing }: Specified, { name, index }: Listed): SpecDefect[] {
  const [low, high] = exercise.domain
  const at = exercise.functions[name]?.kinks[index]?.at
  if (at === undefined || missing.parts.has('domain') || missing.parts.has('parameters')) return []
  const places = valuesOf(at, exercise).filter((place) => !Number.isNaN(place))
  if (low >= high || places.length === 0 || places.some((place) => place >= low && place <= high)) {
    return []
  }
  const where =
    typeof at === 'number' ? String(at) : `${printFormula(at)}, whatever the parameters,`
  return [
    {
      path: ['functions', name, 'kinks', index, 'at'],
      message: `${where} lies outside the domain [${low}, ${high}], where nothing is judged`,
      advice: 'widen the domain, or leave the kink out',
    },
  ]
}

/** What is pinned has to be a number. */
function pinDefects({ exercise, missing }: Specified, { name, index }: Listed): SpecDefect[] {
  const accept = exercise.functions[name]?.kinks[index]?.accept
  if (accept?.kind !== 'value' || missing.parts.has('parameters')) return []
  if (valuesOf(accept.value, exercise).every(Number.isFinite)) return []
  const text = typeof accept.value === 'number' ? String(accept.value) : printFormula(accept.value)
  const message = `${text} is no number for some of the listed values`
  const advice = 'accept nan where NaN alone is right'
  return [{ path: ['functions', name, 'kinks', index, 'accept'], message, advice }]
}

/** What a number or a formula is at the listed values of its parameters, each with each. */
function valuesOf(of: number | Expr, { parameters }: Specified['exercise']): readonly number[] {
  if (typeof of === 'number') return [of]
  const names = [...variablesIn(of)]
  const run = compileFloat64(of, names)
  const sets = names.reduce<readonly (readonly number[])[]>(
    (rows, name) =>
      rows.flatMap((row) => (parameters[name]?.values ?? []).map((value) => [...row, value])),
    [[]],
  )
  return sets.map((set) => run(...set))
}

/** What rounds has to jump at places that can be looked at one by one. */
export function stepDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const [low, high] = exercise.domain
  if (missing.parts.has('domain') || low >= high) return []
  return Object.values(exercise.functions).flatMap(({ name, formula, arguments: names }) => {
    const variable = names.find((one) => source.parameters[one] === undefined)
    if (formula === undefined || variable === undefined) return []
    const rounded = firstOverfull(formula, variable, exercise)
    if (rounded === undefined) return []
    const message = `${printFormula(rounded)} takes more than ${MOST_STEPS} whole numbers on the domain [${low}, ${high}]`
    const advice = 'narrow the domain: each of them is a kink'
    return [{ path: ['functions', name, 'formula'], message, advice }]
  })
}

function firstOverfull(
  formula: Expr,
  variable: string,
  { parameters, domain }: Specified['exercise'],
): Expr | undefined {
  const extremes = [Math.min, Math.max].map((end) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, { values }]) => [name, end(...values)]),
    ),
  )
  return extremes.flatMap((values) => stepsOn(formula, variable, values, domain).overfull)[0]
}
