import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { statusOf, totalsOf } from '../../src/report/totals.ts'
import { reporterNames } from '../../src/reporters/index.ts'
import { folderWith } from '../batch/folders.ts'
import { executedCommands, OTHER_MARKS } from '../github-runner.ts'
import { hostileReport } from '../reporters/hostile-report.ts'
import { hostileTexts } from '../reporters/hostile-text.ts'
import { runCli } from './run-cli.ts'

/** Texts that want to be obeyed: by either form of command, at any width, or in pieces. */
const ATTACKS: readonly string[] = [
  ...hostileTexts,
  ...[20, 38, 39, 40, 58, 59, 60, 70, 76, 78, 79, 80].map(
    (length) => `${'x'.repeat(length)} ::error::forged ${'y'.repeat(length)} ::stop-commands::abc`,
  ),
  '::stop-commands::0123456789\n::notice::forged\n::0123456789::',
  ' \t\u00a0\u3000::error::forged',
  '::ERROR::forged\r::Warning::forged\r\n::Add-Mask::passed',
  '###[error]forged ####[set-output name=a]b ##[##[error]forged',
  'text ##[add-matcher]forged.json',
  '##vso[task.complete result=Succeeded;]done ##teamcity[buildStatus status="SUCCESS"]',
  '\u001b[0Ksection_start:1560896352:forged\r\u001b[0Kforged',
  '::group::forged\n::endgroup::\n::add-path::/tmp',
  '##',
  '[error]forged',
]

const saved = folderWith({ 'all.json': saveable(hostileReport(ATTACKS.join('\n'))) })
for (const [index, attack] of ATTACKS.entries()) {
  writeFileSync(join(saved, `${index}.json`), saveable(hostileReport(attack)))
}

/** With the totals and verdicts that a saved report must have. */
function saveable(report: RunReport): string {
  const submissions = report.submissions.map((one) => ({ ...one, status: statusOf(one.checks) }))
  return JSON.stringify({ ...report, submissions, totals: totalsOf(submissions) })
}

const env = {
  GITHUB_ACTIONS: 'true',
  CLASSROOM: 'c',
  ASSIGNMENT: 'a',
  USERNAME: 'u',
  SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
  COMMIT_URL: 'https://example.org/c',
  RELEASE_URL: 'https://example.org/r',
  REVIEW_URL: 'https://example.org/v',
}

const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

async function report(file: string, ...reporters: string[]) {
  const words = reporters.flatMap((one) => ['--reporter', one])
  const ran = await runCli(['report', join(saved, file), ...words], { cwd: saved, env })
  expect(ran.code).toBe(0)
  return ran
}

/** The commands that a report is made of, and that are to be obeyed. */
async function own(file: string) {
  const words = ['report', join(saved, file), '--reporter', 'github']
  const { stdout } = await runCli(words, { cwd: saved })
  const commands = executedCommands(stdout)
  expect(commands).toHaveLength(stdout.trimEnd().split('\n').length)
  return commands
}

describe('a GitHub runner, whatever is reported to it', () => {
  it.each(reporterNames)('obeys no submission in a report by %s', async (name) => {
    for (const file of ['all.json', ...ATTACKS.map((_, index) => `${index}.json`)]) {
      const expected = name === 'github' ? await own(file) : []
      const { stdout, stderr } = await report(file, name)
      for (const log of [stdout + stderr, stderr + stdout]) {
        const executed = executedCommands(log)
        const bracket = executed[0]?.name === 'stop-commands' ? executed.shift() : undefined
        if (bracket !== undefined) expect(bracket.data).toMatch(TOKEN)
        expect(executed, file).toEqual(expected)
      }
      expect(stdout).not.toMatch(OTHER_MARKS)
    }
  })

  it.each(reporterNames)('hears its own commands beside %s in a file', async (name) => {
    const file = join(saved, `out-${name}`)
    const beside = name === 'github' ? ['github'] : [`${name}=${file}`, 'github']
    const { stdout } = await report('all.json', ...beside)
    expect(executedCommands(stdout)).toEqual(await own('all.json'))
  })

  it.each([
    ['terminal', 'github'],
    ['github', 'terminal'],
  ])(
    'reads one bracket around what %s and %s print, and our commands behind it',
    async (...two) => {
      for (const index of ATTACKS.keys()) {
        const { stdout } = await report(`${index}.json`, ...two)
        const [bracket, ...executed] = executedCommands(stdout)
        expect(executed).toEqual(await own(`${index}.json`))
        expect(stdout.split(`::${bracket?.data}::\n`)).toHaveLength(2)
        expect(stdout.startsWith(`::stop-commands::${bracket?.data}\n`)).toBe(true)
      }
    },
  )

  it('gets another token each time, and data for programs as it is', async () => {
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => (await report('all.json', 'markdown')).stdout.split('\n')[0]),
    )
    expect(new Set(tokens).size).toBe(3)
    const json = await report('all.json', 'json')
    expect(JSON.parse(json.stdout)).toEqual(
      JSON.parse(readFileSync(join(saved, 'all.json'), 'utf8')),
    )
    const version = await runCli(['--version'], { cwd: saved, env })
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

const bin = join(packageRoot(), 'bin', 'mlp-check.js')

/** Both streams as one, as a job's log has them. */
function log(cwd: string, script: string): string {
  const command = `"${process.execPath}" "${bin}"`
  const { stdout } = spawnSync('bash', ['-c', `${script.replaceAll('mlp-check', command)} 2>&1`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, GITHUB_STEP_SUMMARY: '' },
  })
  return stdout
}

/** A student's program, its file names and what it throws and prints. */
const LOUD = `const pad = 'x'.repeat(70)
console.log('::error::printed at load\\n##[error]forged')
export function tanh(x: number): number { return Math.tanh(x) }
export function dtanh(x: number): number {
  throw new Error(pad + ' ::notice title=ex1::passed ' + 'y'.repeat(60) + ' ::stop-commands::0123456789 ##[error]forged')
}
`

describe('the whole command in a GitHub job', () => {
  it.each(['terminal', 'markdown', 'terminal --reporter github', 'github', 'junit', 'tap', 'html'])(
    'lets no program speak to the runner (--reporter %s)',
    (reporters) => {
      const cwd = folderWith({ '##[error]forged/ex1.ts': LOUD })
      const text = log(cwd, `mlp-check ex1 '##[error]forged/ex1.ts' --reporter ${reporters}`)
      const ours = executedCommands(text).filter(({ name }) => name !== 'stop-commands')
      expect(JSON.stringify(ours)).not.toMatch(/"name":"(?!error|warning|notice)/)
      expect(ours.every(({ properties }) => properties.includes('title='))).toBe(true)
      expect(ours.length > 0).toBe(reporters.includes('github'))
    },
  )

  it.each(['batch .', 'batch . --out out', 'batch ./nobody', 'batch . --exercise ##[error]x'])(
    'lets no name of a file speak to the runner (%s)',
    (words) => {
      const cwd = folderWith({
        '::error::forged/ex1.ts': LOUD,
        '##[error]forged/ex1.ts': LOUD,
        'jane\n::error::forged/ex1.ts': LOUD,
        'jane/::notice::forged.txt': '',
        'jane/##[warning]forged.txt': '',
      })
      const names = executedCommands(log(cwd, `mlp-check ${words}`)).map(({ name }) => name)
      expect(names.filter((name) => name !== 'stop-commands')).toEqual([])
    },
  )
})
