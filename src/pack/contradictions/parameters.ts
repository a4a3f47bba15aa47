import { holdsFloat64 } from '../../formula/evaluate.ts'
import { conditionVariables } from '../../formula/variables.ts'
import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

export function parameterDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const used = new Set(Object.values(exercise.functions).flatMap((spec) => spec.arguments))
  return Object.entries(source.parameters).flatMap(([name, { values, default: usual }]) => {
    const path = ['parameters', name]
    const assume = exercise.parameters[name]?.assume ?? []
    const twice = values.findIndex((value, index) => values.indexOf(value) !== index)
    const unused = !used.has(name) && missing.functions.size === 0
    return [
      ...(unused ? [unusedParameter(name, path, used)] : []),
      ...(values.includes(usual) ? [] : [strangeDefault(usual, values, path)]),
      ...(twice < 0
        ? []
        : [
            {
              path: [...path, 'values', twice],
              message: `${values[twice]} is listed twice`,
              advice: 'list each value once',
            },
          ]),
      ...assume.flatMap((condition, index) => {
        const at = [...path, 'assume', index]
        const known = [...Object.keys(source.parameters), ...used]
        const stranger = [...conditionVariables(condition)].find((one) => !known.includes(one))
        if (stranger !== undefined) {
          const message = `assumes something of "${stranger}", which is no argument here`
          return [{ path: at, message, advice: didYouMean(stranger, known) }]
        }
        if ([...conditionVariables(condition)].some((one) => one !== name)) return []
        return values
          .filter((value) => !holdsFloat64(condition, { [name]: value }))
          .map((value) => ({
            path: at,
            message: `does not hold of the listed value ${value}`,
            advice: `leave ${value} out of the values, or assume less`,
          }))
      }),
    ]
  })
}

function unusedParameter(name: string, path: SpecDefect['path'], used: Set<string>): SpecDefect {
  const near = didYouMean(name, used)
  const advice = near ?? 'add it to a signature, or leave it out'
  return { path, atKey: true, message: `no function takes an argument "${name}"`, advice }
}

function strangeDefault(
  usual: number,
  values: readonly number[],
  path: SpecDefect['path'],
): SpecDefect {
  const nearest = [...values].sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual))[0]
  return {
    path: [...path, 'default'],
    message: `${usual} is none of the values ${values.join(', ')}`,
    advice: `add ${usual} to the values, or choose ${nearest}`,
  }
}
