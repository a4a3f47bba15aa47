import { BUILT_IN } from '../trust/boundary.ts'
import type { PlannedFile } from './planned-file.ts'
import { azurePipeline } from './workflows/azure.ts'
import { forgejoWorkflow, githubWorkflow } from './workflows/github.ts'
import { gitlabPipeline } from './workflows/gitlab.ts'
import { jenkinsPipeline } from './workflows/jenkins.ts'
import type { Judged } from './workflows/judge-script.ts'
import { devcontainer, preCommitHooks } from './workflows/local.ts'

/** Where each platform reads its file, from the root of a repository, and what makes the file. */
const SYSTEMS = {
  github: { path: '.github/workflows/mlp-check.yml', text: githubWorkflow },
  gitlab: { path: '.gitlab-ci.yml', text: gitlabPipeline },
  forgejo: { path: '.forgejo/workflows/mlp-check.yml', text: forgejoWorkflow },
  gitea: { path: '.gitea/workflows/mlp-check.yml', text: forgejoWorkflow },
  jenkins: { path: 'Jenkinsfile', text: jenkinsPipeline },
  azure: { path: 'azure-pipelines.yml', text: azurePipeline },
  'pre-commit': { path: '.pre-commit-config.yaml', text: preCommitHooks },
  devcontainer: { path: '.devcontainer/devcontainer.json', text: devcontainer },
} satisfies Record<string, { readonly path: string; readonly text: (judged: Judged) => string }>

export type CiSystem = keyof typeof SYSTEMS

/** The systems that `init --ci` writes a file for. */
export const ciSystems = Object.keys(SYSTEMS) as CiSystem[]

/**
 * A workflow that judges on each push what has been begun, ready to be committed. It names the
 * exercises: under CI the workspace does not.
 * @param folder where the answers lie, from the root of the repository
 */
export function ciFile(system: CiSystem, exercises: string = BUILT_IN, folder = ''): PlannedFile {
  const { path, text } = SYSTEMS[system]
  const judged = { exercises: word(exercises), folder: folder === '' ? undefined : word(folder) }
  return { path, text: text(judged) }
}

/** One word of a shell, without a backslash, which other languages around it would read. */
function word(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`
}
