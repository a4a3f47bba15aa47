import type { CheckReport, RunReport } from '../../report/report.ts'
import type { EditorMark } from './editor.ts'

/** The places that a report speaks of, for the editor's margin. */
export function marksOf({ submissions: [submission] }: RunReport): readonly EditorMark[] {
  const checks = submission?.checks ?? []
  return checks.flatMap((check) =>
    check.status === 'passed' && !check.warning ? [] : marksOfCheck(check),
  )
}

function marksOfCheck({ evidence, warning, message }: CheckReport): readonly EditorMark[] {
  return evidence.flatMap((item) => {
    if (item.kind !== 'source') return []
    const { line, column, endColumn, remark } = item
    return {
      line,
      column,
      ...(endColumn !== undefined && { endColumn }),
      severity: warning ? ('warning' as const) : ('error' as const),
      message: remark || message,
    }
  })
}
