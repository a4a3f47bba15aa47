/** The same for GitLab, which shows the JUnit report beside a merge request. */
export function gitlabPipeline(exercises: string): string {
  return `# Needs a CI/CD variable MLP_CHECK_SOURCE: the tarball or the git address to install from.
mlp-check:
  image: node:24
  timeout: 15 minutes
  variables:
    MLP_CHECK_HOME: /opt/mlp-check
  script:
    - (cd / && npm install --prefix "$MLP_CHECK_HOME" "\${MLP_CHECK_SOURCE:?is not set}")
    # GitLab takes artifacts from the checkout only: whatever lies there under that name goes first.
    - rm -rf mlp-check-report
    - |
      code=0
      "$MLP_CHECK_HOME/node_modules/.bin/mlp-check" check --begun --exercises ${exercises} \\
        --reporter terminal \\
        --reporter junit=mlp-check-report/junit.xml \\
        --reporter json=mlp-check-report/report.json \\
        --reporter html=mlp-check-report/report.html || code=$?
      test -s mlp-check-report/report.json || { echo 'mlp-check wrote no report.'; exit 5; }
      exit "$code"
  artifacts:
    when: always
    paths:
      - mlp-check-report
    reports:
      junit: mlp-check-report/junit.xml
`
}
