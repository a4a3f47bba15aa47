import type { FunctionSpec } from '../../exercise.ts'
import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

export function functionDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  return Object.entries(source.functions).flatMap(([name, { formula, derivative }]) => {
    const path = ['functions', name]
    const spec = exercise.functions[name]
    const twice = spec?.arguments.find((one, i) => spec.arguments.indexOf(one) !== i)
    const variable = spec?.arguments.find((one) => exercise.parameters[one] === undefined)
    const scalar = spec?.shape === 'scalar'
    return [
      ...(twice === undefined
        ? []
        : [
            {
              path: [...path, 'signature'],
              message: `two arguments are called "${twice}"`,
              advice: 'give each its own name',
            },
          ]),
      ...(scalar && variable === undefined && spec.arguments.length > 0
        ? [
            {
              path: [...path, 'signature'],
              message: 'every argument is a parameter, so that there is no variable to sample',
              advice: 'add the variable, such as x, or take one of them out of the parameters',
            },
          ]
        : []),
      ...(spec?.shape === 'structured' && (formula ?? derivative) !== undefined
        ? [
            {
              path: [...path, formula === undefined ? 'derivative' : 'formula'],
              atKey: true as const,
              message: 'nothing reads this: the function takes or returns more than numbers',
              advice: 'say what is right for it in reference.ts, and ask with call or gradient',
            },
          ]
        : []),
      ...(spec?.holds !== undefined && !saysYesOrNo(spec)
        ? [
            {
              path: [...path, 'holds'],
              atKey: true as const,
              message: 'nothing reads this: the function is none from numbers to a boolean',
              advice: 'give it a signature such as (alpha: number) => boolean, or leave this out',
            },
          ]
        : []),
      ...original(name, { source, exercise, missing }),
    ]
  })
}

function saysYesOrNo({ signature }: FunctionSpec): boolean {
  return /^\((\s*\w+\s*:\s*number\s*,?)+\)\s*=>\s*boolean$/.test(signature.trim())
}

/** What a derivative is the derivative of. */
function original(
  name: string,
  { source, exercise, missing }: Omit<Specified, 'kinds'>,
): SpecDefect[] {
  const derivative = source.functions[name]?.derivative
  if (derivative === undefined || missing.functions.has(derivative.of)) return []
  const path = ['functions', name, 'derivative']
  const known = Object.keys(source.functions).filter((one) => one !== name)
  const of = exercise.functions[derivative.of]
  if (of === undefined) {
    const message = `there is no function "${derivative.of}"`
    const advice = didYouMean(derivative.of, known) ?? `there are ${known.join(', ')}`
    return [{ path: [...path, 'of'], message, advice }]
  }
  if (derivative.of === name) {
    const message = `${name} would be the derivative of itself`
    return [{ path: [...path, 'of'], message, advice: `name the function that is differentiated` }]
  }
  if (source.functions[derivative.of]?.formula === undefined) {
    const message = `${derivative.of} has no formula to differentiate`
    return [{ path: [...path, 'of'], message, advice: `add functions.${derivative.of}.formula` }]
  }
  const own = exercise.functions[name]?.arguments ?? []
  const lacking = [of.arguments, own].find(
    (list) => list.length > 0 && !list.includes(derivative.in),
  )
  if (lacking === undefined) return []
  const whose = lacking === own ? name : derivative.of
  const message = `${whose} has no argument "${derivative.in}"`
  const advice = didYouMean(derivative.in, lacking) ?? `its arguments are ${lacking.join(', ')}`
  return [{ path: [...path, 'in'], message, advice }]
}
