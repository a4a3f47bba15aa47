import { nearNames } from '../../text/near-names.ts'
import { mathUses } from '../math-uses.ts'
import { NO_NUMBER, type Row, type Sighting } from './observation.ts'
import type { View } from './view.ts'

/** ECMA-262, "Value Properties" and "Function Properties of the Math Object", 2024. */
const MEMBERS: readonly string[] = [
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
  ...['abs', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'atan2', 'cbrt', 'ceil', 'clz32'],
  ...['cos', 'cosh', 'exp', 'expm1', 'floor', 'fround', 'hypot', 'imul', 'log', 'log1p', 'log10'],
  ...['log2', 'max', 'min', 'pow', 'random', 'round', 'sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh'],
  'trunc',
]

/** What other languages, libraries and books call what Math has, or what it is made of. */
const ELSEWHERE: { readonly [name: string]: string } = {
  e: 'Math.E',
  ln: 'Math.log(…)',
  lg: 'Math.log10(…)',
  power: 'Math.pow(…)',
  maximum: 'Math.max(…)',
  minimum: 'Math.min(…)',
  absolute: 'Math.abs(…)',
  fabs: 'Math.abs(…)',
  arcsin: 'Math.asin(…)',
  arccos: 'Math.acos(…)',
  arctan: 'Math.atan(…)',
  arcsinh: 'Math.asinh(…)',
  arccosh: 'Math.acosh(…)',
  arctanh: 'Math.atanh(…)',
  sgn: 'Math.sign(…)',
  signum: 'Math.sign(…)',
  sec: '1 / Math.cos(…)',
  csc: '1 / Math.sin(…)',
  cosec: '1 / Math.sin(…)',
  cot: '1 / Math.tan(…)',
  sech: '1 / Math.cosh(…)',
  csch: '1 / Math.sinh(…)',
  coth: '1 / Math.tanh(…)',
  square: '… ** 2',
  inf: 'Infinity',
  infinity: 'Infinity',
  nan: 'Number.NaN',
}

export function isKnownMath(name: string): boolean {
  return MEMBERS.includes(name)
}

/** What other languages and books call something of Math; no guess. */
export function knownElsewhere(name: string): string | undefined {
  return Object.hasOwn(ELSEWHERE, name.toLowerCase()) ? ELSEWHERE[name.toLowerCase()] : undefined
}

/** What to write for a name that is no member of Math; undefined where nothing is near. */
export function insteadOf(name: string): string | undefined {
  const known = ELSEWHERE[name] ?? ELSEWHERE[name.toLowerCase()]
  const [near] = known === undefined ? nearNames(name, MEMBERS) : []
  return known ?? (near && asWritten(near))
}

export function asWritten(member: string): string {
  return member === member.toUpperCase() ? `Math.${member}` : `Math.${member}(…)`
}

/** Every member of Math that the source reads and that there is none of. */
export const unknownMember: Row = {
  id: 'unknown-member',
  explains: NO_NUMBER,
  find: ({ used }: View): Sighting[] =>
    mathUses(used).flatMap(({ module, node, name = '' }) => {
      if (name === '' || MEMBERS.includes(name) || name in Object.prototype) return []
      const values = { found: `Math.${name}`, instead: insteadOf(name) ?? '' }
      return [{ module, start: node.start, values }]
    }),
}
