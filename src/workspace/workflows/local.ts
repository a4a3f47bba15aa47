import type { Judged } from './judge-script.ts'

/** Before each commit, by the checker that is on the path: nothing of the repository is run. */
export function preCommitHooks({ exercises, folder }: Judged): string {
  const command = `mlp-check check --begun --exercises ${exercises}`
  const inFolder = folder === undefined ? command : `cd ${folder} && ${command}`
  const entry = `sh -c ${JSON.stringify(inFolder)}`
  return `# For pre-commit. The checker has to be on your path; its docs/install.md says how.
repos:
  - repo: local
    hooks:
      - id: mlp-check
        name: judge what has been begun
        entry: ${JSON.stringify(entry)}
        language: system
        files: \\.ts$
        pass_filenames: false
`
}

/** A container to work in, with the checker on the path and the lines that it prints as problems. */
export function devcontainer(): string {
  const settings = {
    name: 'mlp-check',
    image: 'mcr.microsoft.com/devcontainers/typescript-node:24',
    // Where to install from is a variable of the machine that starts the container.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the container's tool
    containerEnv: { MLP_CHECK_SOURCE: '${localEnv:MLP_CHECK_SOURCE}' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the container's tool
    remoteEnv: { PATH: '/home/node/mlp-check/node_modules/.bin:${containerEnv:PATH}' },
    postCreateCommand: 'cd / && npm install --prefix /home/node/mlp-check "$MLP_CHECK_SOURCE"',
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
