import { join } from 'node:path'
import type { Exercise } from '../exercise.ts'
import { SPEC_FILE } from '../pack/load.ts'
import { readPositions, type SpecPath } from '../pack/spec-positions.ts'
import { readText } from '../read-text.ts'
import { lineAt } from '../text/lines.ts'
import type { LintBench, PlaceOf } from './bench.ts'

/** The compiled exercise carries no positions: they are read from its file once more. */
export async function placesIn(exercise: Exercise, bench: LintBench): Promise<PlaceOf> {
  const file = `${bench.shownAs.exercises}/${exercise.folder}/${SPEC_FILE}`
  const spec = readPositions(await readText(join(bench.exercises, exercise.folder, SPEC_FILE)))
  return (path) => ({ file, ...spec.partAt(path) })
}

/** What a function is compared with: its formula, or else the function that it is the derivative of. */
export function pathOfTruth(exercise: Exercise, name: string): SpecPath {
  const spec = exercise.functions[name]
  const key = spec?.formulaText === undefined ? 'derivative' : 'formula'
  return ['functions', name, key]
}

/** The line of the first match, if there is one. */
export function lineOf(text: string, pattern: RegExp): { readonly line?: number } {
  const offset = text.search(pattern)
  return offset < 0 ? {} : { line: lineAt(text, offset) }
}

/** The first block of TypeScript is where students look for them. */
export function signaturesAt(text: string): { readonly line: number } {
  return { line: 1, ...lineOf(text, /^```ts$/m) }
}
