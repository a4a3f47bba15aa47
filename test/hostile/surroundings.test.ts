import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunReport, SubmissionReport } from '../../src/report/report.ts'
import { type Ran, runCli } from '../cli/run-cli.ts'
import { type Ground, HONEST, layGround, RIGHT, SECRET, write } from './surroundings/attack.ts'
import { SURROUNDINGS } from './surroundings/attacks.ts'

/**
 * What lies around a submission, against every command that meets it: no program of it is run,
 * nothing of others is read or changed, and what was honest is judged as if nothing lay there.
 */

const roots: string[] = []
const cache = newRoot()
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

function newRoot(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'mlp-check-around-')))
  roots.push(root)
  return root
}

interface Command {
  readonly words: (root: string) => readonly string[]
  readonly env?: Record<string, string>
  /** Attacks that are none here: a student's own settings are there for it. */
  readonly serves?: RegExp
  /** The records that it leaves, by who handed in what. */
  readonly record: (ran: Ran, root: string) => RunReport
}

const printed = ({ stdout, stderr }: Ran): RunReport => {
  if (!stdout.startsWith('{')) throw new Error(`no record: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}

const JSON_REPORT = ['--reporter', 'json']

const COMMANDS: Readonly<Record<string, Command>> = {
  'check under CI': {
    words: () => ['ex1', 'ex12', ...JSON_REPORT],
    env: { CI: 'true' },
    record: printed,
  },
  'check of what was begun, with types, under CI': {
    words: () => ['--begun', '--types', ...JSON_REPORT],
    env: { CI: 'true' },
    record: printed,
  },
  'check by exercises that are named': {
    words: () => 'ex1 ex12 --exercises builtin --lang en --no-types --reporter json'.split(' '),
    serves: /hints to be recorded|in the folder above/,
    record: printed,
  },
  batch: {
    words: (root) => [
      'batch',
      '.',
      ...'--layout folders --workers 1 --out'.split(' '),
      join(root, 'out'),
    ],
    record: (_, root) => JSON.parse(readFileSync(join(root, 'out', 'report.json'), 'utf8')),
  },
}

/** The verdicts, times aside. */
function essence(report: RunReport, wanted: (one: SubmissionReport) => boolean): string {
  const submissions = report.submissions.filter(wanted).map((one) => ({ ...one, durationMs: 0 }))
  return JSON.stringify({ pack: report.pack, submissions })
}

const isHonest = ({ exercise, student }: SubmissionReport) =>
  student === 'bob' || (student === null && exercise === 'ex12')
const isAttacked = ({ exercise, student }: SubmissionReport) =>
  student === null && exercise === 'ex1'

interface Outcome {
  readonly ran: Ran
  readonly report: RunReport
  readonly ground: Ground
}

async function outcome(name: string, lay: (ground: Ground) => void): Promise<Outcome> {
  const { words, env, record } = COMMANDS[name] as Command
  const root = newRoot()
  const ground = layGround(root)
  write(join(ground.work, 'bob', 'ex1.ts'), RIGHT)
  write(join(ground.work, 'bob', 'ex12.ts'), HONEST)
  lay(ground)
  const all = { MLP_CHECK_CACHE: cache, HOME: root, ...env }
  const ran = await runCli(words(root), { cwd: ground.work, env: all })
  return { ran, report: record(ran, root), ground }
}

function filesOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return files
    .sort()
    .map((file) => `${file.slice(folder.length)}\n${readFileSync(file, 'utf8')}`)
    .join('\n')
}

describe.each(Object.keys(COMMANDS))(
  'against %s, what lies around a submission does nothing',
  (name) => {
    let honest = ''
    let attacked = ''
    const attacks = SURROUNDINGS.filter((one) => COMMANDS[name]?.serves?.test(one.name) !== true)
    beforeAll(async () => {
      const { report } = await outcome(name, () => {})
      honest = essence(report, isHonest)
      attacked = essence(report, isAttacked)
      expect(report.submissions.filter(isHonest).map(({ status }) => status)).not.toContain(
        'failed',
      )
      expect(report.submissions.some(isHonest)).toBe(true)
    })

    test.each(attacks)('$name', async ({ lay, replacesAnswer }) => {
      let before = ''
      const { ran, report, ground } = await outcome(name, (ground) => {
        lay(ground)
        before = filesOf(ground.outside)
      })
      expect(existsSync(ground.canary), 'a program of the submission was run').toBe(false)
      expect(filesOf(ground.outside), 'something elsewhere was changed').toBe(before)
      expect(ran.stdout + ran.stderr + JSON.stringify(report)).not.toContain(SECRET)
      expect(ran.stderr).not.toMatch(/\n {4}at /)
      expect(essence(report, isHonest)).toBe(honest)
      if (replacesAnswer !== true) expect(essence(report, isAttacked)).toBe(attacked)
      for (const { score, status } of report.submissions.filter(isAttacked)) {
        expect({ score, status }).toEqual({ score: 0, status: 'failed' })
      }
    })
  },
)

describe("against a student's own commands, what lies around does no harm", () => {
  test.each(SURROUNDINGS)('$name', async ({ lay }) => {
    const root = newRoot()
    const ground = layGround(root)
    lay(ground)
    const before = filesOf(ground.outside)
    const env = { MLP_CHECK_CACHE: cache, HOME: root }
    for (const words of [
      ['ex1'],
      [],
      ['hint', 'ex1'],
      ['plot', 'ex1'],
      ['reset', 'ex1'],
      ['show', 'ex1'],
    ]) {
      const ran = await runCli(words, { cwd: ground.work, env })
      expect(ran.code, `${words} ${ran.stderr}`).toBeLessThan(5)
      expect(ran.stdout + ran.stderr).not.toContain(SECRET)
    }
    expect(existsSync(ground.canary)).toBe(false)
    expect(filesOf(ground.outside)).toBe(before)
  })
})

test('the corpus holds at least fifty of them, under different names', () => {
  expect(new Set(SURROUNDINGS.map(({ name }) => name)).size).toBe(SURROUNDINGS.length)
  expect(SURROUNDINGS.length).toBeGreaterThanOrEqual(50)
})
