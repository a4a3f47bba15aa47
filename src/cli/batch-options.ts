import { mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { askedChecks, askedExercises } from '../grading/asked-checks.ts'
import type { GradingOptions } from '../grading-options.ts'
import { gradersThatFit } from '../node/graders-that-fit.ts'
import { findExercise, type Pack } from '../pack/pack.ts'
import type { Invocation, Surroundings } from './command.ts'
import { sayHere } from './workspaces.ts'

/**
 * The exercises that `--exercise` names, in the pack's order; where it names none, all of which
 * anything is asked. @throws UsageError where a name is nobody's
 */
export function chosenExercises(
  options: Invocation['options'],
  pack: Pack,
  grading: GradingOptions,
): Exercise[] {
  const names = ((options.exercise as string[] | undefined) ?? []).flatMap((text) =>
    text.split(','),
  )
  const wanted = new Set(names.map((name) => findExercise(pack, name.trim()).id))
  const chosen = pack.entries
    .filter(({ id }) => wanted.size === 0 || wanted.has(id))
    .map((entry) => pack.load(entry))
  if (wanted.size === 0) return askedExercises(chosen, grading)
  for (const exercise of chosen) askedChecks(exercise, grading)
  return chosen
}

/** As many as asked for, or as fit here, which is said. @throws UsageError */
export function chosenWorkers(options: Invocation['options'], surroundings: Surroundings): number {
  const wanted = wantedWorkers(options)
  const fitting = gradersThatFit(wanted)
  if (fitting < wanted) {
    const say = sayHere(options, surroundings)
    surroundings.stderr.write(
      `${say(`graders at once: ${fitting}, not ${wanted}, which need more addresses than this process may have (ulimit -v)`)}\n`,
    )
  }
  return fitting
}

function wantedWorkers(options: Invocation['options']): number {
  const { workers } = options
  if (workers === undefined) return availableParallelism()
  const count = Number(workers)
  if (Number.isInteger(count) && count >= 1 && count <= 256) return count
  throw new UsageError(`--workers takes a whole number from 1 to 256, not "${workers}"`)
}

export interface OutFolder {
  readonly folder: string
  /** Made for this run only: nobody asked to keep it. */
  readonly temporary: boolean
}

export function chosenOut(options: Invocation['options'], { cwd }: Surroundings): OutFolder {
  if (typeof options.out === 'string')
    return { folder: resolve(cwd, options.out), temporary: false }
  return { folder: mkdtempSync(join(tmpdir(), 'mlp-check-')), temporary: true }
}
