import { both, compare, number, variable } from './build.ts'
import type { Condition } from './expr.ts'

/** A closed interval. */
export type Range = readonly [low: number, high: number]

/**
 * Where an exercise asks about a function: one object for whoever samples it, proves it, lints it or
 * states it. What lies outside is the business of `stability` alone.
 */
export interface Domain {
  /** The variables, each in its interval. */
  readonly intervals: { readonly [name: string]: Range }
  /** The parameters, each from the smallest to the largest value that is tried. */
  readonly parameters: { readonly [name: string]: Range }
  /** What holds of them besides, such as alpha > 0. */
  readonly assume: readonly Condition[]
}

export const EVERYWHERE: Domain = { intervals: {}, parameters: {}, assume: [] }

interface Asked {
  readonly domain: Range
  readonly parameters: {
    readonly [name: string]: {
      readonly values: readonly number[]
      readonly assume: readonly Condition[]
    }
  }
}

/** The domain of a function with such arguments, of an exercise that asks about it. */
export function domainOf(names: readonly string[], { domain, parameters }: Asked): Domain {
  const own = Object.entries(parameters).filter(([name]) => names.includes(name))
  const variables = names.filter((name) => parameters[name] === undefined)
  return {
    intervals: Object.fromEntries(variables.map((name) => [name, domain])),
    parameters: Object.fromEntries(
      own.map(([name, { values }]) => [name, [Math.min(...values), Math.max(...values)]]),
    ),
    assume: own.flatMap(([, { assume }]) => assume),
  }
}

/** That each variable and each parameter lies in its interval. */
export function insideOf(domain: Domain): readonly Condition[] {
  return rangesOf(domain).map(([name, [low, high]]) =>
    both(compare(variable(name), '>=', number(low)), compare(variable(name), '<=', number(high))),
  )
}

/** Whether each variable and each parameter of a point lies in its interval. */
export function isInside(domain: Domain, point: { readonly [name: string]: number }): boolean {
  return rangesOf(domain).every(([name, [low, high]]) => {
    const value = point[name]
    return value === undefined || (value >= low && value <= high)
  })
}

/** `-20 <= x <= 20`, one for each interval and each parameter. */
export function describeRanges(domain: Domain): readonly string[] {
  return rangesOf(domain).map(([name, [low, high]]) => `${low} <= ${name} <= ${high}`)
}

function rangesOf({ intervals, parameters }: Domain): readonly (readonly [string, Range])[] {
  return Object.entries({ ...intervals, ...parameters })
}
