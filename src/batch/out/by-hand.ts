import { pointsAsNumber } from '../../reporters/format-value.ts'
import { OVERRIDE_COLUMNS } from '../ledger/overrides.ts'
import { lettersTo } from '../ledger/readers.ts'
import { MATCH_COLUMNS } from '../people/match-file.ts'
import { personText } from '../people/roster.ts'
import { type Cells, csvTable } from './csv-table.ts'
import { feedbackName } from './feedback-names.ts'
import type { FinishedRun } from './finished-run.ts'

/** `match.csv`: what was decided of hand-ins, and below it what is to be; for `--match`. */
export function matchCsv({ ledger, books }: FinishedRun): string {
  const decided = [...(books.matches?.decisions ?? [])].map(([file, { said }]) => [
    file,
    said,
    'decided',
    null,
  ])
  const open = ledger.doubts
    .filter(({ file }) => !books.matches?.decisions.has(file))
    .map(({ file, why, candidates }) => [
      file,
      null,
      why,
      candidates.map(personText).join('; ') || null,
    ])
  return table(MATCH_COLUMNS, [...decided, ...open])
}

/**
 * The overrides as they were given, each with the hash of the answer that it was decided about: the
 * next run tells where another answer stands in its place.
 */
export function overridesCsv({ ledger, books }: FinishedRun): string {
  const answers = new Map(
    ledger.lines.flatMap(({ cells }) =>
      [...cells.values()].flatMap(({ override, result }) =>
        override ? [[override, result?.sha256 ?? '-'] as const] : [],
      ),
    ),
  )
  const byText = new Map([...answers].map(([one, answer]) => [JSON.stringify(one), answer]))
  const rows = (books.overrides?.list ?? []).map(({ enrolled: _, ...one }) => [
    one.person,
    one.exercise,
    one.points === null ? null : pointsAsNumber(one.points),
    one.comment || null,
    one.excused ? 'yes' : null,
    one.answer === null ? (byText.get(JSON.stringify(one)) ?? null) : one.answer || '-',
  ])
  return table(OVERRIDE_COLUMNS, rows)
}

/** `mail.csv`: to whom which file of feedback may be sent. */
export function mailCsv({ ledger }: FinishedRun, ending: string): string {
  const rows = lettersTo(ledger.lines).toSend.map(({ address, line }) => [
    address,
    `students/${feedbackName(line.key)}.${ending}`,
  ])
  return table(['address', 'file'], rows)
}

function table(headings: readonly string[], rows: readonly Cells[]) {
  return csvTable([headings, ...rows])
}
