import type { CourseNames } from '../course/hold-names.ts'
import { exerciseNamed, type Pack } from '../pack/pack.ts'
import type { RunReport } from '../report/report.ts'

/** All that the rules of a course may name: what the pack has, and what a record was judged by. */
export function courseNames(
  pack: Pack,
  { submissions }: Pick<RunReport, 'submissions'>,
): CourseNames {
  const ofPack = pack.entries.map((entry) => pack.load(entry))
  const ids = new Set(ofPack.map(({ id }) => id))
  const others = submissions.map(({ exercise, checks }) => ({ id: exercise, checks }))
  const exercises = [...ofPack, ...others.filter(({ id }) => !ids.has(id))]
  return {
    exercises,
    idOf: (name) => exerciseNamed(pack, name)?.id ?? others.find(({ id }) => id === name)?.id,
  }
}
