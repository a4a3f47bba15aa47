import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Exercise } from '../../src/exercise.ts'
import { grade } from '../../src/grade.ts'
import { createServices } from '../../src/grading/create-services.ts'
import type { AtPoint, GradingOptions } from '../../src/grading-options.ts'
import { referencesHere } from '../../src/node/references.ts'
import { openSandbox, type Sandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { CheckReport } from '../../src/report/report.ts'
import { expectLaws } from './report-laws.ts'

const shipped = await loadPack(join(packageRoot(), 'exercises'))

export function exerciseCalled(id: string): Exercise {
  const found = shipped.find((exercise) => exercise.id === id)
  if (found === undefined) throw new Error(`no exercise ${id}`)
  return found
}

/** As much of an `exercise.yaml` as a test is about. */
export interface SmallSpec {
  readonly domain?: readonly [number, number]
  readonly parameters?: { readonly [name: string]: readonly number[] | object }
  /** A formula, or the rest of a function's spec; numbers to a number where no signature is given. */
  readonly functions: { readonly [name: string]: string | object }
  readonly checks: readonly object[]
  readonly mistakes?: readonly object[]
  /** The text of `reference.ts`. */
  readonly references?: string
}

/** The exercise of a small spec, through the same schema and compiler as a shipped one. */
export function exerciseOf({ references, ...spec }: SmallSpec): Exercise {
  const { parameters = {}, functions } = spec
  const signature = `(${['x', ...Object.keys(parameters)].map((name) => `${name}: number`).join(', ')}) => number`
  const whole = {
    ...{ id: 'trial', title: 'A trial', source: 'a test', hints: ['one', 'two', 'three'] },
    ...spec,
    parameters: mapValues(parameters, (_, given) =>
      Array.isArray(given) ? { values: given, default: given[0] } : given,
    ),
    functions: mapValues(functions, (name, given) => ({
      ...{ signature, summary: name },
      ...(typeof given === 'string' ? { formula: given } : (given as object)),
    })),
  }
  return parseExercise(JSON.stringify(whole), 'exercise.yaml', { folder: 'trial', references })
}

function mapValues<V, W>(of: { readonly [key: string]: V }, to: (key: string, value: V) => W) {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(key, value)]))
}

/** Few points, all of them: what fails fails at these. */
export const OPTIONS: GradingOptions = {
  ...{ seed: 7, points: 512, exhaustive: false, only: [], at: [] },
}

/** The checks of an exercise on a submission, by their ids. */
type Judged = { readonly [check: string]: CheckReport }

type Judge = (
  exercise: Exercise,
  text: string,
  options?: Partial<GradingOptions>,
) => Promise<Judged>

/** Judges texts as the command does, in one sandbox for a whole test file. */
export function openJudge(): Judge {
  const sandbox = openSandbox()
  afterAll(() => sandbox.close())
  return (exercise, text, options) => judgeText(sandbox, exercise, text, options)
}

/** What a row expects of a check's report; of what it does not name, anything. */
interface Gives extends Partial<Omit<CheckReport, 'message' | 'says' | Absent>> {
  readonly message?: string | RegExp
  readonly says?: object
  readonly cause?: string | undefined
  readonly note?: string | undefined
  readonly warning?: true | undefined
}

type Absent = 'cause' | 'note' | 'warning'

/** A row of a table: a submission, and what a check makes of it. */
export type Row = readonly [
  title: string,
  text: string,
  gives: Gives,
  options?: Partial<GradingOptions>,
]

/** One test for each row. */
export function judgesEach(
  judge: Judge,
  exercise: Exercise,
  check: string,
  rows: readonly Row[],
): void {
  for (const [title, text, gives, options] of rows) {
    test(title, async () => {
      const found = (await judge(exercise, text, options))[check]
      const { message } = gives
      const said = message instanceof RegExp ? { message: expect.stringMatching(message) } : {}
      const open = { cause: undefined, note: undefined, warning: undefined }
      expect({ ...open, ...found }).toMatchObject({ ...gives, ...said })
    })
  }
}

/** Points as `--at` names them. */
export function at(variable: number, parameters: AtPoint['parameters'] = {}) {
  return { at: [{ variable, parameters }] }
}

const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))

async function judgeText(
  sandbox: Sandbox,
  exercise: Exercise,
  text: string,
  options: Partial<GradingOptions> = {},
): Promise<Judged> {
  const session = sandbox.session()
  const source = { file: 'answer.ts', text, siblings: {} }
  const job = {
    exercise,
    submission: { kind: 'found' as const, path: 'answer.ts', source, sha256: '' },
    file: 'answer.ts',
    student: null,
    options: { ...OPTIONS, ...options },
  }
  try {
    const report = await grade(job, session, services)
    expectLaws(report)
    return Object.fromEntries(report.checks.map((check) => [check.id, check]))
  } finally {
    await session.close()
  }
}
