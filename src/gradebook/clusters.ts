import type { Cluster, GradebookInput, GradedSubmission } from './gradebook.ts'
import { likeGroups } from './like-groups.ts'
import type { RowCheck } from './row.ts'

/** Mistakes with a name, failures without one that do the same, and code that is the same. */
export function clustersOf(input: GradebookInput): Cluster[] {
  return [...failureClusters(input), ...likenesses(input)]
}

function failureClusters({ submissions }: GradebookInput): Cluster[] {
  const groups = new Map<string, { cluster: Omit<Cluster, 'members'>; members: Set<number> }>()
  for (const [index, submission] of submissions.entries()) {
    for (const cluster of failures(submission)) {
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

/** Rows that have the same origin by their code, the strongest evidence first. */
function likenesses({ submissions, starters }: GradebookInput): Cluster[] {
  const exercises = [...new Set(submissions.map(({ exercise }) => exercise))]
  const found = exercises.flatMap((exercise) => {
    const own = starters?.get(exercise)
    const codes = submissions.flatMap((submission, index) => {
      if (submission.exercise !== exercise) return []
      const { fingerprints } = submission.row
      return [{ index, fingerprints: fingerprints.filter((one) => !own?.has(one)) }]
    })
    return likeGroups(codes).map(({ members, tokens, share, score }) => {
      const text = `about ${Math.round(tokens)} words and signs in common, ${Math.round(share * 100)} % of the smaller one`
      return { score, cluster: { kind: 'likeness' as const, exercise, text, members } }
    })
  })
  return found.sort((one, other) => other.score - one.score).map(({ cluster }) => cluster)
}
