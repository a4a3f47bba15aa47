import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArchive } from '../../src/batch/archive.ts'
import { ARCHIVE_LIMITS } from '../../src/batch/archive-shelf.ts'
import { makeZip, type ZipEntry } from './make-zip.ts'

const good: ZipEntry = { name: 'ann/ex1.ts', data: 'export {}' }

describe('an archive', () => {
  test('gives the files in it', async () => {
    const { accepted, refused } = await readArchive(makeZip([{ name: 'ann/', data: '' }, good]))
    expect(accepted.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ['ann/ex1.ts', 'export {}'],
    ])
    expect(refused).toEqual([])
  })

  test('keeps a name of another code page', async () => {
    const { accepted } = await readArchive(
      makeZip([{ ...good, name: Buffer.from([0xc4, 0x2e, 0x74, 0x73]) }]),
    )
    expect(accepted[0]?.path).toBe('%C4.ts')
  })

  test.each<[string, ZipEntry, string]>([
    [
      'leads out of the folder',
      { ...good, name: '../../etc/passwd' },
      'its path leads out of the archive',
    ],
    [
      'leads out by backslashes',
      { ...good, name: '..\\..\\evil.ts' },
      'its path leads out of the archive',
    ],
    ['is absolute', { ...good, name: '/etc/passwd' }, 'its path is absolute'],
    ['names a drive', { ...good, name: 'C:\\evil.ts' }, 'its path is absolute'],
    ['holds escapes', { ...good, name: 'a\u001b[31m.ts' }, 'its name holds control characters'],
    ['holds null bytes', { ...good, name: 'a\0.ts' }, 'its name holds control characters'],
    [
      'changes the direction of text',
      { ...good, name: 'a\u202e.ts' },
      'its name holds control characters',
    ],
    ['is a symbolic link', { ...good, mode: 0o120777 }, 'it is a symbolic link'],
    ['is a device', { ...good, mode: 0o060777 }, 'it is no regular file'],
    ['is encrypted', { ...good, flags: 1 }, 'it is encrypted'],
    ['is packed some other way', { ...good, method: 14 }, 'its compression is not supported'],
    [
      'lies about its size',
      { ...good, claims: 5 },
      'it cannot be unpacked: too many bytes in the stream. expected 5. got at least 9',
    ],
    [
      'promises more than it has',
      { ...good, claims: 50 },
      'it cannot be unpacked: not enough bytes in the stream. expected 50. got only 9',
    ],
    ['is a bomb by its ratio', { name: 'bomb', data: Buffer.alloc(20_000_000) }, 'times its size'],
    [
      'is too large',
      { name: 'large', data: 'x', claims: 4_000_000_000 },
      'it unpacks to 4000000000 bytes, more than one file may have',
    ],
  ])('refuses an entry that %s, and reads the others', async (_what, entry, reason) => {
    const { accepted, refused } = await readArchive(
      makeZip([entry, { ...good, name: 'bob/ex1.ts' }]),
    )
    expect(accepted.map(({ path }) => path)).toEqual(['bob/ex1.ts'])
    expect(refused.map((one) => one.reason)).toEqual([expect.stringContaining(reason)])
  })

  test('takes the first of two entries of one name, and both of two in other letters', async () => {
    const entries = [good, good, { ...good, name: 'ann/EX1.ts' }]
    const { accepted, refused } = await readArchive(makeZip(entries))
    expect(accepted.map(({ path }) => path)).toEqual(['ann/ex1.ts', 'ann/EX1.ts'])
    expect(refused).toEqual([{ path: 'ann/ex1.ts', reason: 'another entry has the same name' }])
  })

  test('is bounded in all its files together', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name, data: Buffer.alloc(40_000, name) }))
    const { accepted, refused } = await readArchive(makeZip(entries), {
      ...ARCHIVE_LIMITS,
      bytesOfAll: 100_000,
    })
    expect(accepted).toHaveLength(2)
    expect(refused[0]?.reason).toBe('the archive unpacks to more than all its files may have')
  })

  test('of thousands of tiny files is read up to a bound, and says so', async () => {
    const entries = Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.ts`, data: 'x' }))
    const { accepted, refused } = await readArchive(makeZip(entries), {
      ...ARCHIVE_LIMITS,
      entries: 2000,
    })
    expect(accepted).toHaveLength(2000)
    expect(refused).toEqual([
      { path: '', reason: '1000 entries beyond the first 2000 are not read' },
    ])
  })

  test('that is cut off is refused as a whole', async () => {
    const whole = makeZip([good])
    const { accepted, refused } = await readArchive(whole.subarray(0, whole.length - 30))
    expect(accepted).toEqual([])
    expect(refused[0]).toMatchObject({
      path: '',
      reason: expect.stringContaining('cannot be read as a zip archive'),
    })
  })

  test('whose directory counts no entries says so', async () => {
    const whole = makeZip([good])
    whole.writeUInt16LE(0, whole.length - 14)
    whole.writeUInt16LE(0, whole.length - 12)
    expect((await readArchive(whole)).refused).toEqual([
      { path: '', reason: 'an archive without files' },
    ])
  })

  test('of any bytes never makes the reader throw', async () => {
    const base = makeZip([good, { name: 'b', data: 'x'.repeat(100) }])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(base)
          for (const [at, value] of changes) bytes[at] = value
          const { accepted, refused } = await readArchive(bytes)
          for (const { path } of accepted) expect(path.split('/')).not.toContain('..')
          expect(accepted.length + refused.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300, seed: 5 },
    )
  })
})
