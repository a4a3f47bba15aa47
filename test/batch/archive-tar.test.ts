import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARCHIVE_LIMITS } from '../../src/batch/archive-shelf.ts'
import { readTar } from '../../src/batch/archive-tar.ts'
import { hasProgram, needing } from '../machine.ts'
import { folderWith } from './folders.ts'
import { tarOf } from './make-tar.ts'

const LONG = `${'a-long-folder/'.repeat(9)}${'x'.repeat(90)}.ts`

needing('tar', hasProgram('tar')).describe('an archive that tar wrote', () => {
  it.each([
    ['ustar', ['short.ts', 'a/b.ts']],
    ['gnu', ['short.ts', 'zoë/ex1.ts', LONG]],
    ['posix', ['short.ts', 'zoë/ex1.ts', LONG]],
  ])('as %s is read whole', async (format, names) => {
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, `of ${name}`])))
    const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-tar-')), 'work.tar.gz')
    execFileSync('tar', [`--format=${format}`, '-czf', file, '-C', folder, '.'])
    const { accepted, refused } = await readTar(file)
    expect(refused).toEqual([])
    const found = Object.fromEntries(accepted.map(({ path, bytes }) => [path, bytes.toString()]))
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, `of ${name}`])))
  })
})

describe('a tar archive', () => {
  it('of a stranger leads nowhere, and holds no links', async () => {
    const tar = tarOf([
      { name: '../evil.ts' },
      { name: '/etc/passwd' },
      { name: 'link', type: '2' },
      { name: 'pipe', type: '6' },
      { name: 'ex1.ts', data: 'good' },
      { name: 'ex1.ts', data: 'twice' },
    ])
    const { accepted, refused } = await readTar(tar)
    expect(accepted.map(({ path }) => path)).toEqual(['ex1.ts'])
    expect(refused.map(({ reason }) => reason)).toEqual([
      'its path leads out of the archive',
      'its path is absolute',
      'it is a link',
      'it is no regular file',
      'another entry has the same name',
    ])
  })

  it('is held to its limits, packed or not', async () => {
    const few = { ...ARCHIVE_LIMITS, entries: 2, bytesOfOne: 600, bytesOfAll: 1000 }
    const data = 'x'.repeat(500)
    const names = ['a', 'b', 'c'].map((name) => ({ name, data }))
    expect((await readTar(tarOf(names), few)).refused[0]?.reason).toContain('beyond the first 2')
    const large = await readTar(tarOf([{ name: 'a', data: data + data }]), few)
    expect(large.refused[0]?.reason).toContain('more than one file may have')
    const bomb = gzipSync(Buffer.alloc(1 << 24))
    expect((await readTar(bomb, few)).refused[0]?.reason).toContain('cannot be read')
  })

  it.each([
    ['no archive', Buffer.from('export const tanh = 1')],
    ['half a packed one', gzipSync(tarOf([{ name: 'a', data: 'x' }])).subarray(0, 40)],
    ['nothing', Buffer.alloc(0)],
    ['one that ends within a file', tarOf([{ name: 'a', data: 'x'.repeat(600) }]).subarray(0, 700)],
  ])('that is %s is refused with a reason', async (_, bytes) => {
    const { accepted, refused } = await readTar(Buffer.concat([bytes]))
    expect(accepted).toEqual([])
    expect(refused).toHaveLength(1)
  })

  it('never makes the reader throw, whatever byte is another', async () => {
    const whole = tarOf([{ name: 'a/ex1.ts', data: 'x' }])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 }),
        async (changes) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of changes) bytes[at] = byte
          const { accepted, refused } = await readTar(bytes)
          for (const { path } of accepted) expect(path).not.toMatch(/^\/|(^|\/)\.\.(\/|$)/)
          expect(accepted.length + refused.length).toBeGreaterThan(0)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})
