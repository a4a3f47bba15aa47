import { expect, test } from 'vitest'
import { runHeader, runReport } from '../../src/grading/run-report.ts'
import type { SubmissionReport } from '../../src/report/report.ts'
import { version } from '../../src/version.ts'

const facts = {
  node: process.version,
  pack: { source: 'built-in', sha256: '0'.repeat(64) },
  backend: { name: 'tfjs' as const, version: '4', why: 'it was asked for' },
  ...{ seed: 3, startedAt: new Date('2026-01-02T03:04:05Z'), started: performance.now() - 1234 },
}
const submission = (status: 'passed' | 'failed', score: number) =>
  ({ status, score, maxScore: 1000 }) as SubmissionReport

test('a record says how it came about', () => {
  const header = runHeader(facts)
  expect(header).toMatchObject({
    ...{ schema: 'mlp-check/report/v1', tool: { name: 'mlp-check', version }, seed: 3 },
    ...{ node: process.version, pointScale: 100, startedAt: '2026-01-02T03:04:05.000Z' },
    ...{ pack: facts.pack, backend: facts.backend },
  })
  expect(Number.isInteger(header.durationMs)).toBe(true)
  expect(header.durationMs).toBeGreaterThanOrEqual(1234)
})

test('and holds its verdicts with their totals', () => {
  const submissions = [submission('passed', 1000), submission('failed', 250)]
  const report = runReport(submissions, facts)
  expect(report.submissions).toBe(submissions)
  expect(report.totals).toEqual({
    ...{ submissions: 2, passed: 1, failed: 1, errored: 0, score: 1250, maxScore: 2000 },
  })
})
