import { type Judged, judgeScript } from './judge-script.ts'

/** What tells the forges apart that read GitHub's workflows. */
interface Forge {
  readonly runsOn: string
  readonly uploadArtifact: string
  readonly printed: readonly string[]
}

const GITHUB: Forge = {
  runsOn: 'ubuntu-latest',
  uploadArtifact: 'actions/upload-artifact@v4',
  printed: ['terminal', 'github'],
}

/** Forgejo and Gitea show no annotations, and keep artifacts by the third version of the protocol. */
const FORGEJO: Forge = {
  runsOn: 'docker',
  uploadArtifact: 'actions/upload-artifact@v3',
  printed: ['terminal'],
}

/**
 * Grades on each push by a checker that is installed outside of the checkout, and keeps the report
 * as an artifact.
 */
export const githubWorkflow = (judged: Judged) => workflow(judged, GITHUB)
export const forgejoWorkflow = (judged: Judged) => workflow(judged, FORGEJO)

function workflow(judged: Judged, { runsOn, uploadArtifact, printed }: Forge): string {
  const script = judgeScript(
    judged,
    {
      checker: '$RUNNER_TEMP/mlp-check/node_modules/.bin/mlp-check',
      reports: '$RUNNER_TEMP/mlp-check-report',
      printed,
      kept: { json: 'report.json', html: 'report.html' },
    },
    10,
  )
  return `name: mlp-check
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ${runsOn}
    timeout-minutes: 15
    env:
      # A variable of the repository: the tarball or the git address to install from.
      MLP_CHECK_SOURCE: \${{ vars.MLP_CHECK_SOURCE }}
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - name: Install mlp-check
        working-directory: \${{ runner.temp }}
        run: |
          npm install --prefix "$RUNNER_TEMP/mlp-check" \\
            "\${MLP_CHECK_SOURCE:?is not set, see docs/install.md of mlp-check}"
      - name: Judge what has been begun
        run: |
          ${script}
      - uses: ${uploadArtifact}
        if: always()
        with:
          name: mlp-check-report
          path: \${{ runner.temp }}/mlp-check-report
          if-no-files-found: ignore
`
}
