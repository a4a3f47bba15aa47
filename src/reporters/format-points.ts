import { POINT_SCALE } from '../report/report.ts'

/** `1.5 of 2 points`: exact, since scores are whole hundredths. */
export function formatPoints(score: number, maxScore: number): string {
  const worth = maxScore / POINT_SCALE
  return `${score / POINT_SCALE} of ${worth} point${worth === 1 ? '' : 's'}`
}
