import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { mlpCheck } from './command.ts'
import { folderWith } from './folders.ts'
import { makeZip } from './make-zip.ts'

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const right = readFileSync(join(solutions, 'solution.ts'), 'utf8')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')

const classroom = () =>
  folderWith({
    'jane/ex1.ts': right,
    'john/ex1.ts': wrong,
    'loop/ex1.ts': 'for (;;) {}',
    'binary/ex1.ts': 'a\0b',
    'notes/readme.md': 'hello',
  })

/** Who may read everything is told nothing of locks: then somebody else runs the command. */
const other = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const bin = join(packageRoot(), 'bin', 'mlp-check.js')
const canRun = () => spawnSync(process.execPath, [bin, '--version'], other).status === 0

describe.skipIf(process.getuid === undefined || !canRun())('what may not be read', () => {
  it('is set aside for whose it is, and no wrong answer', () => {
    const folder = folderWith({
      'hw/ann/ex1.ts': right,
      'hw/bob/ex1.ts': right,
      'hw/cy/ex1.ts': right,
      'class.csv': 'Name\nann\nbob\ncy\ndi\n',
    })
    chmodSync(join(folder, 'hw/bob/ex1.ts'), 0)
    chmodSync(join(folder, 'hw/cy'), 0)
    chmodSync(folder, 0o777)
    const words = ['hw', '--exercise', 'ex1', '--roster', 'class.csv', '--no-cache']
    const env = { ...process.env, HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') }
    const options = { cwd: folder, encoding: 'utf8', env, ...other } as const
    const { stdout, status } = spawnSync(process.execPath, [bin, 'batch', ...words], options)
    chmodSync(join(folder, 'hw/cy'), 0o700)
    expect(stdout).toContain('set aside   bob, ex1: hw/bob/ex1.ts: cannot be read (EACCES)')
    expect(stdout).toContain('set aside   cy, ex1: hw/cy: the folder cannot be read (EACCES)')
    expect(stdout).toContain('missing     di: ex1')
    expect(stdout).toContain('ex1: 1 submission, 1 passed')
    expect(status).toBe(0)
  })
})

describe('a name that is not valid UTF-8', () => {
  /** As an old tool of Windows writes it. */
  const named = (folder: string, path: string) =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, 'latin1')])

  it('leaves a folder in doubt, and nobody without what they handed in', async () => {
    const folder = folderWith({ 'hw/ann/ex1.ts': right, 'class.csv': 'Name\nann\njürgen\n' })
    mkdirSync(named(folder, 'hw/jürgen'))
    writeFileSync(named(folder, 'hw/jürgen/ex1.ts'), right)
    const words = ['hw', '--exercise', 'ex1', '--roster', 'class.csv', '--no-cache']
    const { stdout, code } = await mlpCheck(folder, 'batch', ...words)
    expect(stdout).toContain('doubtful    hw/j\ufffdrgen (j\ufffdrgen): nobody on the list')
    expect(code).toBe(2)
  })

  it('sets a file aside for whose folder it lies in', async () => {
    const folder = folderWith({ 'hw/ann/ex1.ts': right, 'hw/bob/notes.md': '' })
    writeFileSync(named(folder, 'hw/bob/lösung.ts'), right)
    const { stdout, code } = await mlpCheck(folder, 'batch', 'hw', '--exercise', 'ex1')
    expect(stdout).toContain('set aside   bob, ex1: hw/bob/l\ufffdsung.ts: cannot be read')
    expect(code).toBe(0)
  })
})

describe('mlp-check batch', () => {
  it('accounts for every file, and ends with 0 whatever students did', async () => {
    const run = await mlpCheck(classroom(), 'batch', '.', '--exercise', 'ex1', '--workers', '2')
    expect(run.stderr).toContain('4 of 4 judged')
    expect(run.stdout).toContain('layout folders')
    expect(run.stdout).toContain('5 files: 3 judged, 1 unreadable, 1 ignored')
    expect(run.stdout).toContain('binary/ex1.ts')
    expect(run.stdout).toContain('ex1: 3 submissions, 1 passed, 2 failed')
    expect(run.code).toBe(0)
  })

  it('says nothing on stderr but its progress: graders are no commands', () => {
    const words = ['batch', '.', '--exercise', 'ex1', '--workers', '2']
    const folder = folderWith({ 'jane/ex1.ts': right, 'john/ex1.ts': wrong })
    const run = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' })
    for (const line of run.stderr.trim().split('\n')) expect(line).toMatch(/^\d of 2 judged/)
    expect(run.status).toBe(0)
  })

  it('tells by its exit code that an answer is wrong, where that is asked for', async () => {
    const folder = folderWith({ 'jane/ex1.ts': right, 'john/ex1.ts': wrong })
    const words = ['batch', '.', '--exercise', 'ex1', '--workers', '1']
    expect((await mlpCheck(folder, ...words, '--fail-on-wrong')).code).toBe(1)
    expect((await mlpCheck(join(folder), ...words)).code).toBe(0)
  })

  it('judges again only what changed', async () => {
    const folder = classroom()
    const words = ['batch', '.', '--exercise', 'ex1', '--out', 'out']
    await mlpCheck(folder, ...words)
    writeFileSync(join(folder, 'john', 'ex1.ts'), `${right}\n`)
    const again = await mlpCheck(folder, ...words, '--resume')
    expect(again.stdout).toMatch(/judged 1 in .*; 3 were known already/)
    expect(again.stdout).toContain('2 passed, 1 failed')
  })

  it('lets nobody import the file of somebody else', async () => {
    const folder = folderWith({
      'a_1_10_ex1.ts': right,
      'b_2_11_ex1.ts': "export * from './a_1_10_ex1.ts'",
    })
    const run = await mlpCheck(folder, 'batch', '.', '--exercise', 'ex1')
    expect(run.stdout).toContain('layout canvas')
    expect(run.stdout).toContain('1 passed, 1 failed')
  })

  it('tells students of their files by the names that they gave them, and of no folder', async () => {
    const folder = folderWith({
      'hw/ann_1_10_ex1.ts': wrong,
      'hw/ann_1_11_notes.pdf': '',
      'hw/bob_2_12_ex1.pdf': '',
      'hw/cy_3_13_work.zip': makeZip([{ name: 'src/ex1.ts', data: wrong }, { name: 'ex2.rar' }]),
      'hw/di_4_14_ex1.ts': wrong,
      'hw/di_4_15_tanh.ts': right,
      'hw/ed_5_16_ex2.rar': '',
    })
    const input = join(folder, 'hw')
    for (const form of ['html', 'markdown']) {
      const words = ['--exercise', 'ex1', '--exercise', 'ex2', '--feedback', form]
      await mlpCheck(folder, 'batch', input, ...words, '--out', form)
      const students = join(folder, form, 'students')
      expect(readdirSync(students)).toHaveLength(10)
      for (const name of readdirSync(students)) {
        const text = readFileSync(join(students, name), 'utf8')
        expect([name, text.includes(basename(folder))]).toEqual([name, false])
        expect([name, /[a-z]+_\d_1\d_/.exec(text)?.[0]]).toEqual([name, undefined])
        expect([name, text.includes('not shown')]).toEqual([name, false])
      }
    }
  })

  it('names what is wrong with its options', async () => {
    const folder = classroom()
    expect(await mlpCheck(folder, 'batch')).toMatchObject({ code: 2 })
    expect(await mlpCheck(folder, 'batch', '.', '--workers', '0')).toMatchObject({ code: 2 })
    expect(await mlpCheck(folder, 'batch', '.', '--exercise', 'tanhh')).toMatchObject({ code: 2 })
    const onFile = await mlpCheck(folder, 'batch', '.', '--out', 'john/ex1.ts')
    expect(onFile).toMatchObject({ code: 2, stderr: expect.stringContaining('is a file') })
    const resumed = await mlpCheck(folder, 'batch', '.', '--out', 'none', '--resume')
    expect(resumed.stderr).toContain('there is no run to resume')
  })

  it.each([
    ['x', 'takes the address of a PostgreSQL server'],
    ['redis://user:secret@localhost/0', 'takes the address of a PostgreSQL server'],
    ['postgres://user:secret@queue.invalid/jobs', 'the queue postgres://queue.invalid/jobs cannot'],
  ])('says what is wrong with a queue, but never its password (%s)', async (url, says) => {
    const folder = folderWith({ 'jane/ex1.ts': right })
    for (const words of [['batch', '.'], ['worker']]) {
      const run = await mlpCheck(folder, ...words, '--queue', url)
      expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(says) })
      expect(run.stderr).not.toContain('secret')
    }
  })
})
