import { version } from '../version.ts'
import type { PlannedFile } from './planned-file.ts'
import { githubWorkflow } from './workflows/github.ts'
import { gitlabPipeline } from './workflows/gitlab.ts'

/** The systems that `init --ci` writes a workflow for. */
export const ciSystems = ['github', 'gitlab'] as const
export type CiSystem = (typeof ciSystems)[number]

/**
 * A workflow that judges on each push what has been begun, ready to be committed. It names the
 * version that wrote it, so that a verdict does not change overnight.
 */
export function ciFile(system: CiSystem): PlannedFile {
  return FILES[system]
}

const FILES: Readonly<Record<CiSystem, PlannedFile>> = {
  github: { path: '.github/workflows/mlp-check.yml', text: githubWorkflow(version) },
  gitlab: { path: '.gitlab-ci.yml', text: gitlabPipeline(version) },
}
