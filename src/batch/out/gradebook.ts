import type { Course } from '../../course/course.ts'
import type {
  FunctionCurve,
  GradebookInput,
  GradebookPerson,
  PersonCell,
} from '../../gradebook/gradebook.ts'
import type { Locale } from '../../messages/catalogue.ts'
import { exerciseIn } from '../../pack/translate.ts'
import { sayIn } from '../../reporters/in-language.ts'
import { originText, packText } from '../../reporters/words.ts'
import type { GradeCell, GradeLine, Ledger } from '../ledger/ledger.ts'
import { isReader } from '../ledger/readers.ts'
import type { BatchResult } from '../run-batch.ts'
import { reportOf } from '../student-report.ts'
import { feedbackName } from './feedback-names.ts'
import { type FinishedRun, isWhole } from './finished-run.ts'

export interface Gradebook {
  readonly input: GradebookInput
  readonly resultOf: (cell: PersonCell) => BatchResult | undefined
}

/** What the page over all of a run is made of, for the teaching staff: a row for each person. */
export function gradebookOf(run: FinishedRun, feedbackEnding: string, locale: Locale): Gradebook {
  const { header, exercises, ledger, books } = run
  const say = sayIn(locale)
  const gradeOf = new Map<PersonCell, GradeCell>()
  const people = ledger.lines.map((line) => personOf(line, feedbackEnding, gradeOf))
  const resultOf = (cell: PersonCell) => gradeOf.get(cell)?.result
  const listed = books.roster?.people.length ?? people.length
  const input: GradebookInput = {
    title: say(
      `Gradebook: ${quantity(listed, 'person', 'people')}, ${exercises.map(({ id }) => id).join(', ')}`,
    ),
    origin: [originText(header, say), packText(header, locale)].filter(Boolean).join(say('. ')),
    rules: [
      ...(isWhole(run) ? [] : [INTERRUPTED]),
      ...openText(ledger, listed),
      ...rulesText(books.course?.course),
    ],
    exercises: exercises.map((exercise) => exerciseIn(exercise, locale)),
    people,
    ...(run.starters && { starters: run.starters }),
    curvesOf: (cell) => curvesOf(run, resultOf(cell)),
  }
  return { input, resultOf }
}

function personOf(
  line: GradeLine,
  ending: string,
  gradeOf: Map<PersonCell, GradeCell>,
): GradebookPerson {
  const { key, student, enrolled, cells, total } = line
  const made = [...cells].map(([exercise, grade]): [string, PersonCell] => {
    const cell = cellOf(grade)
    gradeOf.set(cell, grade)
    return [exercise, cell]
  })
  return {
    key,
    name: student.name,
    id: student.id === student.name ? '' : (student.id ?? student.email ?? ''),
    sections: enrolled?.sections ?? [],
    total,
    dropped: total.dropped,
    feedback: isReader(line) ? `students/${feedbackName(key)}.${ending}` : '',
    cells: new Map(made),
  }
}

function cellOf({ state, score, maxScore, why, result }: GradeCell): PersonCell {
  return {
    state,
    score,
    maxScore,
    why: why.join('; '),
    late: result?.handed.late ?? false,
    file: result?.handed.file.shown ?? '',
    ...(result && { row: result.entry.row }),
  }
}

const INTERRUPTED = 'An interrupt came before everything was judged: these are no final grades.'

/** What a human has to settle, and which rows are no people of the class. */
function openText({ doubts, lines }: Ledger, listed: number): string[] {
  const others = lines.length - listed
  const row = others === 1 ? 'row is' : 'rows are'
  return [
    ...(doubts.length > 0
      ? [
          `${quantity(doubts.length, 'hand-in', 'hand-ins')} in doubt: match.csv says what settles it.`,
        ]
      : []),
    ...(others > 0 ? [`${others} more ${row} of work by nobody on the class list.`] : []),
  ]
}

function quantity(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}

/** What the totals of the page are made by. */
function rulesText(course: Course | undefined): string[] {
  if (course === undefined) return []
  const { dropLowest, latenessBy, exercises } = course
  const weights = Object.entries(exercises).flatMap(([id, { weight }]) =>
    weight === undefined ? [] : [`${id} × ${weight}`],
  )
  return [
    ...(weights.length > 0 ? [`Weights in the total: ${weights.join(', ')}; others × 1.`] : []),
    ...(dropLowest ? [`The total leaves out the lowest ${dropLowest} of each person.`] : []),
    ...(latenessBy === 'mlp-check' ? ['Points for lateness are taken here.'] : []),
    ...(latenessBy === 'platform'
      ? ['Points for lateness are taken by the platform, and not here.']
      : []),
  ]
}

function curvesOf(run: FinishedRun, result: BatchResult | undefined): FunctionCurve[] {
  if (result === undefined) return []
  return reportOf(result, run).checks.flatMap((check) =>
    check.evidence.flatMap((item) =>
      item.kind === 'curve' && check.function !== undefined
        ? [{ function: check.function, curve: item }]
        : [],
    ),
  )
}
