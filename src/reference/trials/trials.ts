import type { Exercise } from '../../exercise.ts'
import type { ReferenceServices } from '../reference.ts'
import type { TrialRequest, TrialTable } from './trial-table.ts'

/**
 * What is right for the trials of one check: from the cache where it has them, and then without
 * TensorFlow.js and without any code of the exercise.
 * @throws SpecError where the exercise's reference is at fault
 */
export async function trialTable(
  exercise: Exercise,
  request: TrialRequest,
  services: ReferenceServices,
): Promise<TrialTable> {
  const { backend, cache } = services
  const known = await cache.readTrials({ exercise, request }, backend.report())
  if (known !== undefined) return known
  const { computeTrials } = await import('./compute-trials.ts')
  const table = await computeTrials(exercise, request, services)
  await cache.writeTrials({ exercise, request }, backend.report(), table)
  return table
}
