import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AjvDraft4 from 'ajv-draft-04'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckReport, RunReport } from '../../src/report/report.ts'
import { plainOptions, type RenderOptions } from '../../src/reporters/define-reporter.ts'
import { reporter } from '../../src/reporters/sarif.ts'
import { uriReference } from '../../src/reporters/uri-reference.ts'
import {
  crashedCheck,
  exampleReport,
  exampleSubmission,
  passedCheck,
  skippedCheck,
  wrongCheck,
} from './example-report.ts'
import { hostileReport } from './hostile-report.ts'
import { eightMegabytes } from './hostile-text.ts'

/** The schema of OASIS's technical committee, as Microsoft's own matchers ship it. */
const { resolve } = createRequire(import.meta.url)
const schemaFile = resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
const validate = new AjvDraft4.default({
  strict: false,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema)

function render(report: RunReport, changes: Partial<RenderOptions> = {}) {
  const log = JSON.parse(reporter.render(report, { ...plainOptions, ...changes }))
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log.runs[0]
}

const of = (...checks: CheckReport[]) =>
  exampleReport({ submissions: [exampleSubmission({ checks })] })

describe('sarif', () => {
  it.each([
    ['an ordinary', exampleReport()],
    ['an all-passed', of(passedCheck())],
    ['an empty', exampleReport({ submissions: [] })],
    ['a hostile', hostileReport()],
    ['a huge', hostileReport(eightMegabytes)],
  ])('keeps to the schema for %s report', (_, report) => void render(report))

  it('is held to a schema that can fail', () => {
    const log = JSON.parse(reporter.render(exampleReport(), plainOptions))
    expect(validate(log)).toBe(true)
    expect(validate({ ...log, version: '2.0.0' })).toBe(false)
    log.runs[0].results[0].level = 'fatal'
    expect(validate(log)).toBe(false)
  })

  it('has a rule for each recognised mistake, with its hint, and a result at its place', () => {
    const { tool, results } = render(exampleReport())
    expect(tool.driver.rules).toEqual([
      {
        id: 'ex1/tanh-derivative-square',
        shortDescription: { text: 'This is 1 - tanh(x)^2 with x in place of tanh(x).' },
        help: { text: 'Which value must be squared?' },
      },
    ])
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({ ruleId: 'ex1/tanh-derivative-square', ruleIndex: 0 })
    expect(results[0].message.text).toContain('0.7864477329659274')
    expect(results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'ex1.ts' },
      region: { startLine: 9, startColumn: 10, endColumn: 19 },
    })
  })

  it.each([
    ['#', 1, undefined, false],
    ['# title', 1, undefined, true],
    ['a + b', 1, 6, false],
    ['a + b', 1, 4, true],
    ['a + b', 3, 6, true],
  ])('shows the line %j around columns %i to %s only where it is more', (text, column, end, is) => {
    const place = { kind: 'source' as const, file: 'ex1.ts', line: 1, column, text, remark: '' }
    const source = end === undefined ? place : { ...place, endColumn: end }
    const { results } = render(of(wrongCheck({ evidence: [source] })))
    const { region, contextRegion } = results[0].locations[0].physicalLocation
    expect(region.endColumn).toBe(end ?? column + 1)
    expect(contextRegion !== undefined).toBe(is)
  })

  it('names the cause of what nobody recognised, and the first line of what has no place', () => {
    const { tool, results } = render(of(crashedCheck({ note: undefined as never })))
    expect(tool.driver.rules[0].id).toBe('did-not-finish')
    expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 1 })
  })

  it('blames no line for what the machine spoilt, and says that the run was none', () => {
    const spoilt = wrongCheck({ status: 'errored', cause: 'machine', evidence: [] })
    const { results, invocations } = render(of(passedCheck(), spoilt))
    expect(results).toEqual([])
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations
    expect(executionSuccessful).toBe(false)
    expect(toolExecutionNotifications[0].message.text).toContain('not in the submission')
  })

  it('gives a result the same fingerprint wherever its line moves, and no two the same', () => {
    const moved = (by: number) => {
      const { results } = render(of(movedCheck('a', by), movedCheck('b', by), movedCheck('b', by)))
      return results.map((result: { partialFingerprints: object }) => result.partialFingerprints)
    }
    const still = moved(0)
    expect(new Set(still.map((one: object) => JSON.stringify(one))).size).toBe(3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (by) => {
        expect(moved(by)).toEqual(still)
      }),
      { seed: 12, numRuns: 20 },
    )
  })

  it('shows nothing of a check that passed or was not asked', () => {
    expect(render(of(passedCheck(), skippedCheck())).results).toEqual([])
  })

  it('shows what only warns as a warning', () => {
    const { results } = render(of(passedCheck({ warning: true, message: 'Fragile far out.' })))
    expect(results).toMatchObject([{ level: 'warning', ruleId: 'warning' }])
  })
})

function movedCheck(id: string, by: number): CheckReport {
  const check = wrongCheck({ id })
  const evidence = check.evidence.map((piece) =>
    piece.kind === 'source' ? { ...piece, line: piece.line + by } : piece,
  )
  return { ...check, evidence }
}

describe('a path as a URI reference', () => {
  it.each([
    ['ex1.ts', 'ex1.ts'],
    ['Zoë Müller/my answers/#1 50%.ts', 'Zo%C3%AB%20M%C3%BCller/my%20answers/%231%2050%25.ts'],
    ['c:answer.ts', 'c%3Aanswer.ts'],
    ['/home/ann/ex 1.ts', 'file:///home/ann/ex%201.ts'],
    ['C:/work/ex1.ts', 'file:///C:/work/ex1.ts'],
  ])('%s', (path, reference) => {
    expect(uriReference(path)).toBe(reference)
    const root = 'file:///root/of/it/'
    if (!/^\/|^C:\//.test(path)) {
      expect(decodeURIComponent(new URL(reference, root).pathname)).toBe(`/root/of/it/${path}`)
    }
  })
})
