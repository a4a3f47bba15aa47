import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseJUnit } from 'junit2json'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { Parser as TapParser } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { CheckReport, RunReport } from '../../src/report/report.ts'
import { plainOptions, type RenderOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter, type ReporterName } from '../../src/reporters/index.ts'
import { showPack } from '../../src/reporters/show-pack.ts'
import { executedCommands } from '../github-runner.ts'
import {
  crashedCheck,
  exampleReport,
  exampleSubmission,
  passedCheck,
  wrongCheck,
} from './example-report.ts'
import { hostileReport } from './hostile-report.ts'
import { eightMegabytes } from './hostile-text.ts'
import * as schemas from './schemas/formats.ts'

const classroomEnvironment = {
  CLASSROOM: 'd2l-26',
  ASSIGNMENT: 'ex1',
  USERNAME: 'alice',
  SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
  COMMIT_URL: 'https://example.org/commit',
  RELEASE_URL: 'https://example.org/release',
  REVIEW_URL: 'https://example.org/review',
}

const options: RenderOptions = {
  ...plainOptions,
  environment: classroomEnvironment,
}

const allPassed = exampleReport({
  submissions: [exampleSubmission({ status: 'passed', checks: [passedCheck()] })],
})
const reports: readonly (readonly [string, RunReport])[] = [
  ['an ordinary', exampleReport()],
  ['an all-passed', allPassed],
  ['an empty', exampleReport({ submissions: [] })],
  ['a hostile', hostileReport()],
  ['a huge', hostileReport(eightMegabytes)],
]

async function render(name: ReporterName, report: RunReport, changes: Partial<RenderOptions> = {}) {
  return (await loadReporter(name)).render(report, { ...options, ...changes })
}

describe.each(Object.entries(schemas))('%s', (name, schema) => {
  const validate = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
  }).compile(schema)

  it.each(reports)('takes %s report', async (_, report) => {
    const text = await render(name as ReporterName, report)
    const json = name === 'classroom' ? Buffer.from(text, 'base64').toString() : text
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true)
    expect(Buffer.byteLength(json)).toBeLessThan(1_000_000)
  })
})

describe('junit', () => {
  it.each(reports)('in its strict dialect keeps to the schema for %s report', async (_, report) => {
    const xml = await render('junit', report)
    expect((await validate(xml)).errors).toEqual([])
  })

  it('in its github dialect adds what the schema forbids, and is still well-formed', async () => {
    const xml = await render('junit', exampleReport(), { junitDialect: 'github' })
    expect((await validate(xml)).valid).toBe(false)
    expect(xml).toContain('file="ex1.ts" line="9"')
    const parsed = await parseJUnit(xml)
    expect(parsed).toMatchObject({ tests: 3, failures: 1, errors: 0 })
  })

  it('is held to a schema that can fail', async () => {
    const xml = await render('junit', exampleReport())
    for (const [from, to] of [
      ['<testsuites ', '<testsuites skipped="1" '],
      ['time="0.012"', 'time="0.0123"'],
      ['<testcase ', '<testcase file="a.ts" '],
    ] as const) {
      expect((await validate(xml.replace(from, to))).valid).toBe(false)
    }
  })

  it('tells failures, errors and skipped checks apart, with the text in both places', async () => {
    const checks = [passedCheck(), wrongCheck(), crashedCheck({ id: 'other' })]
    const report = exampleReport({ submissions: [exampleSubmission({ checks })] })
    const parsed = await parseJUnit(await render('junit', report))
    const suite = parsed && 'testsuite' in parsed ? parsed.testsuite?.[0] : undefined
    expect(suite).toMatchObject({ tests: 3, failures: 1, errors: 1, skipped: 0 })
    const [, wrong, crashed] = suite?.testcase ?? []
    expect(wrong?.failure?.[0]?.message).toContain('0.7864477329659274')
    expect(wrong?.failure?.[0]?.inner).toContain('expected:   0.7864477329659274')
    expect(crashed?.error?.[0]?.inner).toContain('did not finish')
  })

  it('never repeats a class and name, of which GitLab would drop the second', async () => {
    const checks = [
      passedCheck(),
      passedCheck(),
      passedCheck({ title: 'tanh has the right values (2)' }),
    ]
    const report = exampleReport({ submissions: [exampleSubmission({ checks })] })
    const names = [...(await render('junit', report)).matchAll(/<testcase ([^>]*)/g)].map(String)
    expect(new Set(names).size).toBe(3)
  })

  function validate(xml: string) {
    return validateXML({
      xml: [{ fileName: 'report.xml', contents: xml }],
      schema: [readFileSync(`${import.meta.dirname}/schemas/junit.xsd`, 'utf8')],
    })
  }
})

/** Every check, and before those of a submission whose exercises it was judged by. */
function shownChecks(report: RunReport): readonly CheckReport[] {
  return showPack(report).submissions.flatMap((one) => one.checks)
}

describe('csv', () => {
  it.each(reports)('has one row for each check of %s report', async (_, report) => {
    const rows = parseCsv(await render('csv', report), { columns: true }) as Record<
      string,
      string
    >[]
    const checks = shownChecks(report)
    expect(rows.map((row) => [row.check, row.status, Number(row.score) * 100])).toEqual(
      checks.map((check) => [check.id, check.status, check.score]),
    )
  })
})

describe('tap', () => {
  it.each(reports)('has one point for each check of %s report', async (_, report) => {
    const parser = new TapParser()
    const asserts: { ok: boolean; skip: unknown; diag: { message?: string } | null }[] = []
    parser.on('assert', (assert) => asserts.push(assert))
    let bailed = false
    parser.on('bailout', () => {
      bailed = true
    })
    const strays: string[] = []
    parser.on('extra', (line) => strays.push(line))
    parser.end(await render('tap', report))
    const checks = shownChecks(report)
    const hidden = (check: (typeof checks)[number]) => check.visibility === 'hidden'
    expect(asserts.map(({ ok, skip }) => (skip ? 'skipped' : ok))).toEqual(
      checks.map((check) =>
        check.status === 'skipped' || hidden(check) ? 'skipped' : check.status === 'passed',
      ),
    )
    expect([bailed, strays]).toEqual([false, []])
    for (const { ok, diag } of asserts) if (!ok) expect(diag?.message).toBeTypeOf('string')
  })
})

describe('autolab', () => {
  it('ends in one line of scores', async () => {
    const lines = (await render('autolab', hostileReport())).trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[1] ?? '')).toEqual({ scores: { ex1: 3.5, ex2: 3, ex11: 0 } })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ _presentation: 'semantic' })
  })
})

describe('classroom50', () => {
  it('takes the instant of the submission from its tag, and hundredths where points are not whole', async () => {
    expect(JSON.parse(await render('classroom50', exampleReport()))).toMatchObject({
      datetime: '2026-09-20T10:00:00Z',
      score: 350,
      'max-score': 750,
    })
  })

  it('gives points where all of a result are whole, and one unit in all of it', async () => {
    const result = JSON.parse(await render('classroom50', allPassed))
    expect(result).toMatchObject({ score: 2, 'max-score': 2 })
    expect(result.tests[0]).toMatchObject({ score: 2, 'max-score': 2 })
    const { tests, score } = JSON.parse(await render('classroom50', exampleReport()))
    expect(tests.reduce((sum: number, test: { score: number }) => sum + test.score, 0)).toBe(score)
  })

  it('keeps to 100 tests whose names have at most 100 bytes and whose points add up', async () => {
    const checks = Array.from({ length: 250 }, (_, index) =>
      passedCheck({ id: `c${index}`, title: '検査'.repeat(40) }),
    )
    const report = exampleReport({ submissions: [exampleSubmission({ checks })] })
    const { tests, score } = JSON.parse(await render('classroom50', report))
    expect(tests).toHaveLength(100)
    expect(tests[99]['test-name']).toBe('151 more checks')
    const names: string[] = tests.map((test: { 'test-name': string }) => test['test-name'])
    expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(100)
    expect(new Set(names).size).toBe(100)
    expect(tests.reduce((sum: number, test: { score: number }) => sum + test.score, 0)).toBe(score)
  })

  it('names every variable that its runner did not set', async () => {
    await expect(
      render('classroom50', exampleReport(), { environment: { CLASSROOM: 'x', ASSIGNMENT: '' } }),
    ).rejects.toThrow(/no ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL/)
  })
})

describe('a rule of the course that takes nothing', () => {
  const late = (score: number) => {
    const adjustments = [{ id: 'late' as const, text: 'A sentence.', score }]
    const checks = [passedCheck()]
    return exampleReport({
      submissions: [exampleSubmission({ status: 'passed', checks, adjustments })],
    })
  }
  const said = async (score: number) => ({
    classroom50: JSON.parse(await render('classroom50', late(score))).tests.at(-1).passed,
    autolab: JSON.parse((await render('autolab', late(score))).split('\n')[0] ?? '').ex1.Late
      .passed,
    exercism: JSON.parse(await render('exercism', late(score))).tests.at(-1).status === 'pass',
    classroom:
      JSON.parse(Buffer.from(await render('classroom', late(score)), 'base64').toString()).tests.at(
        -1,
      ).status === 'pass',
  })

  it('is no failed test, and one that takes points is', async () => {
    const all = (passed: boolean) => ({
      ...{ classroom50: passed, autolab: passed, exercism: passed, classroom: passed },
    })
    expect(await said(0)).toEqual(all(true))
    expect(await said(-50)).toEqual(all(false))
  })
})

describe('gradescope', () => {
  it('keeps the visibility of each check and the whole score', async () => {
    const checks = (['visible', 'hidden', 'after-due-date', 'after-published'] as const).map(
      (visibility) => wrongCheck({ visibility }),
    )
    const report = exampleReport({ submissions: [exampleSubmission({ checks })] })
    const results = JSON.parse(await render('gradescope', report))
    expect(results.score).toBe(6)
    expect(results.tests.map((test: { visibility: string }) => test.visibility)).toEqual([
      'visible',
      'hidden',
      'after_due_date',
      'after_published',
    ])
  })

  it('blames nobody for what the machine spoilt', async () => {
    const checks = [wrongCheck({ status: 'errored', cause: 'machine', evidence: [] })]
    const report = exampleReport({
      submissions: [exampleSubmission({ status: 'errored', checks })],
    })
    const results = JSON.parse(await render('gradescope', report))
    expect(results.output).toContain('The fault is not in the submission')
    expect(results.tests[0]).not.toHaveProperty('status')
  })
})

describe('prairielearn', () => {
  it('costs no attempt where the file does not parse, and shares out the rest', async () => {
    const broken = [crashedCheck({ cause: 'does-not-parse' })]
    const unparsed = exampleReport({ submissions: [exampleSubmission({ checks: broken })] })
    expect(JSON.parse(await render('prairielearn', unparsed))).toMatchObject({ gradable: false })
    expect(JSON.parse(await render('prairielearn', exampleReport()))).toMatchObject({
      gradable: true,
      score: 350 / 750,
    })
  })
})

describe('github', () => {
  const many = (length: number) =>
    exampleReport({
      submissions: [
        exampleSubmission({
          checks: Array.from({ length }, (_, index) =>
            wrongCheck({ id: `c${index}`, title: `check ${index}`, score: index }),
          ),
        }),
      ],
    })

  it('shows ten of a level at most, the costliest first, and counts the others', async () => {
    const errors = (await render('github', many(25)))
      .split('\n')
      .filter((it) => it.startsWith('::error'))
    expect(errors).toHaveLength(10)
    expect(errors[0]).toContain('title=check 0:')
    expect(errors[9]).toBe('::error title=16 more failed checks::All are in the job summary.')
    expect((await render('github', many(10))).match(/::error/g)).toHaveLength(10)
  })

  it('names files from the root of the repository', async () => {
    const repositoryRoot = resolve('/home/runner/work/r/r')
    const cwd = resolve('/home/runner/work/r/r/hw1')
    const options = { repositoryRoot, cwd, junitDialect: 'github' } as const
    expect(await render('github', many(1), options)).toContain('::error file=hw1/ex1.ts,')
    expect(await render('junit', many(1), options)).toContain('file="hw1/ex1.ts"')
    expect(await render('junit', many(1), options)).toContain('name="file" value="hw1/ex1.ts"')
    expect(await render('sarif', many(1), options)).toContain('"uri": "hw1/ex1.ts"')
  })

  it('is nothing but commands of its own, whatever it is given', async () => {
    const lines = (await render('github', hostileReport())).trimEnd().split('\n')
    const names = executedCommands(lines.join('\n')).map(({ name }) => name)
    expect(names).toHaveLength(lines.length)
    expect(new Set(names)).toEqual(new Set(['error', 'warning', 'notice']))
    expect(names.filter((name) => name === 'error')).toHaveLength(3)
  })

  it('adds a summary of a mebibyte at most to the file that GitHub names', async () => {
    const submissions = Array.from({ length: 3000 }, () => exampleSubmission())
    const reporter = await loadReporter('github')
    const environment = { GITHUB_STEP_SUMMARY: 'summary.md' }
    const [addition] =
      reporter.additions?.(exampleReport({ submissions }), { ...options, environment }) ?? []
    expect(addition?.file).toBe('summary.md')
    expect(Buffer.byteLength(addition?.text ?? '')).toBeLessThanOrEqual(2 ** 20)
    expect(addition?.text).toMatch(/longer than may be shown here: \d+ more sections/)
    expect(reporter.additions?.(exampleReport(), options)).toEqual([])
  })
})

describe('markdown', () => {
  it('is the same page with hostile texts as with harmless ones', async () => {
    const shape = async (report: RunReport) =>
      micromark(await render('markdown', report), {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      }).match(/<\/?[a-z]\w*/g)
    expect(await shape(hostileReport())).toEqual(await shape(hostileReport('harmless')))
  })
})
