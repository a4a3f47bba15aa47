import type { WorkLimit } from '../checks/work.ts'
import type { SpecProblem } from '../errors.ts'
import type { CheckSpec, Exercise } from '../exercise.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { PlaceOf } from './bench.ts'

/** A limit of work has to refuse an answer that does everything once more for each part of its input. */
export function workProblems(
  exercise: Exercise,
  report: SubmissionReport,
  placeOf: PlaceOf,
): readonly SpecProblem[] {
  return exercise.checks.flatMap((check, index) => {
    const found = check.kind === 'work' ? slack(check, report) : undefined
    return found === undefined ? [] : [{ ...placeOf(['checks', index, 'most']), ...found }]
  })
}

function slack({ id, options }: CheckSpec, { checks }: SubmissionReport) {
  const limits = options.most as readonly WorkLimit[]
  const evidence = checks.find((check) => check.id === id)?.evidence ?? []
  const counts = evidence.flatMap((one) => (one.kind === 'measurement' ? [Number(one.value)] : []))
  const [first, last] = [limits[0], limits.at(-1)]
  const most = counts.at(-1)
  if (first === undefined || last === undefined || counts.length < limits.length) return undefined
  // What grows by one power more takes so much where it began no worse than the solution.
  const worse = Math.round(((most ?? 0) * last.size) / first.size)
  if (last.turns < worse) return undefined
  return {
    message: `${id} allows ${last.turns} loop turns and calls for size ${last.size}, where the solution takes ${most}: an answer that grows faster by a power of the size takes ${worse} and passes`,
    advice: `allow about ${2 * Math.ceil(most ?? 0)}, or let the sizes be farther apart`,
  }
}
