import { type Judged, judgeScript, KEPT } from './judge-script.ts'

/** The same for GitLab, which shows the JUnit report beside a merge request. */
export function gitlabPipeline(judged: Judged): string {
  const script = judgeScript(
    judged,
    {
      checker: '$MLP_CHECK_HOME/node_modules/.bin/mlp-check',
      reports: '$PWD/mlp-check-report',
      printed: ['terminal'],
      kept: KEPT,
    },
    6,
  )
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
      ${script}
  artifacts:
    when: always
    paths:
      - mlp-check-report
    reports:
      junit: mlp-check-report/junit.xml
`
}
