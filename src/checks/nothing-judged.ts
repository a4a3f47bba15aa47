import { say } from '../messages/render.ts'
import { atFault } from '../reference/truth.ts'
import type { CheckContext, Outcome } from './define-check.ts'

/** Fewer points than these may miss every place that a check is about. */
const ENOUGH = 256

/**
 * What was not judged has not passed. Where the points asked for are the reason, the check is skipped;
 * where the exercise gives points for a question about nothing, it is the exercise's fault.
 */
export function nothingJudged({ exercise, spec, options }: CheckContext): Outcome {
  const isAsked = options.at.length > 0 || options.points < ENOUGH
  if (isAsked || spec.points === 0) {
    const points = { tested: 0, failed: 0 }
    return { status: 'skipped', says: say('points.none'), points, evidence: [] }
  }
  throw atFault(
    exercise,
    `the check ${spec.id} gives points, and finds nothing to judge on [${exercise.domain.join(', ')}]`,
    'leave the check out, or change the formula or the domain so that there is something',
  )
}
