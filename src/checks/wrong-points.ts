import type { ReferenceTable } from '../reference/table.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import type { EvaluationResult } from '../session.ts'
import { judgePoints } from './judge-points.ts'

/**
 * The points of a table at which a submission's values are wrong by the default tolerance; all of
 * them where it did not finish or gave two answers to one question.
 */
export function wrongPoints(table: ReferenceTable, result: EvaluationResult): readonly number[] {
  if (result.ended || result.unstable) return [...table.low.keys()]
  const everywhere = { select: () => true, tolerance: defaultTolerance }
  return judgePoints(table, result, everywhere).failing
}
