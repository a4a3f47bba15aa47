import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parseReport, reportJsonSchema, reportSchema } from '../../src/report/schema.ts'
import { exampleReport } from '../reporters/example-report.ts'
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
