/** The same for GitLab, which shows the JUnit report beside a merge request. */
export function gitlabPipeline(version: string): string {
  return `mlp-check:
  image: node:24
  timeout: 15 minutes
  variables:
    MLP_CHECK_CACHE: $CI_PROJECT_DIR/.mlp-check/cache
    npm_config_cache: $CI_PROJECT_DIR/.npm
  cache:
    key: mlp-check-${version}
    paths:
      - .npm
      - .mlp-check/cache
  script:
    - >-
      npx --yes mlp-check@${version} check --begun
      --reporter terminal
      --reporter junit=mlp-check-report/junit.xml
      --reporter json=mlp-check-report/report.json
      --reporter html=mlp-check-report/report.html
  artifacts:
    when: always
    paths:
      - mlp-check-report
    reports:
      junit: mlp-check-report/junit.xml
`
}
