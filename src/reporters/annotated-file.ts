import { fromRepositoryRoot } from '../paths/shown.ts'
import type { RenderOptions } from './define-reporter.ts'

/** Who annotates lines wants paths from the repository's root, wherever in it the step runs. */
export function annotatedFile(
  file: string,
  { cwd, environment }: Pick<RenderOptions, 'cwd' | 'environment'>,
): string {
  const root = environment.GITHUB_WORKSPACE
  return root ? fromRepositoryRoot(file, { root, cwd }) : file
}
