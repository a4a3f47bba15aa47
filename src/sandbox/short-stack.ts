import type {
  DerivedFormula,
  Fault,
  LoadedFunction,
  LoadResult,
  MissingFunction,
} from '../session.ts'
import type { WorkerAnswers } from './protocol.ts'

type Answer = WorkerAnswers[keyof WorkerAnswers]

/**
 * Whether a thread with a longer call stack and more time may answer otherwise: where the parser or
 * symbolic execution went as deep as they could, where a function's text was too deep to compare, and
 * where memory ran out. Whatever else comes to its end came to it by the submission's own limits,
 * which are the same on every thread.
 */
export function wantsLongerStack(answer: Answer): boolean {
  if (answer === null || typeof answer !== 'object') return false
  if ('ahead' in answer) return isDeepLoad(answer.result) || answer.ahead.some(isStarved)
  if (Array.isArray(answer)) return answer.some((one) => isStarved(one) || isTooDeepToCompare(one))
  return isStarved(answer)
}

function isDeepLoad(result: LoadResult): boolean {
  if (result.kind === 'fault') return isStarved(result) || result.says?.id === 'syntax.too-deep'
  return Object.values(result.functions).some(isDeepFunction)
}

function isDeepFunction(found: LoadedFunction | MissingFunction): boolean {
  return found.kind === 'function' && isDeep(found.formula)
}

function isDeep(formula: DerivedFormula): boolean {
  return formula.kind === 'undecided' && DEEP.has(formula.why.id)
}

const DEEP = new Set(['not-followed.depth', 'not-followed.memory', 'not-followed.bug'])

function isTooDeepToCompare(fingerprints: unknown): boolean {
  return Array.isArray(fingerprints) && fingerprints.length === 0
}

/** An answer that is a fault, holds one, or ended in one. */
function isStarved(answer: unknown): boolean {
  if (answer === null || typeof answer !== 'object') return false
  const { cause, ended, results } = answer as Partial<Fault> & {
    readonly ended?: Fault
    readonly results?: readonly unknown[]
  }
  if (cause === 'out-of-memory' || ended?.cause === 'out-of-memory') return true
  return results?.some(isStarved) ?? false
}
