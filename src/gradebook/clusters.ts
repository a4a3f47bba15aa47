import {
  type Cluster,
  type GradebookInput,
  type GradedSubmission,
  submissionsOf,
} from './gradebook.ts'
import { likeGroups } from './like-groups.ts'
import type { RowCheck } from './row.ts'

/** Mistakes with a name, failures without one that do the same, and code that is the same. */
export function clustersOf(input: Pick<GradebookInput, 'people' | 'starters'>): Cluster[] {
  const submissions = submissionsOf(input)
  return [...failureClusters(submissions), ...likenesses(submissions, input.starters)]
}

function failureClusters(submissions: readonly GradedSubmission[]): Cluster[] {
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

/**
 * Answers that have the same origin by their code, the strongest evidence first. The one answer of
 * a group is no likeness among its members.
 */
function likenesses(
  submissions: readonly GradedSubmission[],
  starters: GradebookInput['starters'],
): Cluster[] {
  const found = [...answersOf(submissions)].flatMap(([exercise, answers]) => {
    const own = starters?.get(exercise)
    const codes = answers.map(([first], index) => {
      const { fingerprints } = (first as Placed).submission.row
      return { index, fingerprints: fingerprints.filter((one) => !own?.has(one)) }
    })
    const placesOf = (at: number) => answers[at]?.map(({ place }) => place) ?? []
    return likeGroups(codes).map(({ members, pairs, score, ...most }) => {
      const cluster: Cluster = {
        kind: 'likeness',
        exercise,
        text: inCommon(most),
        members: members.flatMap(placesOf).sort((one, other) => one - other),
        pairs: pairs.map(({ one, other, ...common }) => ({
          one: placesOf(one)[0] as number,
          other: placesOf(other)[0] as number,
          text: inCommon(common),
        })),
      }
      return { score, cluster }
    })
  })
  return found.sort((one, other) => other.score - one.score).map(({ cluster }) => cluster)
}

function inCommon({ tokens, share }: { readonly tokens: number; readonly share: number }): string {
  const part = `${Math.round(share * 100)} % of the smaller one`
  return `about ${Math.round(tokens)} words and signs in common, ${part}`
}

interface Placed {
  readonly submission: GradedSubmission
  readonly place: number
}

/** By exercise, each answer with all in whose rows it is. */
function answersOf(submissions: readonly GradedSubmission[]): Map<string, Placed[][]> {
  const exercises = new Map<string, Map<string, Placed[]>>()
  for (const [place, submission] of submissions.entries()) {
    const files = exercises.get(submission.exercise) ?? new Map<string, Placed[]>()
    exercises.set(submission.exercise, files)
    const { file } = submission.cell
    files.set(file, [...(files.get(file) ?? []), { submission, place }])
  }
  return new Map([...exercises].map(([exercise, files]) => [exercise, [...files.values()]]))
}
