import { UsageError } from '../errors.ts'
import type { RenderOptions } from './define-reporter.ts'

/** The variables by name. @throws UsageError that names all that are missing or empty. */
export function requireVariables<Name extends string>(
  { environment }: Pick<RenderOptions, 'environment'>,
  names: readonly Name[],
  reporter: string,
): Record<Name, string> {
  const missing = names.filter((name) => !environment[name])
  if (missing.length > 0) {
    throw new UsageError(
      `the environment has no ${missing.join(', ')}.`,
      `The ${reporter} report is made inside its own runner, which sets them.`,
    )
  }
  return Object.fromEntries(names.map((name) => [name, environment[name]])) as Record<Name, string>
}
