import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { exampleReport } from '../reporters/example-report.ts'

describe('mlp-check report', () => {
  it('renders a saved report in several ways at once', async () => {
    const folder = temporaryFolder()
    const xml = join(folder, 'a.xml')
    const run = await mlpCheck(
      'report',
      savedReport(folder),
      '--reporter',
      `junit=${xml}`,
      '--reporter',
      'json',
    )
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toEqual(exampleReport())
    expect(readFileSync(xml, 'utf8')).toContain('<testsuites name="mlp-check"')
  })

  it('puts it under the rules of a course', async () => {
    const folder = temporaryFolder()
    const course = join(folder, 'course.yaml')
    writeFileSync(course, 'due: 2026-09-20T10:00:00Z\nlate: { percentPerDay: 10 }\n')
    const words = ['report', savedReport(folder), '--course', course, '--reporter', 'json']
    const late = await mlpCheck(...words, '--submitted-at', '2026-09-21T09:00:00Z')
    expect(JSON.parse(late.stdout).totals.score).toBe(315)
    for (const never of ['2026-09-21', '2026-09-31T09:00:00Z', '2026-02-29T09:00+01:00']) {
      expect(await mlpCheck(...words, '--submitted-at', never)).toMatchObject({ code: 2 })
      expect(await mlpCheck(...words, '--due', never)).toMatchObject({ code: 2 })
    }
    expect(await mlpCheck(...words, '--attempt', '0')).toMatchObject({ code: 2 })
  })

  it('refuses rules that would never hold, and takes those of a course of its own', async () => {
    const folder = temporaryFolder()
    const course = join(folder, 'course.yaml')
    const words = ['report', savedReport(folder), '--course', course, '--reporter', 'json']
    writeFileSync(
      course,
      'visibility: { no-such-check: hidden, dtanh-derivativ: hidden }\nexercises: { ex99: {} }\n',
    )
    const refused = await mlpCheck(...words)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('visibility.no-such-check: no check and no kind of one')
    expect(refused.stderr).toContain('Did you mean "dtanh-derivative"')
    expect(refused.stderr).toContain('exercises.ex99: there is no such exercise')
    // The example's checks are of no shipped exercise: the record itself knows them.
    writeFileSync(course, 'exercises: { tanh: { visibility: { value: hidden } } }\n')
    const taken = await mlpCheck(...words)
    const { checks } = JSON.parse(taken.stdout).submissions[0]
    expect(checks.map((check: { visibility?: string }) => check.visibility)[0]).toBe('hidden')
  })

  it('exits 2 for a reporter that does not exist, naming the near one', async () => {
    const run = await mlpCheck('report', savedReport(temporaryFolder()), '--reporter', 'jnuit')
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('Did you mean "junit"?')
  })

  it('exits 5 where a file cannot be written, after it has printed the rest', async () => {
    const folder = temporaryFolder()
    const run = await mlpCheck(
      'report',
      savedReport(folder),
      '--reporter',
      `json=${join(folder, 'saved.json', 'below.json')}`,
      '--reporter',
      'tap',
    )
    expect(run.code).toBe(5)
    expect(run.stderr).toContain('could not be written to')
    expect(run.stdout).toMatch(/^TAP version 13/)
  })

  it.each(['\u001b[2J{', '{"schema":"mlp-check/report/v1","\u001b]0;x\u0007":1}', '"\u202e"'])(
    'lets what is no report move no terminal (%j)',
    async (text) => {
      const file = join(temporaryFolder(), 'saved.json')
      writeFileSync(file, text)
      const run = await mlpCheck('report', file)
      expect(run).toMatchObject({ code: 2, stdout: '' })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
      expect(run.stderr).not.toMatch(/[\u001b\u0007\u202e]/)
    },
  )

  it('exits 2 where the report is not there', async () => {
    expect(await mlpCheck('report', '/nowhere.json')).toMatchObject({ code: 2, stdout: '' })
  })
})

async function mlpCheck(...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const output = (write: (text: string) => void) => ({ write, isTTY: false, columns: 80 })
  const code = await main(argv, {
    cwd: process.cwd(),
    env: {},
    stdout: output((text) => {
      stdout += text
    }),
    stderr: output((text) => {
      stderr += text
    }),
  })
  return { code, stdout, stderr }
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mlp-check-'))
}

function savedReport(folder: string): string {
  const file = join(folder, 'saved.json')
  writeFileSync(file, JSON.stringify(exampleReport()))
  return file
}
