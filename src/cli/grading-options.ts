import { resolve } from 'node:path'
import { cacheFolder } from '../cache-folder.ts'
import { askedOptions } from '../grading/asked-options.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { ReferenceOptions } from '../node/references.ts'
import { leadsInto } from '../trust/links.ts'
import type { Invocation, Surroundings } from './command.ts'

/** @throws UsageError naming the option */
export function gradingOptionsOf({
  seed,
  points,
  exhaustive,
  only,
  at,
}: Invocation['options']): GradingOptions {
  return askedOptions({ seed, points, exhaustive, only, at }, (option) => `--${option}`)
}

export function referenceOptionsOf(
  options: Invocation['options'],
  surroundings: Surroundings,
): ReferenceOptions {
  return {
    cache: options.cache !== false && mayUseCache(surroundings),
    backend: (options.backend as ReferenceOptions['backend'] | undefined) ?? 'auto',
    env: surroundings.env,
  }
}

/** Whoever wrote the working folder could have laid tables there that make wrong answers right. */
function mayUseCache({ cwd, env, trust }: Surroundings): boolean {
  const folder = cacheFolder(env)
  return trust.ownTools || folder === undefined || !leadsInto(cwd, resolve(cwd, folder))
}
