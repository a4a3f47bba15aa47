import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeReports } from '../../src/cli/write-reports.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { writeFileWhole } from '../../src/whole-file.ts'
import { needing, needingLinks, needingPipes } from '../machine.ts'
import { exampleReport } from '../reporters/example-report.ts'

const report = exampleReport()

describe('writeReports', () => {
  it('writes files into folders that do not exist yet and prints the rest', async () => {
    const file = join(temporaryFolder(), 'deep', 'er', 'report.json')
    const written = await writeReports(
      report,
      [{ name: 'json', file }, { name: 'json' }],
      plainOptions,
    )
    expect(written.problems).toEqual([])
    expect(JSON.parse(written.printed[0]?.text ?? '')).toEqual(report)
    expect(readFileSync(file, 'utf8')).toBe(written.printed[0]?.text)
  })

  it('still makes every other report where one cannot be written, and leaves no half file', async () => {
    const folder = temporaryFolder()
    await mkdir(join(folder, 'taken'))
    const good = join(folder, 'good.json')
    const below = join(folder, 'good.json', 'below.json')
    const written = await writeReports(
      report,
      [
        { name: 'json', file: join(folder, 'taken') },
        { name: 'json', file: good },
        { name: 'json', file: below },
        { name: 'json' },
      ],
      plainOptions,
    )
    expect(written.problems.map(({ file }) => file)).toEqual([join(folder, 'taken'), below])
    expect(written.problems[0]?.message).toMatch(
      /^The json report could not be written to .*taken: /,
    )
    expect(JSON.parse(written.printed[0]?.text ?? '')).toEqual(report)
    expect(readdirSync(folder).sort()).toEqual(['good.json', 'taken'])
  })
})

describe('in a GitHub job', () => {
  it('says of each report what it is: for people, for programs, or for the runner', async () => {
    const requests = (['terminal', 'json', 'github'] as const).map((name) => ({ name }))
    const { printed } = await writeReports(report, requests, plainOptions)
    expect(printed.map(({ as }) => as)).toEqual(['text', 'data', 'commands'])
  })

  it('adds the summary to the file that GitHub names, behind what is there', async () => {
    const summary = join(temporaryFolder(), 'summary.md')
    writeFileSync(summary, 'before\n')
    const environment = { GITHUB_STEP_SUMMARY: summary }
    await writeReports(report, [{ name: 'github' }], { ...plainOptions, environment })
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## ex1: /)
  })
})

describe('writeFileWhole', () => {
  needingLinks().it('replaces what a link points to and keeps the link', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'target'), 'old')
    symlinkSync('target', join(folder, 'link'))
    await writeFileWhole(join(folder, 'link'), 'new')
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['link', 'target'])
  })

  needing('the /proc of Linux', process.platform === 'linux').it(
    'gives up where no folder can be made',
    async () => {
      await expect(writeFileWhole('/proc/none/of/these.json', 'new')).rejects.toThrow(/ENOENT/)
    },
  )

  needingPipes().it('writes into a pipe instead of replacing it', async () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const [read] = await Promise.all([readFile(pipe, 'utf8'), writeFileWhole(pipe, 'hello')])
    expect(read).toBe('hello')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
  })
})

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mlp-check-'))
}
