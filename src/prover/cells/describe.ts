import * as S from '../../exact/sign-set.ts'
import { printFormula } from '../../formula/print.ts'
import type { Region } from './region.ts'

/** Conditions that describe a region, such as `x = 0` and `alpha > 0`. */
export function describe(region: Region): readonly string[] {
  return [
    ...equations(region),
    ...region.facts.map(({ expr, signs }) => `${printFormula(expr)} ${relation(signs)} 0`),
  ]
}

/** The equations alone, such as `x = 0`. */
export function describePlace(region: Region): string {
  const found = equations(region)
  const zeros = region.facts.filter(({ signs }) => signs === S.ZERO)
  const all = [...found, ...zeros.map(({ expr }) => `${printFormula(expr)} = 0`)]
  return all.join(' and ')
}

function equations(region: Region): readonly string[] {
  return region.bindings.map((binding) => {
    return 'root' in binding
      ? `${binding.variable} is ${binding.root.name}`
      : `${binding.variable} = ${printFormula(binding.value)}`
  })
}

function relation(signs: S.SignSet): string {
  switch (signs) {
    case S.POSITIVE:
      return '>'
    case S.NEGATIVE:
      return '<'
    case S.ZERO:
      return '='
    case S.AT_LEAST_ZERO:
      return '>='
    case S.AT_MOST_ZERO:
      return '<='
    default:
      return '!='
  }
}
