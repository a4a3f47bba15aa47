import { UsageError } from '../errors.ts'
import { type Locale, localeOf } from '../messages/catalogue.ts'
import { render, say } from '../messages/render.ts'
import { findWorkspace, type Workspace } from '../workspace/config.ts'
import type { Invocation, Surroundings } from './command.ts'
import { chosenLocale } from './locale.ts'

/** The workspace around the current folder. @throws UsageError where there is none */
export async function requiredWorkspace({ cwd }: Surroundings): Promise<Workspace> {
  const workspace = findWorkspace(cwd)
  if (workspace !== undefined) return workspace
  const [message, advice] = [say('progress.no-workspace'), say('progress.how-to-begin')]
  throw new UsageError(render(message), render(advice))
}

/** The language of a command: `--lang`, the workspace's setting, the environment. */
export async function localeIn(
  options: Invocation['options'],
  surroundings: Surroundings,
): Promise<Locale> {
  if (typeof options.lang === 'string') return localeOf(options.lang)
  const workspace = findWorkspace(surroundings.cwd)
  return chosenLocale(options, surroundings, workspace?.config.language)
}
