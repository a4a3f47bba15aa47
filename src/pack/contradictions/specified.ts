import type { CheckKinds } from '../../checks/define-check.ts'
import type { Exercise } from '../../exercise.ts'
import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { ExerciseSource } from '../schema.ts'

/** A spec that has the right form, as written and compiled; parts of it may be missing as faulty. */
export interface Specified {
  readonly source: ExerciseSource
  readonly exercise: Exercise
  readonly kinds: CheckKinds
  readonly missing: Missing
}

/** What is in the spec and could not be read: whoever names it is not at fault. */
export interface Missing {
  readonly functions: ReadonlySet<string>
  readonly checks: ReadonlySet<string>
  readonly parts: ReadonlySet<string>
}

export const NOTHING_MISSING: Missing = {
  functions: new Set(),
  checks: new Set(),
  parts: new Set(),
}

/** Also where the slip may be in the name of the function. */
export function isMissing(name: string, { functions: lost }: Missing): boolean {
  return lost.has(name) || [...lost].some((other) => other.startsWith(name))
}

export function unknownFunction(
  name: string,
  path: SpecDefect['path'],
  known: readonly string[],
): SpecDefect {
  const advice = didYouMean(name, known) ?? `there are ${known.join(', ')}`
  return { path, message: `there is no function "${name}"`, advice }
}
