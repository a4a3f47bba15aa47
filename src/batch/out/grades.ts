import type { Exercise } from '../../exercise.ts'
import { csvRow } from '../../reporters/escape-csv.ts'
import { pointsAsNumber } from '../../reporters/format-value.ts'
import type { FinishedRun } from './finished-run.ts'
import { type GradeLine, gradeLines, mostPoints, totalScore } from './grade-lines.ts'
import type { GradesDialect } from './grades-dialects.ts'

type Cells = readonly (string | number | null)[]

const dialects: Readonly<Record<GradesDialect, (run: FinishedRun) => Cells[]>> = {
  plain,
  canvas,
  moodle,
}

/** `grades.csv` in the dialect of whoever reads it. */
export function gradesCsv(run: FinishedRun, dialect: GradesDialect): string {
  return dialects[dialect](run).map(csvRow).join('')
}

const PLAIN = [
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
] as const

/** A row for each student and exercise; what was not handed in is `missing`. */
function plain(run: FinishedRun): Cells[] {
  const rows = gradeLines(run).flatMap((line) => run.exercises.map((one) => plainRow(line, one)))
  return [PLAIN, ...rows]
}

function plainRow({ student, results }: GradeLine, exercise: Exercise): Cells {
  const { name, id, email } = student
  const worth = pointsAsNumber(pointsOf(exercise))
  const result = results.get(exercise.id)
  const who = [name, id, email, exercise.id]
  if (result === undefined) return [...who, 'missing', 0, worth, null, null, null]
  const { entry, handed } = result
  const notes = [...new Set(entry.row.checks.flatMap(({ note }) => note ?? []))].join(' ')
  const { status, score } = entry.row
  const late = handed.late ? 'late' : null
  return [...who, status, pointsAsNumber(score), worth, late, notes, handed.file.shown]
}

/** As Canvas imports it: the columns that find a student, and one for each assignment. */
function canvas(run: FinishedRun): Cells[] {
  const { exercises } = run
  const header = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  const assignments = exercises.map(({ id, title }) => `${id} ${title}`)
  const worth = exercises.map((exercise) => pointsAsNumber(pointsOf(exercise)))
  const rows = gradeLines(run).map(
    ({ student, enrolled, results }): Cells => [
      enrolled?.name ?? student.name,
      enrolled?.id ?? student.id,
      enrolled?.sisId ?? null,
      enrolled?.login ?? null,
      enrolled?.section ?? null,
      ...exercises.map(({ id }) => scoreOf(results.get(id)?.entry.row.score)),
    ],
  )
  return [
    [...header, ...assignments],
    ['    Points Possible', null, null, null, null, ...worth],
    ...rows,
  ]
}

/** As Moodle's grading worksheet: one grade for all exercises together. */
function moodle(run: FinishedRun): Cells[] {
  const header = [
    'Identifier',
    'Full name',
    'Email address',
    'Grade',
    'Maximum Grade',
    'Feedback comments',
  ]
  const worth = pointsAsNumber(mostPoints(run))
  const rows = gradeLines(run).map((line): Cells => {
    const { student, enrolled, results } = line
    const number = (enrolled?.id ?? student.id)?.replace(/^participant\s*/i, '')
    return [
      number ? `Participant ${number}` : null,
      enrolled?.name ?? student.name,
      enrolled?.email ?? student.email,
      results.size === 0 ? null : pointsAsNumber(totalScore(line)),
      worth,
      commentOf(line, run),
    ]
  })
  return [header, ...rows]
}

function commentOf({ results }: GradeLine, { exercises }: FinishedRun): string {
  const parts = exercises.map((exercise) => {
    const row = results.get(exercise.id)?.entry.row
    if (row === undefined) return `${exercise.id}: nothing was handed in`
    return `${exercise.id}: ${pointsAsNumber(row.score)} of ${pointsAsNumber(row.maxScore)} points`
  })
  return parts.join('; ')
}

function scoreOf(score: number | undefined): number | null {
  return score === undefined ? null : pointsAsNumber(score)
}

function pointsOf({ checks }: Exercise): number {
  return checks.reduce((sum, { points }) => sum + points, 0)
}
