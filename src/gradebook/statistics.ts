import type { Exercise } from '../exercise.ts'
import type { GradedSubmission } from './gradebook.ts'

export interface Bin {
  /** Per cent of the points: from, and up to but for the last bin not including. */
  readonly from: number
  readonly to: number
  readonly count: number
}

/** How many earned which share of the points, in tenths; everything is a bin of its own. */
export function scoreBins(submissions: readonly GradedSubmission[]): Bin[] {
  const counts = new Array<number>(11).fill(0)
  for (const { row } of submissions) {
    const place = row.maxScore === 0 ? 0 : Math.floor((row.score * 10) / row.maxScore)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts.map((count, index) => ({
    from: index * 10,
    to: Math.min(index * 10 + 10, 100),
    count,
  }))
}

export interface PassRate {
  readonly check: string
  readonly title: string
  readonly passed: number
  /** Whom the check could decide about. */
  readonly decided: number
}

export function passRates(
  exercise: Exercise,
  submissions: readonly GradedSubmission[],
): PassRate[] {
  const counts = new Map<string, { passed: number; decided: number }>()
  for (const { row } of submissions) {
    for (const { id, status } of row.checks) {
      if (status === 'skipped') continue
      const count = counts.get(id) ?? { passed: 0, decided: 0 }
      counts.set(id, count)
      count.decided++
      if (status === 'passed') count.passed++
    }
  }
  return exercise.checks.map(({ id, title }) => ({
    check: id,
    title,
    ...(counts.get(id) ?? { passed: 0, decided: 0 }),
  }))
}
