import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { TRANSLATED, translatedFile } from '../pack/translate.ts'
import { readText } from '../read-text.ts'
import { lineAt } from '../text/lines.ts'
import type { ExerciseBench } from './bench.ts'
import { importedIn } from './imported.ts'
import { lineOf, signaturesAt } from './places.ts'
import { lintTeaching } from './teaching.ts'
import { lintTranslations } from './translations.ts'

const EXERCISE_FILES = ['README.md', 'exercise.yaml', 'starter.ts']
const REFERENCE_FILE = 'reference.ts'
const SOLUTION_FILES = ['also-right', 'solution.ts']
const MISTAKES = 'mistakes'

/** Everything that must be there is there, and nothing else; what the statement says holds. */
export async function lintContent(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  const { folder } = exercise
  // Where no check asks for a reference, the file would be a stray one.
  const asksForOne = exercise.checks.some(({ options }) => options.reference !== undefined)
  const files = [...EXERCISE_FILES, ...(asksForOne ? [REFERENCE_FILE] : [])]
  // Where none is known, the folder is optional: Git keeps no empty one.
  const answers = [...SOLUTION_FILES, ...(exercise.mistakes.length > 0 ? [MISTAKES] : [])]
  return [
    ...(await strayOrMissing(bench, 'exercises', { folder, expected: files })),
    ...(await strayOrMissing(bench, 'solutions', { folder, expected: answers })),
    ...(await lintStatement(exercise, bench)),
    ...(await lintTranslations(exercise, bench)),
    ...pointless(exercise, bench),
    ...(await notesAndFiles(exercise, bench)),
    ...(await lintTeaching(exercise, bench)),
  ]
}

async function strayOrMissing(
  bench: ExerciseBench,
  side: 'exercises' | 'solutions',
  { folder, expected }: { readonly folder: string; readonly expected: readonly string[] },
): Promise<SpecProblem[]> {
  const names = await list(join(bench[side], folder))
  const optional = side === 'exercises' ? TRANSLATED.flatMap(translatedFiles) : [MISTAKES]
  const parts = side === 'solutions' ? await importedIn(join(bench.solutions, folder), names) : NONE
  const file = (name: string) => `${bench.shownAs[side]}/${folder}/${name}`
  return [
    ...expected
      .filter((name) => !names.includes(name))
      .map((name) => ({ file: file(name), message: 'is missing', advice: MODEL })),
    ...names
      .filter((name) => !expected.includes(name) && !optional.includes(name) && !parts.has(name))
      .map((name) => ({ file: file(name), message: 'does not belong here' })),
  ]
}

const MODEL = 'mlp-check new-exercise writes one of everything, to look at'

function translatedFiles(locale: string): readonly string[] {
  return (['README.md', 'starter.ts'] as const).map((name) => translatedFile(name, locale))
}

const NONE: ReadonlySet<string> = new Set()

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function lintStatement(exercise: Exercise, bench: ExerciseBench): Promise<SpecProblem[]> {
  const path = join(bench.exercises, exercise.folder, 'README.md')
  const text = await readText(path).catch(() => undefined)
  if (text === undefined) return []
  const file = `${bench.shownAs.exercises}/${exercise.folder}/README.md`
  const unnamed = Object.keys(exercise.functions).filter((name) => !text.includes(`${name}(`))
  return [
    ...(text.startsWith(`# ${exercise.id}: `)
      ? []
      : [{ file, line: 1, message: `should begin with "# ${exercise.id}: " and the title` }]),
    ...unnamed.map((name) => ({
      file,
      ...signaturesAt(text),
      message: `does not show the signature of ${name}`,
    })),
    ...(POINTS.test(text) ? wrongTotal(exercise, text, file) : [noPoints(file)]),
    ...(await brokenLinks(path, text, file)),
  ]
}

/** The head of the table of checks. */
const POINTS = /\|\s*points\s*\|/

function noPoints(file: string): SpecProblem {
  return { file, line: 1, message: 'does not say how many points each check gives' }
}

/** The table of the statement and the checks must promise the same. */
function wrongTotal(exercise: Exercise, text: string, file: string): SpecProblem[] {
  const rows = [...text.matchAll(/\|\s*(\d+(?:\.\d+)?)\s*\|\s*$/gm)]
  const promised = rows.reduce((sum, row) => sum + Number(row[1]), 0)
  const given = exercise.checks.reduce((sum, check) => sum + check.points, 0) / 100
  if (Math.abs(promised - given) < 1e-9) return []
  const place = { file, ...lineOf(text, POINTS) }
  return [{ ...place, message: `promises ${promised} points, but the checks give ${given}` }]
}

async function brokenLinks(path: string, text: string, file: string): Promise<SpecProblem[]> {
  const problems: SpecProblem[] = []
  for (const link of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
    const target = link[1] as string
    if (/^[a-z]+:/.test(target)) continue
    const there = await stat(join(dirname(path), target)).catch(() => undefined)
    const line = lineAt(text, link.index)
    if (!there) problems.push({ file, line, message: `links to ${target}, which is not there` })
  }
  return problems
}

function pointless(exercise: Exercise, { placeOf }: ExerciseBench): SpecProblem[] {
  const checked = new Set(exercise.checks.map((check) => check.function))
  const unchecked = Object.keys(exercise.functions).filter((name) => !checked.has(name))
  const total = exercise.checks.reduce((sum, check) => sum + check.points, 0)
  return [
    ...(total > 0 ? [] : [{ ...placeOf(['checks']), message: 'no check gives points' }]),
    ...unchecked.map((name) => ({
      ...placeOf(['functions', name]),
      message: `no check asks about ${name}`,
    })),
  ]
}

/** A mistake's file needs words for its note, or a generic note; and two right solutions are the least. */
async function notesAndFiles(exercise: Exercise, bench: ExerciseBench): Promise<SpecProblem[]> {
  const shown = `${bench.shownAs.solutions}/${exercise.folder}`
  const others = await list(join(bench.solutions, exercise.folder, 'also-right'))
  if (others.length >= 2) return []
  return [
    {
      file: `${shown}/also-right`,
      message: `has ${others.length} right solutions in other styles; two are the least`,
    },
  ]
}
