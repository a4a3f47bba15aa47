import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubmissionReport } from '../../src/report/report.ts'
import { plainOptions, type RenderOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter, type ReporterName, reporterNames } from '../../src/reporters/index.ts'
import { exampleReport } from './example-report.ts'
import { hostileReport } from './hostile-report.ts'
import { eightMegabytes, hostileText } from './hostile-text.ts'

const options: RenderOptions = {
  ...plainOptions,
  environment: {
    CLASSROOM: 'd2l-26',
    ASSIGNMENT: 'ex1',
    USERNAME: 'alice',
    SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
    COMMIT_URL: 'https://example.org/commit',
    RELEASE_URL: 'https://example.org/release',
    REVIEW_URL: 'https://example.org/review',
  },
}

/** What they must not say, because their readers are students. */
const forStaff: ReadonlySet<string> = new Set(['json', 'csv', 'gradescope'])

/** Its own tests hold it. */
const names = reporterNames.filter((name) => (name as string) !== 'terminal')

/** The dashes are escaped where they could make a heading. */
const SAYS_WHOSE =
  /judged by other exercises than the built.?-in ones: \W*exercises course \W*sha256 a1b2c3d4e5f6/i

function decoded(name: ReporterName, text: string): string {
  return name === 'classroom' ? Buffer.from(text, 'base64').toString() : text
}

async function render(name: ReporterName, report = exampleReport()): Promise<string> {
  return (await loadReporter(name)).render(report, options)
}

describe.each(names)('the %s reporter', (name) => {
  it('says of nothing that it is not shown, where nothing was there to be shown', async () => {
    const report = exampleReport()
    const [first] = report.submissions
    const [check] = first?.checks ?? []
    const [one, skipped] = [first, check].map((it) => ({ ...it, status: 'skipped', score: 0 }))
    const checks = [{ ...skipped, visibility: 'visible', message: 'Nothing was found.' }]
    const missing = { ...one, checks, adjustments: [] } as unknown as SubmissionReport
    expect(await render(name, { ...report, submissions: [missing] })).not.toContain('not shown')
  })

  it('is registered under its own name and says what it is for', async () => {
    const reporter = await loadReporter(name)
    expect(reporter.name).toBe(name)
    expect(reporter.summary).toMatch(/^[A-Zc].*\.$/)
  })

  it('shows a run as it always did', async () => {
    await expect(await render(name)).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it('shows hostile names and messages harmlessly', async () => {
    await expect(await render(name, hostileReport())).toMatchFileSnapshot(
      `golden/${name}.hostile.txt`,
    )
  })

  it('says by whose exercises a run was judged, where they are not the built-in ones', async () => {
    const pack = { source: '--exercises course', sha256: 'a1b2c3d4e5f6'.padEnd(64, '0') }
    const text = decoded(name, await render(name, exampleReport({ pack })))
    const said = name === 'json' ? /"source": "--exercises course"/ : SAYS_WHOSE
    expect(text).toMatch(said)
    const { pack: _, ...silent } = exampleReport()
    const unsaid = decoded(name, await render(name, silent))
    if (name !== 'json') expect(unsaid).toMatch(/the record does not say by whose exercises/i)
    expect(decoded(name, await render(name))).not.toMatch(/whose exercises|other exercises/)
    await expect(text).toMatchFileSnapshot(`golden/${name}.other-pack.txt`)
  })

  it('holds no control character but line ends and tabs, whatever it is given', () =>
    fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const rendered = await render(name, hostileReport(text))
        const lines = name === 'csv' ? rendered.replaceAll('\r\n', '\n') : rendered
        expect(lines).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}]/u)
      }),
      { seed: 7, numRuns: 20 },
    ))

  it('ends in a line end, and is the same every time', async () => {
    const text = await render(name, hostileReport())
    expect(text.endsWith('\n')).toBe(true)
    expect(await render(name, hostileReport())).toBe(text)
  })

  it('shows a run of nothing', async () => {
    await expect(render(name, exampleReport({ submissions: [] }))).resolves.toBeTypeOf('string')
  })
})

describe.each(reporterNames.filter((name) => !forStaff.has(name)))('%s, for students', (name) => {
  it('tells nothing about hidden checks', async () => {
    const text = await render(name, hostileReport())
    expect(decoded(name, text)).not.toMatch(/secret/i)
  })
})

describe.each(reporterNames.filter((name) => name !== 'json'))(
  '%s, which is no archive',
  (name) => {
    it('cuts messages of eight megabytes', async () => {
      const report = hostileReport(eightMegabytes)
      expect((await render(name, report)).length).toBeLessThan(500_000)
    })
  },
)
