import { nearNames } from '../text/near-names.ts'
import { mathUses } from './math-uses.ts'
import type { Offence } from './offence.ts'
import type { UsedSource } from './used-source.ts'

/** ECMA-262, "Value Properties" and "Function Properties of the Math Object", 2024. */
const MEMBERS: readonly string[] = [
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
  ...['abs', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'atan2', 'cbrt', 'ceil', 'clz32'],
  ...['cos', 'cosh', 'exp', 'expm1', 'floor', 'fround', 'hypot', 'imul', 'log', 'log1p', 'log10'],
  ...['log2', 'max', 'min', 'pow', 'random', 'round', 'sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh'],
  'trunc',
]

/** What other languages, libraries and books call them. */
const ELSEWHERE: { readonly [name: string]: string } = {
  e: 'E',
  ln: 'log',
  power: 'pow',
  maximum: 'max',
  minimum: 'min',
  absolute: 'abs',
  fabs: 'abs',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctanh: 'atanh',
  sgn: 'sign',
}

/** Every member of Math that the source reads and that there is none of. */
export function unknownMath(used: readonly UsedSource[]): Offence[] {
  return mathUses(used).flatMap((use) => {
    const { name = '' } = use
    if (name === '' || MEMBERS.includes(name) || name in Object.prototype) return []
    const near = ELSEWHERE[name] ?? ELSEWHERE[name.toLowerCase()] ?? nearNames(name, MEMBERS)[0]
    const other = near === undefined ? '' : `; it has Math.${near}`
    return [{ ...use, message: `there is no Math.${name} in JavaScript${other}` }]
  })
}
