import { pointsAsNumber } from '../../reporters/format-value.ts'
import type { GradeCell, GradeLine } from '../ledger/ledger.ts'
import { type Cells, csvTable } from './csv-table.ts'
import type { FinishedRun } from './finished-run.ts'

const COLUMNS = [
  'student',
  'id',
  'email',
  'exercise',
  'status',
  'score',
  'max_score',
  'late',
  'notes',
  'file',
  'section',
  'why',
] as const

/** `grades.csv`: a row for each person and exercise, whatever became of it. */
export function gradesCsv({
  ledger,
  exercises,
}: Pick<FinishedRun, 'ledger' | 'exercises'>): string {
  const rows = ledger.lines.flatMap((line) =>
    exercises.map(({ id }) => rowOf(line, id, line.cells.get(id) as GradeCell)),
  )
  return csvTable([COLUMNS, ...rows])
}

/** What is excused is worth nothing, and not none of ten: whoever adds up must not count it. */
function pointsOf({ state, score, maxScore }: GradeCell): Cells {
  return [pointsAsNumber(score), pointsAsNumber(state === 'excused' ? 0 : maxScore)]
}

function rowOf({ student, enrolled }: GradeLine, exercise: string, cell: GradeCell): Cells {
  const { result, state, why } = cell
  const notes = result?.entry.row.checks.flatMap(({ note }) => note ?? []) ?? []
  return [
    student.name,
    student.id,
    student.email,
    exercise,
    state,
    ...pointsOf(cell),
    result?.handed.late ? 'late' : null,
    [...new Set(notes)].join(' ') || null,
    result?.handed.file.shown ?? null,
    enrolled?.sections.join('; ') || null,
    why.join('; ') || null,
  ]
}
