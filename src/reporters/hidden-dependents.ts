import type { Cause, CheckReport } from '../report/report.ts'

type Visibility = NonNullable<CheckReport['visibility']>

/** From what everybody may see to what nobody may but the teaching staff. */
const STRICTNESS: readonly Visibility[] = ['visible', 'after-due-date', 'after-published', 'hidden']

/**
 * The checks of a submission, each as hidden as the most hidden of those whose verdict its result
 * tells: a row that says "refuted" says what a hidden row would have said.
 */
export function hideDependents(checks: readonly CheckReport[]): readonly CheckReport[] {
  if (checks.every((check) => strictness(check) === 0)) return checks
  const told = checks.map((check) => checks.filter((other) => tells(check, other)))
  const known = new Map(checks.map((check) => [check, strictness(check)]))
  // What tells of something that tells of a hidden check tells of that one too.
  for (let changed = true; changed; ) {
    changed = false
    for (const [place, check] of checks.entries()) {
      const least = Math.max(...(told[place] ?? []).map((other) => known.get(other) ?? 0))
      if (least <= (known.get(check) ?? 0)) continue
      known.set(check, least)
      changed = true
    }
  }
  return checks.map((check) => {
    const level = known.get(check) ?? 0
    return level === strictness(check)
      ? check
      : { ...check, visibility: STRICTNESS[level] as Visibility }
  })
}

/** The visibility of the most hidden of them. */
export function mostHidden(checks: readonly CheckReport[]): Visibility {
  return STRICTNESS[Math.max(0, ...checks.map(strictness))] as Visibility
}

function strictness({ visibility = 'visible' }: CheckReport): number {
  return STRICTNESS.indexOf(visibility)
}

/** Kinds that compare a function with the truth at points. */
const POINTWISE: ReadonlySet<string> = new Set(['value', 'derivative', 'kink', 'identity'])

/** Kinds whose result follows from whether the function is right at points, wherever they stand. */
const ABOUT_POINTS: ReadonlySet<string> = new Set(['stability', 'proof', 'consistency'])

/** Causes by which one check ends all that is asked of a function. */
const ENDS: ReadonlySet<Cause | undefined> = new Set<Cause>([
  'missing-export',
  'did-not-finish',
  'out-of-memory',
  'not-deterministic',
])

/**
 * Whether a check's result tells the verdict on another one.
 *
 * | result | tells of | by |
 * | --- | --- | --- |
 * | of every kind | what stands in its `after` | "needs the check … to pass" |
 * | of every kind, skipped | what ended everything of its function | "needs tanh to finish" |
 * | stability | value, derivative, kink, identity of its function | "wrong at ordinary points already" |
 * | proof | the same | "proved", "refuted" |
 * | consistency | the same, and values of every function | "the mistake is in tanh" |
 * | that nothing was judged | everything | being there |
 */
function tells(check: CheckReport, other: CheckReport): boolean {
  if (check === other) return false
  if (check.kind === 'judged' || check.after?.includes(other.id)) return true
  if (check.function === undefined || other.function === undefined) return false
  const pointwise = POINTWISE.has(other.kind)
  if (check.function === other.function) {
    const ended = check.says?.id === 'dependency' && ENDS.has(other.cause)
    return ended || (pointwise && ABOUT_POINTS.has(check.kind))
  }
  return check.kind === 'consistency' && pointwise && other.kind !== 'derivative'
}
