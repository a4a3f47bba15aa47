import { type Judged, judgeScript } from './judge-script.ts'

/** The same for Jenkins. Its script stands in a string of Groovy, to which a backslash means more. */
export function jenkinsPipeline(judged: Judged): string {
  const script = judgeScript(
    judged,
    {
      checker: '$MLP_CHECK_HOME/node_modules/.bin/mlp-check',
      reports: '$WORKSPACE_TMP/mlp-check-report',
      printed: ['terminal'],
      kept: { json: 'report.json', junit: 'junit.xml' },
    },
    10,
  )
  return `// Needs a global variable MLP_CHECK_SOURCE: the tarball or the git address to install from.
pipeline {
  agent any
  options { timeout(time: 15, unit: 'MINUTES') }
  stages {
    stage('mlp-check') {
      steps {
        sh '''
          export CI=true MLP_CHECK_HOME="$WORKSPACE_TMP/mlp-check"
          rm -rf "$WORKSPACE_TMP/mlp-check-report" mlp-check.xml
          (cd / && npm install --prefix "$MLP_CHECK_HOME" "\${MLP_CHECK_SOURCE:?is not set}")
          ${script.replaceAll('\\', '\\\\')}
        '''
      }
      post {
        always {
          sh 'cp "$WORKSPACE_TMP/mlp-check-report/junit.xml" mlp-check.xml'
          junit 'mlp-check.xml'
        }
      }
    }
  }
}
`
}
