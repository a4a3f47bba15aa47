import { formatPoints } from '../reporters/format-points.ts'
import { packText } from '../reporters/words.ts'
import { cleanLine } from '../text/clean-text.ts'
import type { Ignored, Inventory } from './inventory.ts'
import type { Doubt, Ledger } from './ledger/ledger.ts'
import type { State } from './ledger/state.ts'
import { personText, type Roster } from './people/roster.ts'
import type { BatchResult } from './run-batch.ts'
import type { FilledSheet } from './sheet/fill-sheet.ts'
import type { RunHeader } from './task.ts'

export interface SummaryFacts {
  readonly header: Pick<RunHeader, 'pack'>
  readonly inventory: Inventory
  readonly results: readonly BatchResult[]
  /** Absent for a part of a run: it knows only its own. */
  readonly ledger?: Ledger
  readonly books?: { readonly roster?: Roster | undefined; readonly course?: LatenessTaker }
  readonly sheet?: FilledSheet | undefined
  /** How many groups of answers are alike; absent where nothing was written. */
  readonly alike?: number
  readonly seconds: number
}

type LatenessTaker = { readonly course: { readonly latenessBy?: string | undefined } } | undefined

/** What a person reads after a run: what was found, what became of each file, and how it went. */
export function summaryText(facts: SummaryFacts): string {
  const { header, inventory, results, ledger, seconds } = facts
  const pack = packText(header)
  return [
    ...inventory.inputs.map(
      ({ input, layout, why }) => `${cleanLine(input)}: layout ${layout} (${why})`,
    ),
    ...(pack === undefined ? [] : [pack]),
    '',
    ...fileLines(inventory, results),
    ...(ledger === undefined ? [] : ledgerLines(ledger, facts)),
    '',
    ...verdictLines(results),
    ...likenessLines(facts),
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

function ledgerLines(ledger: Ledger, { books, sheet }: SummaryFacts): string[] {
  const said = [
    ...peopleLines(ledger, books?.roster),
    ...ledger.doubts.map(doubtLine),
    ...settleLines(ledger.doubts),
    ...[...ledger.remarks, ...(sheet?.remarks ?? [])].map(
      (text) => `  remark      ${cleanLine(text)}`,
    ),
    ...latenessLines(books?.course),
    ...(sheet === undefined ? [] : [filledLine(sheet)]),
  ]
  return said.length === 0 ? [] : ['', ...said]
}

function filledLine({ filled }: FilledSheet): string {
  return filled === 1
    ? '1 cell of the sheet is filled in'
    : `${filled} cells of the sheet are filled in`
}

function peopleLines({ lines }: Ledger, roster: Roster | undefined): string[] {
  const of = (state: State) => (line: Ledger['lines'][number]) =>
    [...line.cells].flatMap(([exercise, cell]) =>
      cell.state === state ? [{ exercise, cell }] : [],
    )
  const missing = lines.flatMap((line) => {
    const lacking = of('missing')(line).map(({ exercise }) => exercise)
    if (line.enrolled === undefined || lacking.length === 0) return []
    return [`  missing     ${cleanLine(line.student.name)}: ${lacking.join(', ')}`]
  })
  const aside = lines.flatMap((line) => {
    // Of hand-ins that are nobody's, the doubt itself is told below.
    if (line.enrolled === undefined && roster !== undefined) return []
    return of('set-aside')(line).map(
      ({ exercise, cell }) =>
        `  set aside   ${cleanLine(line.student.name)}, ${exercise}: ${cleanLine(cell.why.join('; '))}`,
    )
  })
  const enrolled = roster === undefined ? [] : [`${roster.people.length} students on the roster`]
  return [...enrolled, ...missing, ...aside]
}

function doubtLine({ file, student, exercise, why, candidates }: Doubt): string {
  const who = candidates.length > 0 ? `; may be ${candidates.map(personText).join(' or ')}` : ''
  return `  doubtful    ${cleanLine(file)} (${cleanLine(student.name)}, ${exercise}): ${cleanLine(why + who)}`
}

function settleLines(doubts: readonly Doubt[]): string[] {
  if (doubts.length === 0) return []
  const what = doubts.length === 1 ? '1 hand-in counts' : `${doubts.length} hand-ins count`
  return [
    `${what} for nobody yet: write a person, or nobody, into match.csv of --out, and give it back by --match`,
  ]
}

function latenessLines(course: LatenessTaker): string[] {
  const taker = course?.course.latenessBy
  if (taker === undefined) return []
  return [
    taker === 'platform'
      ? 'lateness: no points are taken here; the platform takes them, as the course file says'
      : 'lateness: points are taken here, as the course file says; let the platform take none',
  ]
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

/** Nobody opens a page that nobody tells of. */
function likenessLines({ alike = 0 }: SummaryFacts): string[] {
  if (alike === 0) return []
  const groups = alike === 1 ? '1 group of answers is' : `${alike} groups of answers are`
  return [`likeness: ${groups} alike; gradebook.html lists them, likeness/001.html shows the first`]
}

function rateLine(results: readonly BatchResult[], seconds: number): string {
  const fresh = results.filter(({ known }) => !known).length
  const rate = seconds > 0 ? fresh / seconds : 0
  const known = results.length - fresh
  const again = known > 0 ? `; ${known} ${known === 1 ? 'was' : 'were'} known already` : ''
  return `judged ${fresh} in ${seconds.toFixed(1)} s (${rate.toFixed(1)} a second)${again}`
}
