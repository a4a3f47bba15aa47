import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { compareData, type DataTolerance } from '../checks/compare-data.ts'
import type { SpecProblem } from '../errors.ts'
import type { CheckSpec, Exercise } from '../exercise.ts'
import { trialRequestOf } from '../grading/trial-request.ts'
import { REFERENCE_FILE } from '../pack/reference-script.ts'
import { readText } from '../read-text.ts'
import { float32Tolerance } from '../reference/trials/steadiness.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { Json } from '../report/report.ts'
import { lineAt } from '../text/lines.ts'
import type { Place } from './bench.ts'
import { type ExerciseBench, problemsOf } from './bench.ts'

/** More trials than this may not be left out: what is left would say too little. */
const DROPPED_SHARE = 0.25

/**
 * Every reference of `reference.ts` is asked for by a check; TensorFlow.js and float64 agree on every
 * trial; drawing twice gives the same; and each known mistake is possible and has words.
 */
export async function lintDataReferences(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  const place = await referencePlaces(exercise, bench)
  const problems = unused(exercise).map(
    ([name, message]): SpecProblem => ({
      ...place(name),
      message,
    }),
  )
  for (const check of exercise.checks) {
    const here = place(String(check.options.reference))
    try {
      const found = await problemsOfCheck(exercise, check, bench)
      problems.push(...found.map((message) => ({ ...here, message })))
    } catch (error) {
      problems.push(...problemsOf(error, here))
    }
  }
  return problems
}

/** Where an export of `reference.ts` stands; without a line where it is exported in another way. */
async function referencePlaces(
  { folder }: Exercise,
  bench: ExerciseBench,
): Promise<(name: string) => Place> {
  const file = `${bench.shownAs.exercises}/${folder}/${REFERENCE_FILE}`
  const path = join(bench.exercises, folder, REFERENCE_FILE)
  const text = await readText(path).catch(() => '')
  const exported = /^export\s+(?:const|let|var|function)\s+([\w$]+)/gm
  const lines = new Map(
    [...text.matchAll(exported)].map(({ 1: name, index }) => [name, lineAt(text, index)]),
  )
  return (name) => {
    const line = lines.get(name)
    return line === undefined ? { file } : { file, line }
  }
}

function unused({ references, checks }: Exercise): [name: string, message: string][] {
  const asked = checks.map(({ options }) => options.reference)
  const idle = references?.names.filter((name) => !asked.includes(name)) ?? []
  return idle.map((name) => [name, `no check asks for ${name}`])
}

async function problemsOfCheck(
  exercise: Exercise,
  check: CheckSpec,
  { services, options }: ExerciseBench,
): Promise<string[]> {
  const request = trialRequestOf(check, options)
  if (request === undefined) return []
  const table = await services.trialTable(exercise, request)
  // Under another name nothing is cached: it is drawn anew.
  const fresh = { ...exercise, sha256: `${exercise.sha256} again` }
  const again = await services.trialTable(fresh, request)
  return [
    ...(isDeepStrictEqual(plain(table), plain(again))
      ? []
      : [`${request.reference} draws or answers otherwise when it is asked again`]),
    ...disagreements(table, request.reference),
    ...mistakeProblems(table, exercise, check),
    ...oneAnswer(table, check),
  ]
}

/** Without the prototypes that a frozen copy and a parsed one may differ in. */
function plain(table: TrialTable): TrialTable {
  return structuredClone(table)
}

/** An answer that passes every trial asks for nothing. */
function oneAnswer({ trials, by }: TrialTable, { id, options }: CheckSpec): string[] {
  const own = options.tolerance as DataTolerance | undefined
  const toleranceOf = (expected: Json) =>
    own ?? (by === 'float64' ? EXACTLY : float32Tolerance(expected))
  const passesAll = (answer: Json) =>
    trials.every(
      ({ expected }) => compareData(answer, expected, toleranceOf(expected)) === undefined,
    )
  const first = trials.slice(0, 30).find(({ expected }) => passesAll(expected))
  if (first === undefined) return []
  const answer = JSON.stringify(first.expected)
  const remedy = own === undefined ? 'add corners with other answers' : 'make its tolerance smaller'
  return [`${id} passes whoever always answers ${answer}: ${remedy}`]
}

const EXACTLY: DataTolerance = { absolute: 1e-9, relative: 1e-9 }

function disagreements({ trials, dropped, agreement }: TrialTable, reference: string): string[] {
  const drawn = trials.length + dropped
  const first = trials.find(({ disputed }) => disputed)
  const left = dropped > DROPPED_SHARE * drawn
  return [
    ...(first === undefined
      ? []
      : [
          `compute and exact of ${reference} disagree in ${agreement.disputed} of ${trials.length} trials, first for ${JSON.stringify(first.arguments)}: compute gives ${JSON.stringify(first.tensorflow)}, exact ${JSON.stringify(first.expected)}`,
        ]),
    ...(left ? [`${dropped} of ${drawn} trials of ${reference} lie too near to a kink`] : []),
  ]
}

function mistakeProblems({ trials }: TrialTable, exercise: Exercise, check: CheckSpec): string[] {
  const known = new Set(exercise.mistakes.map(({ note }) => note))
  const notes = Object.keys(trials[0]?.mistakes ?? {})
  const impossible = (note: string) => trials.every(({ mistakes }) => mistakes[note] === null)
  return [
    ...notes
      .filter((note) => !known.has(note))
      .map((note) => `the mistake ${note} has no words in exercise.yaml`),
    ...notes
      .filter(impossible)
      .map((note) => `the mistake ${note} throws in every trial of ${check.id}`),
  ]
}
