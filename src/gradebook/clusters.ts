import type { Cluster, GradebookInput, GradedSubmission } from './gradebook.ts'
import type { RowCheck } from './row.ts'

/** Words and signs beyond the starter's. Less of one's own coincides by itself. */
const SHORTEST_LIKENESS = 25

/** Mistakes with a name, failures without one that do the same, and code that is the same. */
export function clustersOf({ submissions, starters }: GradebookInput): Cluster[] {
  const groups = new Map<string, { cluster: Omit<Cluster, 'members'>; members: Set<number> }>()
  for (const [index, submission] of submissions.entries()) {
    for (const cluster of [...failures(submission), ...likeness(submission, starters)]) {
      const { kind, exercise, text, note } = cluster
      const key = JSON.stringify([kind, exercise, cluster.function, note, cluster.value ?? text])
      const group = groups.get(key) ?? { cluster: withoutValue(cluster), members: new Set() }
      groups.set(key, group)
      group.members.add(index)
    }
  }
  return [...groups.values()]
    .map(({ cluster, members }) => ({ ...cluster, members: [...members] }))
    .filter(({ kind, members }) => kind === 'note' || members.length > 1)
    .sort((one, other) => other.members.length - one.members.length)
}

/** `value` tells clusters apart that read alike. */
type Found = Omit<Cluster, 'members'> & { readonly value?: string }

function withoutValue({ value: _, ...cluster }: Found): Omit<Cluster, 'members'> {
  return cluster
}

function failures(submission: GradedSubmission): Found[] {
  const { exercise, row } = submission
  const failed = row.checks.filter((check) => check.status === 'failed')
  const named = failed.flatMap((check) => noteCluster(exercise, check))
  const explained = new Set(named.map((cluster) => cluster.function))
  const unexplained = failed.flatMap((check): Found[] => {
    const value = check.function === undefined ? undefined : row.behaviour[check.function]
    if (value === undefined || explained.has(check.function)) return []
    const text = `${check.function} gives the same wrong values`
    return [{ kind: 'behaviour', exercise, ...functionOf(check), text, value }]
  })
  return [...named, ...unexplained]
}

function noteCluster(exercise: string, check: RowCheck): Found[] {
  if (check.note === undefined) return []
  const text = check.noteTitle ?? check.note
  return [{ kind: 'note', exercise, ...functionOf(check), note: check.note, text }]
}

function functionOf(check: RowCheck) {
  return check.function === undefined ? {} : { function: check.function }
}

function likeness(
  { exercise, row }: GradedSubmission,
  starters: GradebookInput['starters'],
): Found[] {
  const own = row.length - (starters?.get(exercise) ?? 0)
  if (row.likeness === null || own < SHORTEST_LIKENESS) return []
  const text = `the same ${row.length} words and signs, up to names`
  return [{ kind: 'likeness', exercise, text, value: row.likeness }]
}
