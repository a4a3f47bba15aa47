import type { SpecDefect } from '../defect.ts'
import { isMissing, type Specified, unknownFunction } from './specified.ts'

export function mistakeDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const known = [...Object.keys(exercise.functions), ...missing.functions]
  return source.mistakes.flatMap((mistake, index): SpecDefect[] => {
    const path = ['mistakes', index]
    if (isMissing(mistake.function, missing)) return []
    const spec = exercise.functions[mistake.function]
    if (spec === undefined) return [unknownFunction(mistake.function, [...path, 'function'], known)]
    const first = source.mistakes.findIndex(
      (other) =>
        other.note === mistake.note &&
        other.function === mistake.function &&
        other.formula === mistake.formula,
    )
    const { formula } = mistake
    return [
      ...(first < index
        ? [
            {
              path: [...path, 'note'],
              message: `the mistake "${mistake.note}" of ${mistake.function} is there twice`,
              advice: 'keep one of the two; another way to make it has another formula',
            },
          ]
        : []),
      ...(formula !== undefined && spec.shape === 'structured'
        ? [
            {
              path: [...path, 'formula'],
              message: `nothing reads this: ${spec.name} takes or returns more than numbers`,
              advice: 'write the wrong answer under mistakes in reference.ts',
            },
          ]
        : []),
      ...(formula !== undefined && formula === spec.formulaText
        ? [
            {
              path: [...path, 'formula'],
              message: 'this is the right answer',
              advice: 'write what the mistake computes',
            },
          ]
        : []),
    ]
  })
}
