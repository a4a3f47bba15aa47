import { expect } from 'vitest'
import { runReport } from '../../src/grading/run-report.ts'
import { render } from '../../src/messages/render.ts'
import type { CheckReport, SubmissionReport } from '../../src/report/report.ts'
import { parseReport } from '../../src/report/schema.ts'

/** What holds of every report, whatever was judged: asserted of whatever a test judges. */
export function expectLaws(report: SubmissionReport): void {
  comesBackWhole(report)
  for (const check of report.checks) {
    expectScore(check)
    expectBlame(check)
    expectSentences(check)
    expectDifferences(check)
  }
}

/** A saved report is read as it was written: nothing in it that JSON has no word for. */
function comesBackWhole(report: SubmissionReport): void {
  const backend = { name: 'tfjs' as const, version: '0', why: 'under test' }
  const pack = { source: 'built-in', sha256: '0'.repeat(64) }
  const facts = { backend, pack, seed: 7, node: 'v20.20.0', startedAt: new Date(0), started: 0 }
  const run = runReport([report], facts)
  expect(parseReport(JSON.stringify(run), 'saved.json')).toEqual(run)
}

function expectScore({ id, status, score, maxScore, warning, points }: CheckReport): void {
  expect(score, id).toBeGreaterThanOrEqual(0)
  expect(score, id).toBeLessThanOrEqual(maxScore)
  if (status === 'passed') expect(score, id).toBe(maxScore)
  if (status === 'passed' && !warning) expect(points.failed, id).toBe(0)
  if (status === 'failed' && points.tested > 0) expect(points.failed, id).toBeGreaterThan(0)
  expect(points.failed, id).toBeLessThanOrEqual(points.tested)
}

/** What failed says why, and how to see it again; what passed blames nobody. */
function expectBlame({ id, kind, status, cause, evidence }: CheckReport): void {
  if (status === 'failed' || status === 'errored') expect(cause, id).toBeDefined()
  if (status === 'passed') expect(cause, id).toBeUndefined()
  if (status !== 'failed' || kind === 'file') return
  expect(evidence.filter((item) => item.kind === 'reproduce', id)).toHaveLength(1)
}

/** What is wrong differs from what is right, and by a number only where there is one. */
function expectDifferences({ id, message, evidence }: CheckReport): void {
  const [, right, yours] =
    /should be (.+?), (?:but|and) yours is (.+?)(?:$|[;:])/.exec(message) ?? []
  if (right !== undefined) expect(yours, id).not.toBe(right)
  for (const item of evidence) {
    if (item.kind !== 'counterexample' || item.difference === undefined) continue
    if (typeof item.got === 'string') expect(item.got, id).toBe('-0')
    expect(item.difference, id).toBeGreaterThan(0)
  }
}

/** The sentence is what its data says, in both languages, with every gap filled. */
function expectSentences({ id, message, says }: CheckReport): void {
  if (says === undefined) throw new Error(`${id} says nothing`)
  expect(message, id).toBe(render(says))
  const gaps = JSON.stringify(says.values).includes('undefined')
  for (const locale of ['en', 'zh-CN'] as const) {
    if (!gaps) expect(render(says, locale), id).not.toMatch(/undefined|\[object/)
  }
}
