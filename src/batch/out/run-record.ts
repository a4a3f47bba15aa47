import { basename } from 'node:path'
import { render } from '../../messages/render.ts'
import type { Adjustment } from '../../report/report.ts'
import type { State } from '../ledger/state.ts'
import type { FinishedRun } from './finished-run.ts'

const RUN_SCHEMA = 'mlp-check/run/v1'

/** `run.json`: whose grade is what and why, as another run can be held against. */
export interface RunRecord {
  readonly schema: typeof RUN_SCHEMA
  readonly tool: { readonly version: string; readonly fingerprint: string }
  readonly node: string
  readonly backend: string
  readonly seed: number
  readonly pointScale: number
  readonly exercises: readonly { readonly id: string; readonly sha256: string }[]
  /** Who takes points for lateness; null where no course says. */
  readonly latenessBy: string | null
  /** What the grade sheet beside it is called; null where there is none. */
  readonly sheet: string | null
  /** Whether everything was judged that was handed in. */
  readonly whole: boolean
  readonly people: readonly PersonRecord[]
  readonly doubts: readonly {
    readonly file: string
    readonly student: string
    readonly exercise: string
    readonly why: string
    readonly candidates: readonly string[]
  }[]
  readonly remarks: readonly string[]
}

export interface PersonRecord {
  readonly key: string
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  readonly enrolled: boolean
  readonly sections: readonly string[]
  readonly grades: { readonly [exercise: string]: GradeRecord }
  readonly total: { readonly score: number; readonly maxScore: number }
}

export interface GradeRecord {
  readonly state: State
  readonly score: number
  readonly maxScore: number
  /** What the checks gave, before any rule; null where nothing was judged. */
  readonly earned: number | null
  readonly file: string | null
  readonly sha256: string | null
  readonly uploads: number
  readonly adjustments: readonly Pick<Adjustment, 'id' | 'score' | 'text'>[]
  readonly override: { readonly points: number | null; readonly comment: string } | null
  readonly why: readonly string[]
}

/** A person a line, so that two runs can be compared by eye as well. */
export function* runRecordJson(run: FinishedRun): Iterable<string> {
  const { people, ...rest } = runRecord(run)
  const start = JSON.stringify(rest)
  yield `${start.slice(0, -1)},"people":[`
  for (const [index, person] of people.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(person)}`
  }
  yield '\n]}\n'
}

/** @throws Error where the text is no record of a run */
export function parseRunRecord(text: string): RunRecord {
  const record = JSON.parse(text)
  if (record?.schema === RUN_SCHEMA && Array.isArray(record.people)) return record
  throw new Error(`it is no ${RUN_SCHEMA}`)
}

/** A sheet is given back by the name that it came with. */
export function sheetName({ books }: Pick<FinishedRun, 'books'>): string | null {
  return books.sheet === undefined ? null : basename(books.sheet.roster.table.file)
}

function runRecord(run: FinishedRun) {
  const { header, tool, exercises, ledger, books, inventory, results } = run
  return {
    schema: RUN_SCHEMA,
    tool: { version: header.tool.version, fingerprint: tool },
    node: header.node,
    backend: `${header.backend.name} ${header.backend.version}`,
    seed: header.seed,
    pointScale: header.pointScale,
    exercises: exercises.map(({ id, sha256 }) => ({ id, sha256 })),
    latenessBy: books.course?.course.latenessBy ?? null,
    sheet: sheetName(run),
    whole: results.length === inventory.handed.length,
    doubts: ledger.doubts.map(({ student, candidates, ...doubt }) => ({
      file: doubt.file,
      student: student.name,
      exercise: doubt.exercise,
      why: doubt.why,
      candidates: candidates.map(({ name }) => name),
    })),
    remarks: ledger.remarks.map((remark) => render(remark)),
    people: ledger.lines.map(personRecord),
  } satisfies RunRecord
}

function personRecord(line: FinishedRun['ledger']['lines'][number]): PersonRecord {
  const { key, student, enrolled, cells, total } = line
  const grades = [...cells].map(([exercise, cell]): [string, GradeRecord] => [
    exercise,
    {
      state: cell.state,
      score: cell.score,
      maxScore: cell.maxScore,
      earned: cell.result?.entry.row.score ?? null,
      file: cell.result?.handed.file.shown ?? null,
      sha256: cell.result?.sha256 ?? null,
      uploads: cell.uploads,
      adjustments: cell.adjustments.map(({ id, score, text }) => ({ id, score, text })),
      override: cell.override
        ? { points: cell.override.points, comment: cell.override.comment }
        : null,
      why: cell.why,
    },
  ])
  return {
    key,
    name: student.name,
    id: student.id,
    email: student.email,
    enrolled: enrolled !== undefined,
    sections: enrolled?.sections ?? [],
    grades: Object.fromEntries(grades),
    total: { score: total.score, maxScore: total.maxScore },
  }
}
