import { buildLedger } from './ledger/build-ledger.ts'
import type { FinishedRun } from './out/finished-run.ts'
import { fillSheet } from './sheet/fill-sheet.ts'

/** Makes grades of verdicts: the same for one machine and for the parts of many. */
export function finishRun(run: Omit<FinishedRun, 'ledger' | 'sheet'>): FinishedRun {
  const ledger = buildLedger(run)
  const { sheet, roster } = run.books
  return {
    ...run,
    ledger,
    sheet: sheet && roster ? fillSheet(sheet, ledger, roster) : undefined,
  }
}
