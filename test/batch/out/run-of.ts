import { finishRun } from '../../../src/batch/finish-run.ts'
import type { Handed, Ignored, Student } from '../../../src/batch/inventory.ts'
import { studentNamed } from '../../../src/batch/layouts/layout.ts'
import { courseRules } from '../../../src/batch/ledger/course-rules.ts'
import { parseOverrides } from '../../../src/batch/ledger/overrides.ts'
import type { FinishedRun } from '../../../src/batch/out/finished-run.ts'
import { parseMatches } from '../../../src/batch/people/match-file.ts'
import { parseRoster } from '../../../src/batch/people/roster.ts'
import type { BatchResult } from '../../../src/batch/run-batch.ts'
import { sheetColumns } from '../../../src/batch/sheet/columns.ts'
import { parseCourse } from '../../../src/course/schema.ts'
import { builtInPack, findExercise } from '../../../src/pack/pack.ts'

const pack = builtInPack()
const load = (name: string) => pack.load(findExercise(pack, name))

/** One hand-in: what it earned of 10 points, or that it could not be judged by a fault of ours. */
export interface Piece extends Partial<Handed> {
  readonly by: string | Student
  /** Hundredths of a point; 'ours' for an error that is not the student's, null for not judged. */
  readonly earned?: number | 'ours' | null
  readonly sha256?: string
  /** Why it could not be read. */
  readonly unreadable?: string
}

export interface Texts {
  readonly roster?: string
  readonly sheet?: string | Buffer
  readonly columns?: readonly string[]
  readonly match?: string
  readonly course?: unknown
  readonly overrides?: string
  readonly ignored?: readonly Ignored[]
  /** By their ids; ex1 where nothing is said. */
  readonly exercises?: readonly string[]
}

/** A run that ended, without a judge: its verdicts are given. */
export function runOf(pieces: readonly Piece[], texts: Texts = {}): FinishedRun {
  const listOf = (text: string | Buffer, file: string) => parseRoster(Buffer.from(text), file)
  const sheetList = texts.sheet === undefined ? undefined : listOf(texts.sheet, 'sheet.csv')
  const roster = texts.roster === undefined ? sheetList : listOf(texts.roster, 'class.csv')
  const exercises = (texts.exercises ?? ['ex1']).map(load)
  const ids = exercises.map(({ id }) => id)
  const idOf = (name: string) => ids.find((id) => id === (name === 'tanh' ? 'ex1' : name))
  const names = { exercises: ids, idOf }
  const results = pieces.map(resultOf)
  const handed = results.map((result) => result.handed)
  const course = texts.course === undefined ? undefined : parseCourse(texts.course, 'course.yaml')
  return finishRun({
    header: {},
    tool: 'a tool',
    exercises,
    inventory: { inputs: [], handed, ignored: texts.ignored ?? [], files: handed.length },
    results: results.filter((_, index) => pieces[index]?.earned !== null),
    books: {
      roster,
      ...(sheetList && {
        sheet: {
          roster: sheetList,
          columns: sheetColumns(texts.columns ?? [], sheetList, names),
        },
      }),
      ...(course && { course: courseRules(course, roster, 'course.yaml') }),
      ...(texts.match !== undefined && {
        matches: parseMatches(Buffer.from(texts.match), 'match.csv', roster?.people),
      }),
      ...(texts.overrides !== undefined && {
        overrides: parseOverrides(Buffer.from(texts.overrides), 'by-hand.csv', { roster, idOf }),
      }),
    },
  } as unknown as FinishedRun)
}

function resultOf({ by, earned = 425, sha256, unreadable, ...handed }: Piece): BatchResult {
  const student = typeof by === 'string' ? studentNamed(by) : by
  const score = typeof earned === 'number' ? earned : 0
  const status = earned === 'ours' ? 'errored' : score === 1000 ? 'passed' : 'failed'
  const row = {
    status: status as 'passed' | 'failed' | 'errored',
    score,
    maxScore: 1000,
    checks: [{ id: 'd', status: 'failed' as const, note: 'sign' }],
    behaviour: {},
    fingerprints: [],
  }
  const shown = handed.file?.shown ?? `${student.name}/ex1.ts`
  return {
    handed: {
      student,
      exercise: 'ex1',
      name: 'ex1.ts',
      late: false,
      order: null,
      ownFolder: true,
      ...handed,
      file: { path: '', shown },
    },
    known: false,
    ...(unreadable !== undefined && { unreadable }),
    sha256: sha256 ?? `sha of ${shown}`,
    entry: { row, offset: 0, bytes: 0 },
  }
}

/** By person, the state and the points. */
export function gradesOf({ ledger }: FinishedRun): Record<string, string> {
  return Object.fromEntries(
    ledger.lines.map(({ key, cells }) => {
      const { state, score } = cells.get('ex1') as { state: string; score: number }
      return [key, `${state} ${score / 100}`]
    }),
  )
}
