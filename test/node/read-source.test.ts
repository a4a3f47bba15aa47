import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '../../src/node/read-source.ts'
import { SOURCE_LIMITS } from '../../src/source/limits.ts'

const room = mkdtempSync(join(tmpdir(), 'mlp-check-source-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

const { sourceBytes } = SOURCE_LIMITS

describe('a submission’s file', () => {
  it.each([0, 1, 4096, sourceBytes - 1, sourceBytes])('of %i bytes is read whole', async (size) => {
    const file = join(room, 'ex1.ts')
    writeFileSync(file, '/'.repeat(size))
    const read = readSource(file, 'ex1.ts')
    expect(read).toMatchObject({ kind: 'text', text: '/'.repeat(size) })
  })

  it('of one byte too many is refused', async () => {
    const file = join(room, 'ex1.ts')
    writeFileSync(file, '/'.repeat(sourceBytes + 1))
    expect(readSource(file, 'ex1.ts')).toMatchObject({ kind: 'fault' })
  })

  // Files of the kernel are regular, say that they are empty, and are as long as they turn out to be.
  it.runIf(existsSync('/proc/version'))('that is longer than it said is read whole', async () => {
    const read = readSource('/proc/version', 'ex1.ts')
    expect(read).toMatchObject({ kind: 'text', text: expect.stringMatching(/\n$/) })
  })
})
