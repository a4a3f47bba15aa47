import type { Exercise } from '../exercise.ts'
import { rowOf } from '../gradebook/row.ts'
import { render, say } from '../messages/render.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { Handed } from './inventory.ts'
import type { Journal } from './journal.ts'
import { readTask } from './read-task.ts'
import type { Judged, Task } from './task.ts'
import { type RunIdentity, taskKey } from './task-key.ts'
import type { Entry } from './verdict-lines.ts'

export interface BatchWork {
  readonly handed: readonly Handed[]
  readonly exercises: readonly Exercise[]
  readonly identity: RunIdentity
  readonly journal: Journal
  readonly judge: (task: Task, key: string) => Promise<Judged>
  /** How many tasks may be read ahead and under way at once. */
  readonly atOnce: number
  readonly onJudged: (result: BatchResult) => void
  /** No new task is begun once it is aborted; those under way are finished. */
  readonly signal: AbortSignal
}

/** One submission and its verdict. */
export interface BatchResult {
  readonly handed: Handed
  readonly entry: Entry
  /** The verdict was known: from the journal, or from equal work in this run. */
  readonly known: boolean
  /** Of the file as it was handed in; null where it could not be read. */
  readonly sha256: string | null
  /** Why the file could not be read, where it could not. */
  readonly unreadable?: string
}

/**
 * Judges all that was handed in; the results stand in its order, and are missing only for what an
 * abort left out. Whatever has a verdict in the journal is not judged again.
 */
export async function runBatch(work: BatchWork): Promise<readonly (BatchResult | undefined)[]> {
  const results: (BatchResult | undefined)[] = work.handed.map(() => undefined)
  const judgeOnce = judgeEqualWorkOnce(work)
  let next = 0
  let failed = false
  const takeTurns = async () => {
    while (next < work.handed.length && !work.signal.aborted && !failed) {
      const index = next++
      const handed = work.handed[index] as Handed
      const result = await judgeOnce(handed).catch((error) => {
        failed = true
        throw error
      })
      results[index] = result
      work.onJudged(result)
    }
  }
  await Promise.all(Array.from({ length: work.atOnce }, takeTurns))
  return results
}

function judgeEqualWorkOnce(work: BatchWork): (handed: Handed) => Promise<BatchResult> {
  const exercises = new Map(work.exercises.map((exercise) => [exercise.id, exercise]))
  const underWay = new Map<string, Promise<Entry>>()
  return async (handed) => {
    const task = await readTask(handed)
    const exercise = exercises.get(task.exercise) as Exercise
    const key = taskKey(task, exercise, work.identity)
    const known = work.journal.find(key) ?? underWay.get(key)
    const entering = known ?? enter(key, task, work).finally(() => underWay.delete(key))
    if (known === undefined) underWay.set(key, entering as Promise<Entry>)
    const { submission } = task
    return {
      handed,
      entry: await entering,
      known: known !== undefined,
      sha256: submission.kind === 'found' ? submission.sha256 : null,
      ...(submission.kind === 'fault' && { unreadable: submission.message }),
    }
  }
}

async function enter(key: string, task: Task, { judge, journal }: BatchWork): Promise<Entry> {
  // Under no key of its own, so that the next run tries again.
  const [known, judged] = await judge(task, key).then(
    (one) => [key, one] as const,
    (error: Error) => ['', judgedByNobody(task, error)] as const,
  )
  return journal.add(known, judged)
}

/** A fault of ours on one submission is said in its report, and costs no other. */
function judgedByNobody(task: Task, error: Error): Judged {
  const says = say('machine.fault', { message: error.message.split('\n')[0] ?? '' })
  const report: SubmissionReport = {
    student: null,
    exercise: task.exercise,
    title: task.exercise,
    file: task.name,
    sha256: task.submission.kind === 'found' ? task.submission.sha256 : null,
    status: 'errored',
    score: 0,
    maxScore: 0,
    durationMs: 0,
    checks: [
      {
        id: 'file',
        kind: 'file',
        title: 'the file can be judged',
        status: 'errored',
        cause: 'machine',
        score: 0,
        maxScore: 0,
        message: render(says),
        says,
        points: { tested: 0, failed: 0 },
        evidence: [],
      },
    ],
  }
  const traits = { behaviour: {}, fingerprints: [] }
  return { report: JSON.stringify(report), row: rowOf(report, traits) }
}
