import { compileFloat64 } from '../formula/evaluate.ts'
import type { Candidate } from './candidate.ts'
import type { TableView } from './table-view.ts'
import { compileWithXor } from './xor.ts'

/** A formula as a function of a table's arguments. */
export type Run = (...args: number[]) => number

/** Tight enough for two mistakes 8e-4 apart, wide enough for another order of the same operations. */
const AGREEMENT = 1e-6
/** What a check would let pass: below it, a mistake and the truth are the same number. */
const DIFFERENCE = 1e-5
/** Fewer points than this can agree by accident. */
const ENOUGH = 8
/** So many points at least must tell a mistake from the truth. */
export const TELLING = 2

/** The candidate as functions of the table's arguments, to be matched against many submissions. */
export function compileCandidate(candidate: Candidate, names: readonly string[]): readonly Run[] {
  if (candidate.powersAsXor) return compileWithXor(candidate.formula, names)
  return [compileFloat64(candidate.formula, names)]
}

/**
 * Whether the submission computes this function: at every point but kinks and points where either
 * is not finite, and at least half of the points must be left. Some must tell it from the truth.
 */
export function matches(run: Run, view: TableView, got: Float64Array): boolean {
  const enough = Math.max(ENOUGH, view.indices.length / 2)
  let left = view.indices.length
  let agreed = 0
  let telling = 0
  const known = knownAnswers(run, view)
  for (let step = 0; step < view.indices.length; step++) {
    const index = view.indices[step] as number
    const value = got[index] ?? Number.NaN
    const mistaken = known[step] ?? view.runAt(run, index)
    known[step] = mistaken
    if (!Number.isFinite(value) || !Number.isFinite(mistaken)) {
      left--
      if (left < enough) return false
      continue
    }
    if (!agree(value, mistaken) && !agreesBeside(run, view.argumentsAt(index), value)) return false
    agreed++
    const truth = view.truth[index] ?? Number.NaN
    if (differ(mistaken, truth)) telling++
  }
  return agreed >= enough && telling >= TELLING
}

interface Answers {
  readonly view: TableView
  /** As far as anybody asked, in the order of the view. */
  readonly values: number[]
}

/** A class makes the same mistakes at the same points: what gives an answer is run once for all of them. */
const answers = new WeakMap<Run, Answers>()

function knownAnswers(run: Run, view: TableView): number[] {
  const last = answers.get(run)
  if (last?.view === view) return last.values
  const values: number[] = []
  answers.set(run, { view, values })
  return values
}

export function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= AGREEMENT * Math.max(1, Math.abs(b))
}

/** Whether a check would tell a value from the truth. */
export function differ(value: number, truth: number): boolean {
  return Math.abs(value - truth) > DIFFERENCE * Math.max(1, Math.abs(truth))
}

/** At a jump of the mistake itself, `>` and `>=` are the same mistake. */
function agreesBeside(run: Run, args: readonly number[], value: number): boolean {
  const [x = 0, ...rest] = args
  const step = 2 ** -40 * Math.max(1, Math.abs(x))
  return agree(value, run(x - step, ...rest)) || agree(value, run(x + step, ...rest))
}
