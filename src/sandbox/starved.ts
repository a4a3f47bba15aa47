import type { Fault, LoadResult } from '../session.ts'
import type { WorkerAnswers } from './protocol.ts'

type Answer = WorkerAnswers[keyof WorkerAnswers]

/**
 * Whether memory ran out before an answer did. Whatever else comes to its end came to it by the
 * submission's own limits, which are the same on every thread.
 */
export function isStarved(answer: Answer): boolean {
  if (answer === null || typeof answer !== 'object') return false
  if ('ahead' in answer) return isStarvedLoad(answer.result) || answer.ahead.some(endedSo)
  return Array.isArray(answer) ? answer.some(endedSo) : endedSo(answer)
}

function isStarvedLoad(result: LoadResult): boolean {
  if (result.kind === 'fault') return endedSo(result)
  return Object.values(result.functions).some((found) => {
    const { formula } = found.kind === 'function' ? found : {}
    return formula?.kind === 'undecided' && formula.why.id === 'not-followed.memory'
  })
}

/** An answer that is a fault, holds one, or ended in one. */
function endedSo(answer: unknown): boolean {
  if (answer === null || typeof answer !== 'object') return false
  const { cause, ended, results } = answer as Partial<Fault> & {
    readonly ended?: Fault
    readonly results?: readonly unknown[]
  }
  if (cause === 'out-of-memory' || ended?.cause === 'out-of-memory') return true
  return results?.some(endedSo) ?? false
}
