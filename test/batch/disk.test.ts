import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { needing } from '../machine.ts'
import { PATIENCE } from '../patience.ts'
import { folderWith } from './folders.ts'

const bin = join(packageRoot(), 'bin', 'mlp-check.js')
const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')

const COUNT = 24
const room = folderWith(
  Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [`class/s${i}/ex1.ts`, `// ${i}\n${wrong}`]),
  ),
)
afterAll(() => rmSync(room, { recursive: true, force: true }))

const WORDS = ['batch', 'class', '--exercise', 'ex1', '--workers', '2']

function batch(...words: string[]) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...WORDS, ...words],
    {
      cwd: room,
      encoding: 'utf8',
      timeout: PATIENCE.waitMs,
    },
  )
  // An abort of the whole process tells why in the last lines of what it wrote.
  if (signal !== null) throw new Error(`ended by ${signal}: ${stderr.slice(-2000)}`)
  return { status, stdout, stderr }
}

/** Every file but the journal, whose lines stand in the order in which graders finished. */
function results(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'journal.jsonl')
    .map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(
    files.sort().map((file) => {
      const text = readFileSync(file, 'utf8')
        .replace(/"startedAt":\s*"[^"]*"/g, '')
        .replace(/"durationMs":\s*\d+/g, '')
      return [file.slice(folder.length), createHash('sha256').update(text).digest('hex')]
    }),
  )
}

const whole = join(room, 'whole')

/** As a file system of pages of four counts them. */
function kilobytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 4096) * 4, 0)
}

describe('two runs into one folder', () => {
  it('are one, and a sentence for the other, which touches nothing', async () => {
    const first = spawn(process.execPath, [bin, ...WORDS, '--out', 'whole'], { cwd: room })
    const ended = new Promise<number | null>((resolve) => first.on('close', resolve))
    while (!existsSync(join(whole, 'journal.jsonl'))) await wait(5)
    const second = batch('--out', 'whole')
    expect(second).toMatchObject({ status: 2, stdout: '' })
    expect(second.stderr).toMatch(
      new RegExp(
        `^mlp-check: another run is writing into .*whole \\(process ${first.pid} on .*\\)\n {2}wait for it`,
      ),
    )
    expect(await ended).toBe(0)
    expect(readdirSync(whole).filter((name) => name.startsWith('.'))).toEqual([])
    expect(Object.keys(results(whole))).toHaveLength(7 + 2 * COUNT)
  })

  it('go on one after the other, also after a kill that nobody could catch', async () => {
    const out = join(room, 'killed')
    const killed = spawn(process.execPath, [bin, ...WORDS, '--out', 'killed'], { cwd: room })
    const ended = new Promise((resolve) => killed.on('close', resolve))
    const journal = join(out, 'journal.jsonl')
    while (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 4)
      await wait(5)
    killed.kill('SIGKILL')
    await ended
    expect(readdirSync(out).some((name) => name.startsWith('.run-'))).toBe(true)
    const resumed = batch('--out', 'killed', '--resume')
    expect(resumed).toMatchObject({ status: 0 })
    expect(resumed.stdout).toMatch(/were known already/)
    expect(results(out)).toEqual(results(whole))
  })

  it('are refused to a merge as well', async () => {
    const shard = batch('--shard', '1/1', '--out', 'part')
    expect(shard.status).toBe(0)
    const one = ['--shard', '1/2', '--out', 'parts/1']
    const two = ['--shard', '2/2', '--out', 'parts/2']
    for (const words of [one, two]) expect(batch(...words).status).toBe(0)
    const first = spawn(process.execPath, [bin, ...WORDS, '--out', 'busy'], { cwd: room })
    const ended = new Promise((resolve) => first.on('close', resolve))
    while (!existsSync(join(room, 'busy', 'journal.jsonl'))) await wait(5)
    const merge = spawnSync(
      process.execPath,
      [bin, 'merge', 'parts/1', 'parts/2', '--out', 'busy'],
      { cwd: room, encoding: 'utf8' },
    )
    expect([merge.status, merge.stdout]).toEqual([2, ''])
    await ended
  })
})

/** A file system of so many kilobytes, which only root may make. */
function tiny(size: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-tiny-'))
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  if (made.status === 0) return folder
  rmSync(folder, { recursive: true })
  return undefined
}

function remove(folder: string): void {
  execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = tiny('16k')
  if (folder === undefined) return false
  remove(folder)
  return true
}

const small = needing('root on Linux, to make a small file system', canMount())

small.describe('a disk that fills up', () => {
  // At the flag, in the journal, and in the results early and late.
  it.each([0.01, 0.04, 0.2, 0.6, 0.9])(
    'ends a batch with a sentence at %f of what it takes, and the rest comes later to the same bytes',
    (share) => {
      const disk = tiny(`${Math.max(4, Math.floor(kilobytesIn(whole) * share))}k`)
      if (disk === undefined) throw new Error('no small file system')
      try {
        const out = join(disk, 'out')
        const full = batch('--out', out)
        expect(full.status).toBe(5)
        expect(full.stderr).toMatch(
          /^mlp-check: .*(cannot be written to|cannot be kept in|could not go on).*: the disk is full \(ENOSPC.*\)\n {2}free some space/m,
        )
        expect(full.stderr).not.toMatch(/\n\s+at |by its own fault/)
        if (existsSync(out))
          expect(readdirSync(out).filter((name) => /^\.run-/.test(name))).toEqual([])
        execFileSync('mount', ['-o', 'remount,size=16m', disk])
        const again = existsSync(join(out, 'journal.jsonl')) ? ['--resume'] : []
        expect(batch('--out', out, ...again)).toMatchObject({ status: 0 })
        expect(results(out)).toEqual(results(whole))
      } finally {
        remove(disk)
      }
    },
  )

  it('ends a batch that has nowhere to unpack what was handed in', () => {
    const disk = tiny('8k')
    if (disk === undefined) throw new Error('no small file system')
    try {
      execFileSync('sh', ['-c', 'cd class && zip -q -r ../class.zip .'], { cwd: room })
      const words = [bin, 'batch', 'class.zip', '--exercise', 'ex1']
      const env = { ...process.env, TMPDIR: disk }
      const run = spawnSync(process.execPath, words, { cwd: room, encoding: 'utf8', env })
      expect(run.stderr).toMatch(/the disk is full \(ENOSPC/)
      expect([run.status, run.stdout]).toEqual([5, ''])
    } finally {
      remove(disk)
    }
  })

  it('cannot be written at all', () => {
    const disk = tiny('1m')
    if (disk === undefined) throw new Error('no small file system')
    try {
      execFileSync('mount', ['-o', 'remount,ro', disk])
      const run = batch('--out', join(disk, 'out'))
      expect(run.stderr).toMatch(/cannot be written to: the file system can only be read \(EROFS/)
      expect([run.status, run.stdout]).toEqual([5, ''])
    } finally {
      remove(disk)
    }
  })
})

describe('a place that takes no results', () => {
  it.each([
    ['/dev/full/out', 2, 'is a file'],
    ['class/s0/ex1.ts', 2, 'is a file'],
    ['/proc/none/out', 5, 'cannot be written to'],
  ])('%s is refused at once', (out, status, says) => {
    const run = batch('--out', out)
    expect(run.stderr).toContain(says)
    expect([run.status, run.stdout]).toEqual([status, ''])
  })

  it.each([
    ['/dev/full', 'is no regular file'],
    ['/dev/null', 'is no regular file'],
  ])('a journal that is %s is refused', (device, says) => {
    const out = mkdtempSync(join(tmpdir(), 'mlp-check-'))
    mkdirSync(out, { recursive: true })
    symlinkSync(device, join(out, 'journal.jsonl'))
    const run = batch('--out', out)
    expect(run.stderr).toContain(says)
    expect(run.status).toBe(2)
    expect(readdirSync(out)).toEqual(['journal.jsonl'])
  })
})
