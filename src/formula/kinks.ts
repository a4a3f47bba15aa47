import { branchAt, switchesOf, withConditionals } from './branches.ts'
import { compileFloat64 } from './evaluate.ts'
import type { Expr } from './expr.ts'
import { rounds } from './rounding.ts'
import { stepsOn } from './steps.ts'
import { zerosOf } from './zeros.ts'

/** A point at which a formula switches branches, with its limits from the left and from the right. */
export interface Kink {
  readonly at: number
  readonly left: number
  readonly right: number
  /**
   * Set where nothing but rounding to a whole number jumps. Where doubles hit the whole number the
   * formula means what it says there.
   */
  readonly whole?: 'hit' | 'missed'
}

type Bindings = { readonly [name: string]: number }

/**
 * The points of the domain at which the formula (a function or, given one, a derivative) switches
 * branches in the variable, in ascending order. Limits may be equal: the formula is continuous there.
 */
export function kinksOf(
  expr: Expr,
  variable: string,
  parameters: Bindings,
  domain: readonly [low: number, high: number],
): readonly Kink[] {
  if (!rounds(expr)) return kinksOfConditionals(expr, variable, parameters, domain)
  const plain = kinksOfConditionals(expr, variable, parameters, domain)
  const { formula: stepped } = stepsOn(expr, variable, parameters, domain)
  return kinksOfConditionals(stepped, variable, parameters, domain).map((kink) =>
    plain.some(({ at }) => at === kink.at) ? kink : asStep(stepped, variable, parameters, kink),
  )
}

function asStep(stepped: Expr, variable: string, parameters: Bindings, kink: Kink): Kink {
  const names = [variable, ...Object.keys(parameters)]
  const isHit = switchesOf(withConditionals(stepped)).some((switching) => {
    const run = compileFloat64(switching, names)
    return isZeroAlone((x) => run(x, ...Object.values(parameters)), kink.at)
  })
  return { ...kink, whole: isHit ? 'hit' : 'missed' }
}

/**
 * Whether a whole number is hit here and not beside: near 2, the doubles around it give 6 in x + 4, and
 * 2 is the one that is meant. Points are float32 numbers, so that is the one with the fewest digits.
 */
function isZeroAlone(run: (x: number) => number, at: number): boolean {
  if (run(at) !== 0) return false
  const step = Math.abs(at) * 2 ** -52
  return Math.fround(at) === at || (run(at - step) !== 0 && run(at + step) !== 0)
}

function kinksOfConditionals(
  expr: Expr,
  variable: string,
  parameters: Bindings,
  domain: readonly [low: number, high: number],
): readonly Kink[] {
  const formula = withConditionals(expr)
  const names = [variable, ...Object.keys(parameters)]
  const constants = Object.values(parameters)
  const points = new Set<number>()
  // Innermost first: a narrow bump such as max(0, h − |x − c|) has its other kinks around c.
  for (const switching of [...switchesOf(formula)].reverse()) {
    const run = compileFloat64(switching, names)
    for (const zero of zerosOf((x) => run(x, ...constants), domain, [...points])) points.add(zero)
  }
  return [...points]
    .sort((a, b) => a - b)
    .map((at) => limitsAt(formula, variable, { ...parameters, [variable]: at }))
}

/**
 * The kink at a point, if there is one: `kinksOf` for somebody who only asks about known points,
 * and need not search a domain for them.
 */
export function kinkAt(
  expr: Expr,
  variable: string,
  parameters: Bindings,
  at: number,
): Kink | undefined {
  if (!rounds(expr)) return conditionalKinkAt(expr, variable, parameters, at)
  const step = 2 * stepBeside(at)
  const plain = conditionalKinkAt(expr, variable, parameters, at)
  const { formula: stepped } = stepsOn(expr, variable, parameters, [at - step, at + step])
  if (plain !== undefined) return plain
  const whole = conditionalKinkAt(stepped, variable, parameters, at)
  if (whole !== undefined) return asStep(stepped, variable, parameters, whole)
  const nearly = limitsAt(withConditionals(stepped), variable, { ...parameters, [variable]: at })
  return isMissed(stepped, variable, parameters, at) ? { ...nearly, whole: 'missed' } : undefined
}

/** Whether rounded arithmetic misses a whole number: 100 * 0.29 is 28.999999999999996. */
function isMissed(stepped: Expr, variable: string, parameters: Bindings, at: number): boolean {
  const off = 2 ** -45 * Math.abs(at)
  const names = [variable, ...Object.keys(parameters)]
  return switchesOf(withConditionals(stepped)).some((switching) => {
    const run = compileFloat64(switching, names)
    const [before, after] = [at - off, at + off].map((x) => run(x, ...Object.values(parameters)))
    return (before as number) * (after as number) < 0
  })
}

function conditionalKinkAt(
  expr: Expr,
  variable: string,
  parameters: Bindings,
  at: number,
): Kink | undefined {
  const formula = withConditionals(expr)
  const names = [variable, ...Object.keys(parameters)]
  const constants = Object.values(parameters)
  const step = stepBeside(at)
  const switches = switchesOf(formula).some((switching) => {
    const run = compileFloat64(switching, names)
    const isZero = (x: number) => run(x, ...constants) === 0
    return isZero(at) && !(isZero(at - step) && isZero(at + step))
  })
  return switches ? limitsAt(formula, variable, { ...parameters, [variable]: at }) : undefined
}

function stepBeside(at: number): number {
  return 2 ** -30 * Math.max(1, Math.abs(at))
}

/** The branches are chosen a step beside the point, and evaluated at the point itself. */
function limitsAt(formula: Expr, variable: string, bindings: Bindings): Kink {
  const at = bindings[variable] ?? Number.NaN
  const step = stepBeside(at)
  const limit = (beside: number) => {
    const branch = branchAt(formula, { ...bindings, [variable]: beside })
    return compileFloat64(branch, Object.keys(bindings))(...Object.values(bindings))
  }
  return { at, left: limit(at - step), right: limit(at + step) }
}
