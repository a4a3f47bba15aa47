import { BUILT_IN } from '../trust/boundary.ts'
import type { PlannedFile } from './planned-file.ts'
import { githubWorkflow } from './workflows/github.ts'
import { gitlabPipeline } from './workflows/gitlab.ts'

/** The systems that `init --ci` writes a workflow for. */
export const ciSystems = ['github', 'gitlab'] as const
export type CiSystem = (typeof ciSystems)[number]

/**
 * A workflow that judges on each push what has been begun, ready to be committed. It names the
 * exercises: under CI the workspace does not.
 */
export function ciFile(system: CiSystem, exercises: string = BUILT_IN): PlannedFile {
  return FILES[system](`'${exercises.replaceAll("'", "'\\''")}'`)
}

const FILES: Readonly<Record<CiSystem, (exercises: string) => PlannedFile>> = {
  github: (exercises) => ({
    path: '.github/workflows/mlp-check.yml',
    text: githubWorkflow(exercises),
  }),
  gitlab: (exercises) => ({ path: '.gitlab-ci.yml', text: gitlabPipeline(exercises) }),
}
