import type { Locale } from '../messages/catalogue.ts'
import { padded } from '../messages/display-width.ts'
import { render, say, speaker } from '../messages/render.ts'
import { type Message, POINT_SCALE } from '../report/report.ts'
import { packText } from '../reporters/words.ts'
import { cleanLine } from '../text/clean-text.ts'
import type { Ignored, Inventory } from './inventory.ts'
import type { Doubt, GradeCell, GradeLine, Ledger } from './ledger/ledger.ts'
import type { State } from './ledger/state.ts'
import { personText, type Roster } from './people/roster.ts'
import type { BatchResult } from './run-batch.ts'
import type { SheetPlan } from './sheet/columns.ts'
import type { FilledSheet } from './sheet/fill-sheet.ts'
import { studentText } from './student-report.ts'
import type { RunHeader } from './task.ts'

export interface SummaryFacts {
  readonly header: Pick<RunHeader, 'pack'>
  readonly inventory: Inventory
  readonly results: readonly BatchResult[]
  /** Absent for a part of a run: it knows only its own. */
  readonly ledger?: Ledger
  readonly books?: {
    readonly roster?: Roster | undefined
    readonly sheet?: Pick<SheetPlan, 'roster'> | undefined
    readonly course?: LatenessTaker
  }
  readonly sheet?: FilledSheet | undefined
  /** How many groups of answers are alike; absent where nothing was written. */
  readonly alike?: number
  /** How many of them no page shows. */
  readonly unshown?: number
  readonly seconds: number
}

type LatenessTaker = { readonly course: { readonly latenessBy?: string | undefined } } | undefined

type Speak = ReturnType<typeof speaker>

/**
 * What a person reads after a run: what was found, what became of each file, and how it went.
 * Reasons are told as the tables of the results tell them, whatever the language.
 */
export function summaryText(facts: SummaryFacts, locale: Locale = 'en'): string {
  const { header, inventory, results, ledger, alike = 0, unshown = 0 } = facts
  const speak = speaker(locale)
  const pack = packText(header, locale)
  const layouts = inventory.inputs.map(({ input, layout, why }) =>
    speak('batch.layout', { input: cleanLine(input), layout, why }),
  )
  return [
    ...layouts,
    ...(pack === undefined ? [] : [pack]),
    '',
    ...fileLines(inventory, results, speak),
    ...(ledger === undefined ? [] : ledgerLines(ledger, facts, locale)),
    '',
    ...verdictLines(results, speak),
    // Nobody opens a page that nobody tells of.
    ...(alike > 0 ? [speak('batch.alike', { count: alike, unshown })] : []),
    rateLine(facts, speak),
    '',
  ].join('\n')
}

/** Of so many cells is the word that a line begins with. */
const WORD = 12

function told(speak: Speak, word: Parameters<Speak>[0], what: string, text: string): string {
  const line = speak('batch.told', { what, text: cleanLine(text) })
  return `  ${padded(speak(word), WORD)}${line}`
}

function fileLines(
  { files, handed, ignored }: Inventory,
  results: readonly BatchResult[],
  speak: Speak,
): string[] {
  const unreadable = results.filter((result) => result.unreadable !== undefined)
  const counts = {
    files,
    judged: results.length - unreadable.length,
    unreadable: unreadable.length,
    ignored: ignored.length,
    left: handed.length - results.length,
  }
  return [
    speak('batch.files', counts),
    ...unreadable.map(({ handed, unreadable: why = '' }) =>
      told(speak, 'batch.unreadable', cleanLine(handed.file.shown), why),
    ),
    ...ignoredLines(ignored, speak),
  ]
}

/** By reason, the first few of each. */
function ignoredLines(ignored: readonly Ignored[], speak: Speak): string[] {
  const byReason = new Map<string, string[]>()
  for (const { file, reason } of ignored) {
    const files = byReason.get(reason)
    if (files) files.push(file)
    else byReason.set(reason, [file])
  }
  return [...byReason].map(([reason, files]) => {
    const names = files.slice(0, 3).map((file) => cleanLine(file))
    const shown = speak('batch.several', { names: names.join(', '), more: files.length - 3 })
    return told(speak, 'batch.ignored', shown, reason)
  })
}

function ledgerLines(ledger: Ledger, { books, sheet }: SummaryFacts, locale: Locale): string[] {
  const speak = speaker(locale)
  const remark = (message: Message) =>
    `  ${padded(speak('batch.remark'), WORD)}${cleanLine(render(message, locale))}`
  const { length } = ledger.doubts
  const lists = [...new Set([books?.roster, books?.sheet?.roster])]
  const said = [
    ...peopleLines(ledger, books?.roster, speak),
    ...ledger.doubts.map((doubt) => doubtLine(doubt, speak)),
    ...(length > 0 ? [speak('batch.settle', { count: length })] : []),
    ...[...lists.flatMap(guessedPage), ...ledger.remarks, ...(sheet?.remarks ?? [])].map(remark),
    ...latenessLines(books?.course, speak),
    ...(sheet === undefined ? [] : [speak('batch.filled', { count: sheet.filled })]),
  ]
  return said.length === 0 ? [] : ['', ...said]
}

/** A code page is a guess: whoever reads the names sees whether it is right. */
function guessedPage(list: Roster | undefined): Message[] {
  if (list === undefined || !list.table.codec.guessed) return []
  const { file, codec, rows } = list.table
  const cells = rows.flatMap((row) => row.cells.map(({ text }) => text.trim()))
  const example = cells.find((text) => /[^\0-\x7f]/.test(text)) ?? ''
  return [say('sheet.guessed', { file, page: codec.name, example })]
}

function peopleLines({ lines }: Ledger, roster: Roster | undefined, speak: Speak): string[] {
  const missing = lines.flatMap((line) => {
    const lacking = cellsOf(line, 'missing').map(([exercise]) => exercise)
    if (line.enrolled === undefined || lacking.length === 0) return []
    return [told(speak, 'batch.missing', nameOf(line), lacking.join(', '))]
  })
  const aside = lines.flatMap((line) => {
    // Of hand-ins that are nobody's, the doubt itself is told below.
    if (line.enrolled === undefined && roster !== undefined) return []
    return cellsOf(line, 'set-aside').map(([exercise, { why }]) => {
      const what = speak('batch.of-exercise', { person: nameOf(line), exercise })
      return told(speak, 'batch.set-aside', what, why.join('; '))
    })
  })
  const count = roster?.people.length
  const enrolled = count === undefined ? [] : [speak('batch.roster', { count })]
  return [...enrolled, ...missing, ...aside]
}

function cellsOf({ cells }: GradeLine, state: State): [string, GradeCell][] {
  // Where a human gave points, nothing is open.
  return [...cells].filter(([, cell]) => cell.state === state && cell.override?.points == null)
}

/** With the number that tells two of one name apart. */
function nameOf({ student }: GradeLine): string {
  return cleanLine(studentText(student))
}

function doubtLine({ file, student, exercise, why, candidates }: Doubt, speak: Speak): string {
  const people = candidates.map(personText).join(speak('batch.or'))
  const text = people === '' ? why : speak('batch.may-be', { why, people })
  const what = { file: cleanLine(file), person: cleanLine(student.name), exercise }
  return told(speak, 'batch.doubtful', speak('batch.hand-in', what), text)
}

function latenessLines(course: LatenessTaker, speak: Speak): string[] {
  const taker = course?.course.latenessBy
  if (taker === undefined) return []
  return [speak(taker === 'platform' ? 'batch.late-there' : 'batch.late-here')]
}

/** What could not be read has no verdict, unless the fault is ours. */
function verdictLines(all: readonly BatchResult[], speak: Speak): string[] {
  const results = all.filter(
    ({ unreadable, entry }) => unreadable === undefined || entry.row.status === 'errored',
  )
  const exercises = [...new Set(results.map(({ handed }) => handed.exercise))]
  return exercises.map((exercise) => {
    const rows = results.flatMap(({ handed, entry }) =>
      handed.exercise === exercise ? entry.row : [],
    )
    const count = (status: string) => rows.filter((row) => row.status === status).length
    const score = rows.reduce((sum, row) => sum + row.score, 0)
    return speak('batch.exercise', {
      exercise,
      count: rows.length,
      passed: count('passed'),
      failed: count('failed'),
      errored: count('errored'),
      mean: Math.round(score / rows.length) / POINT_SCALE,
      most: Math.max(0, ...rows.map((row) => row.maxScore)) / POINT_SCALE,
    })
  })
}

function rateLine({ results, seconds }: SummaryFacts, speak: Speak): string {
  const fresh = results.filter(({ known }) => !known).length
  const rate = (seconds > 0 ? fresh / seconds : 0).toFixed(1)
  return speak('batch.rate', {
    fresh,
    seconds: seconds.toFixed(1),
    rate,
    known: results.length - fresh,
  })
}
