import { call, constant, number, operation } from './build.ts'
import { compileFloat64 } from './evaluate.ts'
import type { Expr } from './expr.ts'

/** A constant that people write as its digits. */
export interface KnownConstant {
  readonly name: string
  readonly expr: Expr
  readonly double: number
}

const TWO = number(2)
const PI = constant('pi')

const ALWAYS: readonly (readonly [name: string, expr: Expr])[] = [
  ['pi', PI],
  ['2 * pi', operation('*', TWO, PI)],
  ['pi / 2', operation('/', PI, TWO)],
  ['e', constant('e')],
  ['log(2)', call('log', TWO)],
  ['log(10)', call('log', number(10))],
  ['1 / log(2)', operation('/', number(1), call('log', TWO))],
  ['1 / log(10)', operation('/', number(1), call('log', number(10)))],
  ['sqrt(2)', call('sqrt', TWO)],
  ['1 / sqrt(2)', operation('/', number(1), call('sqrt', TWO))],
  ['sqrt(pi)', call('sqrt', PI)],
  ['1 / sqrt(pi)', operation('/', number(1), call('sqrt', PI))],
  ['2 / sqrt(pi)', operation('/', TWO, call('sqrt', PI))],
  ['sqrt(2 / pi)', call('sqrt', operation('/', TWO, PI))],
  ['2 * sqrt(2 / pi)', operation('*', TWO, call('sqrt', operation('/', TWO, PI)))],
  ['sqrt(2 * pi)', call('sqrt', operation('*', TWO, PI))],
  ['1 / sqrt(2 * pi)', operation('/', number(1), call('sqrt', operation('*', TWO, PI)))],
]

/** Only where the other formula names them: as numbers they are like any other. */
const SELU: readonly (readonly [name: string, expr: Expr])[] = [
  ['the alpha of SELU', constant('seluAlpha')],
  ['the scale of SELU', constant('seluScale')],
  [
    'the product of the constants of SELU',
    operation('*', constant('seluScale'), constant('seluAlpha')),
  ],
]

export function knownConstants(withSelu: boolean): readonly KnownConstant[] {
  return [...ALWAYS, ...(withSelu ? SELU : [])].map(([name, expr]) => ({
    name,
    expr,
    double: compileFloat64(expr, [])(),
  }))
}

const MAX_DENOMINATOR = 1000

/** p/q with a small q whose nearest double is the given one. */
export function smallFraction(double: number): KnownConstant | undefined {
  for (let q = 2; q <= MAX_DENOMINATOR; q++) {
    const p = Math.round(double * q)
    if (p / q !== double || Math.abs(p) > 2 ** 31) continue
    const expr = operation('/', number(p), number(q))
    return { name: `${p}/${q}`, expr, double }
  }
  return undefined
}
