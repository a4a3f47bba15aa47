import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { RunReport, SubmissionReport } from '../../src/report/report.ts'
import { parseReport, reportJsonSchema, reportSchema } from '../../src/report/schema.ts'
import { exampleReport, exampleSubmission, passedCheck } from '../reporters/example-report.ts'
import { hostileReport } from '../reporters/hostile-report.ts'

const savedFolder = join(import.meta.dirname, '..', 'fixtures', 'reports')
const saved = readdirSync(savedFolder).map((name) => [
  name,
  readFileSync(join(savedFolder, name), 'utf8'),
])
const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema())

describe('the schema of a saved report', () => {
  it.each(saved)('still takes %s, word for word', (name = '', text = '') => {
    expect(parseReport(text, name)).toEqual(JSON.parse(text))
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
  })

  it('takes what reporters are given, and drops nothing of it', () => {
    for (const report of [exampleReport(), hostileReport(), exampleReport({ submissions: [] })]) {
      expect(reportSchema.parse(report)).toEqual(report)
    }
  })

  it('takes what a later version adds', () => {
    const later = { ...exampleReport(), cohort: 'autumn' }
    expect(parseReport(JSON.stringify(later), 'later.json')).toEqual(exampleReport())
    expect(validate(later)).toBe(true)
  })

  const passed = passedCheck()
  it.each<[string, Partial<RunReport> & { submissions: readonly SubmissionReport[] }, string]>([
    ['nothing in it', { submissions: [] }, 'nothing was judged in it'],
    [
      'a pass without a check',
      { submissions: [exampleSubmission({ status: 'passed', checks: [] })] },
      'submissions.0.status is passed, but by its checks it is skipped',
    ],
    [
      'a pass over a failure',
      { submissions: [exampleSubmission({ status: 'passed' })] },
      'submissions.0.status is passed, but by its checks it is failed',
    ],
    [
      'points that no check earned',
      { submissions: [exampleSubmission({ status: 'passed', checks: [passed], score: 300 })] },
      'submissions.0 has 300 of 200 hundredths',
    ],
    [
      'totals of another run',
      { submissions: [exampleSubmission()], totals: { ...exampleReport().totals, passed: 1 } },
      'totals.passed is not 0',
    ],
  ])('refuses a record that contradicts itself: %s', (_what, changes, says) => {
    const text = JSON.stringify(exampleReport(changes))
    expect(() => parseReport(text, 'r.json')).toThrow(`r.json contradicts itself: ${says}`)
  })

  it('refuses what is nested too deeply, and another scale of points', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const remark = JSON.stringify(exampleReport()).replace('"got":0.25', `"got":${deep}`)
    expect(() => parseReport(remark, 'r.json')).toThrow('is no report of mlp-check')
    const scaled = JSON.stringify({ ...exampleReport(), pointScale: 1 })
    expect(() => parseReport(scaled, 'r.json')).toThrow('is no report of mlp-check')
  })

  it.each([
    ['{', /^r\.json is not JSON: /, 'Save one with --reporter json=FILE.'],
    ['{}', 'r.json is no report of mlp-check.', 'schema: '],
    ['null', 'r.json is no report of mlp-check.', ''],
    [
      '{"schema":"mlp-check/report/v2"}',
      /form mlp-check\/report\/v2/,
      'Render it with the version',
    ],
    [
      JSON.stringify({ ...exampleReport(), seed: 'seven' }),
      'r.json is no report of mlp-check.',
      'seed: ',
    ],
  ])('refuses %.40s and says why', (text, message, advice) => {
    expect(() => parseReport(text, 'r.json')).toThrow(message)
    expect(() => parseReport(text, 'r.json')).toThrow(
      expect.objectContaining({ name: 'UsageError', advice: expect.stringContaining(advice) }),
    )
  })
})
