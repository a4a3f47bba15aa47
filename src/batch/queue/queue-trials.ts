import { SpecError } from '../../errors.ts'
import type { Exercise } from '../../exercise.ts'
import type { GradingServices } from '../../grading/services.ts'
import { trialRequestOf } from '../../grading/trial-request.ts'
import type { GradingOptions } from '../../grading-options.ts'
import { trialsFromJson, trialsToJson } from '../../reference/trials/trial-file.ts'
import type { TrialRequest } from '../../reference/trials/trial-table.ts'
import { problemOf } from '../shared-tables.ts'
import type { QueueRun, SentTrials } from './queue-job.ts'

/**
 * What a run sends to its workers. What the exercises' own references say is computed here, so that
 * no worker runs code that came out of a queue.
 */
export async function queueRun(
  exercises: readonly Exercise[],
  options: GradingOptions,
  services: Pick<GradingServices, 'trialTable'>,
): Promise<QueueRun> {
  const trials: SentTrials[] = []
  for (const exercise of exercises) {
    for (const check of exercise.checks) {
      const request = trialRequestOf(check, options)
      if (request) trials.push(await sentTrials(exercise, request, services))
    }
  }
  return { exercises: exercises.map(withoutCode), options, trials }
}

function withoutCode({ references: _, ...exercise }: Exercise): Exercise {
  return exercise
}

async function sentTrials(
  exercise: Exercise,
  request: TrialRequest,
  services: Pick<GradingServices, 'trialTable'>,
): Promise<SentTrials> {
  const asked = { exercise: exercise.id, request }
  try {
    return { ...asked, table: trialsToJson(await services.trialTable(exercise, request)) }
  } catch (error) {
    // It costs the submissions for this exercise a check, and the run nothing else.
    return { ...asked, problem: problemOf(error as Error) }
  }
}

/** A worker's source of trials: what came with the run. */
export function trialsSentWith({ trials }: QueueRun): GradingServices['trialTable'] {
  const keyOf = (exercise: string, request: TrialRequest) => JSON.stringify([exercise, request])
  const sent = new Map(trials.map((entry) => [keyOf(entry.exercise, entry.request), entry]))
  return async ({ id }, request) => {
    const { table, problem } = sent.get(keyOf(id, request)) ?? {}
    if (table !== undefined) return trialsFromJson(table)
    if (problem?.problems) throw new SpecError(problem.problems)
    throw new Error(problem?.message ?? `no trials were sent for the check ${request.check}`)
  }
}
