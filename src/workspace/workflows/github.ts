/** Grades on each push, keeps downloads and reference tables, and keeps the report as an artifact. */
export function githubWorkflow(version: string): string {
  return `name: mlp-check
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    env:
      MLP_CHECK_CACHE: .mlp-check/cache
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - uses: actions/cache@v4
        with:
          path: |
            ~/.npm
            .mlp-check/cache
          key: mlp-check-${version}-\${{ runner.os }}
      - name: Judge what has been begun
        run: >-
          npx --yes mlp-check@${version} check --begun
          --reporter terminal --reporter github
          --reporter json=mlp-check-report/report.json
          --reporter html=mlp-check-report/report.html
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: mlp-check-report
          path: mlp-check-report
          if-no-files-found: ignore
`
}
