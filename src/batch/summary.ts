import { formatPoints } from '../reporters/format-points.ts'
import { packText } from '../reporters/words.ts'
import { cleanLine } from '../text/clean-text.ts'
import { type HandedTwice, handedTwice } from './handed-twice.ts'
import type { Ignored, Inventory } from './inventory.ts'
import type { Attendance, Enrolled } from './roster.ts'
import type { BatchResult } from './run-batch.ts'
import type { RunHeader } from './task.ts'

export interface SummaryFacts {
  readonly header: Pick<RunHeader, 'pack'>
  readonly inventory: Inventory
  readonly results: readonly BatchResult[]
  readonly roster?: readonly Enrolled[] | undefined
  readonly attendance: Attendance | undefined
  readonly seconds: number
}

/** What a person reads after a run: what was found, what became of each file, and how it went. */
export function summaryText(facts: SummaryFacts): string {
  const { header, inventory, results, roster, attendance, seconds } = facts
  const pack = packText(header)
  return [
    ...inventory.inputs.map(
      ({ input, layout, why }) => `${cleanLine(input)}: layout ${layout} (${why})`,
    ),
    ...(pack === undefined ? [] : [pack]),
    '',
    ...fileLines(inventory, results),
    ...attendanceLines(attendance),
    ...handedTwice(results, roster).map(twiceLine),
    '',
    ...verdictLines(results),
    rateLine(results, seconds),
    '',
  ].join('\n')
}

function fileLines(
  { files, handed, ignored }: Inventory,
  results: readonly BatchResult[],
): string[] {
  const unreadable = results.filter((result) => result.unreadable !== undefined)
  const judged = results.length - unreadable.length
  const left = handed.length - results.length
  const parts = [
    `${judged} judged`,
    `${unreadable.length} unreadable`,
    `${ignored.length} ignored`,
    ...(left > 0 ? [`${left} not judged yet`] : []),
  ]
  return [
    `${files} files: ${parts.join(', ')}`,
    ...unreadable.map(
      ({ handed, unreadable }) =>
        `  unreadable  ${cleanLine(handed.file.shown)}: ${cleanLine(unreadable ?? '')}`,
    ),
    ...ignoredLines(ignored),
  ]
}

/** What somebody handed in twice is listed one by one, the rest by reason. */
function ignoredLines(ignored: readonly Ignored[]): string[] {
  const byReason = new Map<string, string[]>()
  for (const { file, reason } of ignored) {
    const files = byReason.get(reason)
    if (files) files.push(file)
    else byReason.set(reason, [file])
  }
  return [...byReason].map(([reason, files]) => {
    const more = files.length > 3 ? `, and ${files.length - 3} more` : ''
    const shown = files
      .slice(0, 3)
      .map((file) => cleanLine(file))
      .join(', ')
    return `  ignored     ${shown}${more}: ${cleanLine(reason)}`
  })
}

function attendanceLines(attendance: Attendance | undefined): string[] {
  if (attendance === undefined) return []
  const { missing, strangers, enrolled } = attendance
  return [
    '',
    `${enrolled} students on the roster`,
    ...missing.map(
      ({ student, exercises }) => `  missing     ${cleanLine(student)}: ${exercises.join(', ')}`,
    ),
    ...strangers.map(
      (student) => `  stranger    ${cleanLine(student)}: handed in, but is not on the roster`,
    ),
  ]
}

/** Two names in the input, one student: which of the two counts is never left to chance unsaid. */
function twiceLine({ person, exercise, counted, others }: HandedTwice): string {
  const told = ({ handed, entry }: BatchResult) =>
    `${cleanLine(handed.file.shown)} (${formatPoints(entry.row.score, entry.row.maxScore)})`
  const who = `  twice       ${cleanLine(person.name)}: ${exercise}`
  return `${who} under ${others.length + 1} names; ${told(counted)} counts, ${others.map(told).join(', ')} not: see to it that they are one student`
}

function verdictLines(results: readonly BatchResult[]): string[] {
  const exercises = [...new Set(results.map(({ handed }) => handed.exercise))]
  return exercises.map((exercise) => {
    const rows = results.flatMap(({ handed, entry }) =>
      handed.exercise === exercise ? entry.row : [],
    )
    const count = (status: string) => rows.filter((row) => row.status === status).length
    const score = rows.reduce((sum, row) => sum + row.score, 0)
    const most = Math.max(0, ...rows.map((row) => row.maxScore))
    const mean = rows.length === 0 ? 0 : Math.round(score / rows.length)
    const errored = count('errored')
    return [
      `${exercise}: ${rows.length} submission${rows.length === 1 ? '' : 's'}, ${count('passed')} passed, ${count('failed')} failed`,
      ...(errored > 0 ? [`${errored} could not be judged by a fault that is not theirs`] : []),
      `mean ${formatPoints(mean, most)}`,
    ].join(', ')
  })
}

function rateLine(results: readonly BatchResult[], seconds: number): string {
  const fresh = results.filter(({ known }) => !known).length
  const rate = seconds > 0 ? fresh / seconds : 0
  const known = results.length - fresh
  const again = known > 0 ? `; ${known} ${known === 1 ? 'was' : 'were'} known already` : ''
  return `judged ${fresh} in ${seconds.toFixed(1)} s (${rate.toFixed(1)} a second)${again}`
}
