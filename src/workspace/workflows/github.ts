/**
 * Grades on each push by a checker that is installed outside of the checkout, and keeps the report
 * as an artifact. `exercises` is what `--exercises` is to name, written for a shell.
 */
export function githubWorkflow(exercises: string): string {
  return `name: mlp-check
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    env:
      # A variable of the repository: the tarball or the git address to install from.
      MLP_CHECK_SOURCE: \${{ vars.MLP_CHECK_SOURCE }}
    steps:
      - uses: actions/checkout@v4
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
          report=$RUNNER_TEMP/mlp-check-report/report.json
          code=0
          "$RUNNER_TEMP/mlp-check/node_modules/.bin/mlp-check" check --begun --exercises ${exercises} \\
            --reporter terminal --reporter github \\
            --reporter "json=$report" --reporter "html=\${report%.json}.html" || code=$?
          test -s "$report" || { echo 'mlp-check wrote no report.'; exit 5; }
          exit "$code"
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: mlp-check-report
          path: \${{ runner.temp }}/mlp-check-report
          if-no-files-found: ignore
`
}
