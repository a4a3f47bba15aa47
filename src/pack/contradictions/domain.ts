import type { Expr } from '../../formula/expr.ts'
import { printFormula } from '../../formula/print.ts'
import { MOST_STEPS, stepsOn } from '../../formula/steps.ts'
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

export function kinkDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const [low, high] = exercise.domain
  return Object.entries(source.functions).flatMap(([name, spec]) =>
    spec.kinks.flatMap(({ at }, index): SpecDefect[] => {
      const path = ['functions', name, 'kinks', index, 'at']
      const first = spec.kinks.findIndex((other) => other.at === at)
      if (first < index) {
        return [
          { path, message: `the kink at ${at} is there twice`, advice: 'keep one of the two' },
        ]
      }
      if (
        typeof at !== 'number' ||
        missing.parts.has('domain') ||
        low >= high ||
        (at >= low && at <= high)
      )
        return []
      const message = `${at} lies outside the domain [${low}, ${high}], where nothing is judged`
      return [{ path, message, advice: 'widen the domain, or leave the kink out' }]
    }),
  )
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
