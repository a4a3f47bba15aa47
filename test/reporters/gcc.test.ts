import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { reporter as gcc } from '../../src/reporters/gcc.ts'
import { reporter as sarif } from '../../src/reporters/sarif.ts'
import { exampleReport, exampleSubmission, passedCheck, wrongCheck } from './example-report.ts'
import { hostileReport } from './hostile-report.ts'

const file = join(packageRoot(), 'schema', 'problem-matcher.json')
const [matcher] = JSON.parse(readFileSync(file, 'utf8')).problemMatcher
const [pattern] = matcher.pattern
const regexp = new RegExp(pattern.regexp)

/** What a runner makes of the lines of a log, by the matcher that comes with the package. */
function matched(log: string) {
  return log.split('\n').flatMap((line) => {
    const found = regexp.exec(line)
    if (found === null) return []
    const [at, message] = [found[pattern.line], found[pattern.message]]
    return [
      { file: found[pattern.file], line: Number(at), severity: found[pattern.severity], message },
    ]
  })
}

describe('lines as compilers print them', () => {
  it('are read by the problem matcher: each problem once, at the place that SARIF names', () => {
    const checks = [
      wrongCheck(),
      passedCheck(),
      passedCheck({ warning: true, message: 'Fragile: at 3:4: error: never.' }),
      wrongCheck({ id: 'other', evidence: [] }),
    ]
    const report = exampleReport({ submissions: [exampleSubmission({ checks })] })
    const { results } = JSON.parse(sarif.render(report, plainOptions)).runs[0]
    const lines = matched(gcc.render(report, plainOptions))
    expect(lines.map(({ file, line, severity }) => [file, line, severity])).toEqual(
      results.map(({ level, locations }: { level: string; locations: Location[] }) => [
        locations[0]?.physicalLocation.artifactLocation.uri,
        locations[0]?.physicalLocation.region.startLine,
        level,
      ]),
    )
    expect(lines[0]?.message).toContain('0.7864477329659274')
  })

  it('are as many as there are problems, whatever a submission says', () => {
    const report = hostileReport()
    const problems = report.submissions
      .flatMap(({ checks }) => checks)
      .filter(({ status, visibility }) => visibility !== 'hidden' && /failed|errored/.test(status))
    expect(matched(gcc.render(report, plainOptions))).toHaveLength(problems.length)
  })
})

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: { readonly startLine: number }
  }
}
