import { fromRepositoryRoot } from '../paths/from-root.ts'
import { NO_FILE } from '../report/report.ts'
import type { RenderOptions } from './define-reporter.ts'

/** Who shows results beside lines wants paths from the repository's root, wherever a command ran. */
export function annotatedFile(
  file: string,
  { cwd, repositoryRoot: root }: Pick<RenderOptions, 'cwd' | 'repositoryRoot'>,
): string {
  return root === undefined || file === NO_FILE ? file : fromRepositoryRoot(file, { root, cwd })
}
