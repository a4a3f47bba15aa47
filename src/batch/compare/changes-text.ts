import { formatPoints } from '../../reporters/format-points.ts'
import { cleanLine } from '../../text/clean-text.ts'
import type { Cause, Change, Changes } from './compare-runs.ts'

const BECAUSE: Readonly<Record<Cause, string>> = {
  submission: 'another answer was handed in',
  exercise: 'the exercise changed',
  rule: "the course's rules changed",
  override: 'a human decided',
  tool: 'another build, Node version or backend judged it',
  seed: 'it was judged at other points',
  match: 'it is another hand-in that counts',
  roster: 'the class list changed',
}

/** A line for each grade that changed, then how many did not. */
export function changesText({ changes, same, doubts }: Changes): string {
  const lines = changes.map(
    (change) =>
      `${cleanLine(change.person)}, ${change.exercise}: ${gradeText(change.before)} → ${gradeText(change.after)} (${change.because.map((cause) => BECAUSE[cause]).join('; ')})`,
  )
  const open =
    doubts.before === doubts.after
      ? []
      : [`hand-ins in doubt: ${doubts.before} before, ${doubts.after} now`]
  const unchanged =
    same === 1 ? '1 person has the same grades' : `${same} people have the same grades`
  const changed = `${changes.length} ${changes.length === 1 ? 'grade' : 'grades'} changed`
  return `${[...lines, ...open, `${changed}; ${unchanged}`].join('\n')}\n`
}

function gradeText(grade: Change['before']): string {
  if (grade === null) return 'nothing'
  return `${grade.state} ${formatPoints(grade.score, grade.maxScore)}`
}
