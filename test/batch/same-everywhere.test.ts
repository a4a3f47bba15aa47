import { spawn } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { needingSignals } from '../machine.ts'
import { exampleClass, resultsIn } from './class.ts'
import { mlpCheck } from './command.ts'
import { BOOKS, everythingIn, wholeCourse } from './whole-course.ts'

const classroom = exampleClass()
const newFolder = () => mkdtempSync(join(tmpdir(), 'mlp-check-out-'))

async function batch(out: string, ...more: string[]) {
  const run = await mlpCheck(classroom, 'batch', '.', '--exercise', 'ex1', '--out', out, ...more)
  expect(run).toMatchObject({ code: 0 })
  return run
}

describe('the results of a batch', () => {
  let alone: Record<string, unknown>

  beforeAll(async () => {
    const out = newFolder()
    await batch(out, '--workers', '1')
    alone = resultsIn(out)
  })

  it.each(['2', '16'])('are the same from %s workers as from one', async (workers) => {
    const out = newFolder()
    await batch(out, '--workers', workers)
    expect(resultsIn(out)).toEqual(alone)
  })

  it.each([2, 7])('are the same in %i parts, put together again', async (count) => {
    const parts = newFolder()
    for (let index = 1; index <= count; index++) {
      await batch(join(parts, String(index)), '--shard', `${index}/${count}`, '--workers', '1')
    }
    const folders = Array.from({ length: count }, (_, index) => join(parts, String(index + 1)))
    const out = newFolder()
    const merged = await mlpCheck(classroom, 'merge', ...folders.reverse(), '--out', out)
    expect(merged).toMatchObject({ code: 0 })
    expect(resultsIn(out)).toEqual(alone)
  })

  it('are the same after any number of kills', async () => {
    const out = newFolder()
    for (const delay of [200, 500, 700, 900, 1200, 1500]) await killedAfter(delay, out)
    const last = await batch(out, '--workers', '2')
    expect(last.stdout).toMatch(/judged \d+ in/)
    expect(resultsIn(out)).toEqual(alone)
  })

  it('are the same after a journal that was torn anywhere', async () => {
    const out = newFolder()
    await batch(out)
    const journal = join(out, 'journal.jsonl')
    const whole = readFileSync(journal)
    for (const cut of [20, whole.length >> 1]) {
      writeFileSync(journal, whole.subarray(0, cut))
      await batch(out)
      expect(resultsIn(out)).toEqual(alone)
    }
    appendFileSync(journal, '{"key":"')
    expect((await batch(out)).stdout).toContain('judged 0 in')
    expect(resultsIn(out)).toEqual(alone)
  })
})

describe('the grades of a course', () => {
  const cwd = wholeCourse()
  const words = ['batch', 'hw', '--exercise', 'ex1']
  let alone: Record<string, string>

  /** One hand-in stays open, which is said by the exit code. */
  async function grade(...more: string[]): Promise<Record<string, string>> {
    const out = newFolder()
    const run = await mlpCheck(cwd, ...more, ...BOOKS, '--out', out)
    expect(run).toMatchObject({ code: 2, stderr: expect.not.stringContaining('Error') })
    return everythingIn(out)
  }

  beforeAll(async () => {
    alone = await grade(...words, '--workers', '1')
  })

  it('are in everything that a run leaves', () => {
    expect(Object.keys(alone)).toEqual(
      expect.arrayContaining([
        'canvas.csv',
        'gradebook.html',
        'likeness/001.html',
        'mail.csv',
        'match.csv',
        'overrides.csv',
        'run.json',
        'students/5001.html',
      ]),
    )
    const cells = alone['canvas.csv']?.split('\r\n').map((line) => line.split(',').slice(6, 8))
    // By hand; late and averaged; alike; unparsable; with more time; excused; settled.
    expect(cells?.slice(2)).toEqual([
      ['19', '9.5'],
      [expect.stringMatching(/^\d/), expect.stringMatching(/^\d/)],
      ['20', '10'],
      ['20', '10'],
      ['0', '0'],
      ['20', '10'],
      ['EX', '7'],
      ['20', '10'],
    ])
    expect(alone['match.csv']).toContain('hw/somebody_5099_990_ex1.ts')
  })

  it('are the same from sixteen workers, and in parts that are put together', async () => {
    expect(await grade(...words, '--workers', '16')).toEqual(alone)
    const parts = newFolder()
    for (const index of [1, 2, 3]) {
      const part = ['--out', join(parts, String(index)), '--shard', `${index}/3`]
      expect(await mlpCheck(cwd, ...words, ...part)).toMatchObject({ code: 0 })
    }
    const part = statSync(join(parts, '1', 'shard-1-of-3.jsonl'))
    // It names people, and holds what they wrote.
    if (process.platform !== 'win32') expect(part.mode & 0o077).toBe(0)
    expect(await grade('merge', ...[3, 1, 2].map((one) => join(parts, String(one))))).toEqual(alone)
  })

  it('are the same after kills, and where rules came after the verdicts', async () => {
    const out = newFolder()
    for (const delay of [400, 900, 1500]) await killedAfter(delay, out, cwd, words)
    expect(await mlpCheck(cwd, ...words, '--out', out)).toMatchObject({ code: 0 })
    const run = await mlpCheck(cwd, ...words, ...BOOKS, '--out', out, '--resume')
    expect(run.stdout).toContain('judged 0 in')
    expect(everythingIn(out)).toEqual(alone)
  })
})

/** The real command, ended without a chance to say goodbye. */
async function killedAfter(
  delay: number,
  out: string,
  cwd = classroom,
  asked = ['batch', '.', '--exercise', 'ex1'],
): Promise<void> {
  const words = [...asked, '--out', out, '--workers', '2']
  const child = spawn(process.execPath, [join(packageRoot(), 'bin', 'mlp-check.js'), ...words], {
    cwd,
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await new Promise((resolve) => setTimeout(resolve, delay))
  child.kill('SIGKILL')
  await ended
}

needingSignals().describe('an interrupt', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends a batch with what is done; --resume goes on', async (signal, code) => {
    const out = newFolder()
    const words = ['batch', '.', '--exercise', 'ex1', '--out', out, '--workers', '1']
    const child = spawn(process.execPath, [join(packageRoot(), 'bin', 'mlp-check.js'), ...words], {
      cwd: classroom,
    })
    let printed = ''
    child.stdout.on('data', (data) => {
      printed += data
    })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const journal = join(out, 'journal.jsonl')
    while (!existsSync(journal) || statSync(journal).size < 100) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    child.kill(signal)
    expect(await ended).toBe(code)
    expect(printed).toContain('not judged yet')
    expect(printed).toContain('--resume goes on')
    expect(existsSync(join(out, 'report.json'))).toBe(true)
    expect((await batch(out, '--resume')).stdout).toContain('were known already')
  })
})

describe('merge', () => {
  it('demands every part, once, of one run', async () => {
    const parts = newFolder()
    await batch(join(parts, 'a'), '--shard', '1/2')
    await batch(join(parts, 'b'), '--shard', '2/2', '--seed', '8')
    const merge = (...words: string[]) => mlpCheck(parts, 'merge', ...words, '--out', 'o')
    expect(await merge('a')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('missing: 2'),
    })
    expect((await merge('a', 'a')).stderr).toContain('are both part 1 of 2')
    expect((await merge('a', 'b')).stderr).toContain('differ in their seed')
    expect(await merge()).toMatchObject({ code: 2 })
  })
})
