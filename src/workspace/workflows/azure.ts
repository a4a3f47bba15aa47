import { type Judged, judgeScript, KEPT } from './judge-script.ts'

/** The same for Azure Pipelines, which shows the JUnit report as the tests of a run. */
export function azurePipeline(judged: Judged): string {
  const script = judgeScript(
    judged,
    {
      checker: '$AGENT_TEMPDIRECTORY/mlp-check/node_modules/.bin/mlp-check',
      reports: '$AGENT_TEMPDIRECTORY/mlp-check-report',
      printed: ['terminal'],
      kept: KEPT,
    },
    6,
  )
  return `# Needs a pipeline variable MLP_CHECK_SOURCE: the tarball or the git address to install from.
trigger: ['*']
pool:
  vmImage: ubuntu-latest
steps:
  - checkout: self
    persistCredentials: false
  - task: UseNode@1
    inputs:
      version: 24.x
  - bash: |
      npm install --prefix "$AGENT_TEMPDIRECTORY/mlp-check" "\${MLP_CHECK_SOURCE:?is not set}"
    displayName: Install mlp-check
    workingDirectory: $(Agent.TempDirectory)
  - bash: |
      ${script}
    displayName: Judge what has been begun
    env:
      CI: 'true'
  - task: PublishTestResults@2
    condition: always()
    inputs:
      testResultsFormat: JUnit
      testResultsFiles: $(Agent.TempDirectory)/mlp-check-report/junit.xml
  - publish: $(Agent.TempDirectory)/mlp-check-report
    artifact: mlp-check-report
    condition: always()
`
}
