import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Holder, thisProcess } from '../../../src/batch/out/holder.ts'
import { takeFolder } from '../../../src/batch/out/one-writer.ts'
import { UsageError } from '../../../src/errors.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'mlp-check-'))

/** A flag as another process left it. */
function flagOf(folder: string, changes: Partial<Holder>): string {
  const file = join(folder, '.run-00000000-0000-4000-8000-000000000000')
  writeFileSync(file, JSON.stringify({ ...thisProcess(), holds: true, ...changes }))
  return file
}

/** A process id that is nobody's any more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('a folder of results', () => {
  it('is made, taken by one, and given back without a trace', async () => {
    const folder = join(emptyFolder(), 'deep', 'out')
    const taken = await takeFolder(folder)
    await expect(takeFolder(folder)).rejects.toThrow(UsageError)
    await expect(takeFolder(folder)).rejects.toThrow(`process ${process.pid} on `)
    taken.release()
    ;(await takeFolder(folder)).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([2, 5, 20])('is taken by exactly one of %i that ask at once', async (count) => {
    for (let round = 0; round < 5; round++) {
      const folder = emptyFolder()
      const asked = Array.from({ length: count }, () => takeFolder(folder))
      const won = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled')
      expect(won).toHaveLength(1)
    }
  })

  it.each<[string, () => Partial<Holder>]>([
    ['a process that is no more', () => ({ pid: deadProcess() })],
    ['another process of the same number', () => ({ started: '1' })],
    ['one that only asked, and is no more', () => ({ pid: deadProcess(), holds: false })],
  ])('is taken over from %s', async (_who, changes) => {
    const folder = emptyFolder()
    const flag = flagOf(folder, changes())
    const taken = await takeFolder(folder)
    expect(existsSync(flag)).toBe(false)
    taken.release()
  })

  it('is left to another machine until that was silent for a minute', async () => {
    const folder = emptyFolder()
    const flag = flagOf(folder, { host: 'elsewhere', machine: 'elsewhere', pid: 1 })
    await expect(takeFolder(folder)).rejects.toThrow('process 1 on elsewhere')
    const before = Date.now() / 1000 - 61
    utimesSync(flag, before, before)
    ;(await takeFolder(folder)).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is no place in which nothing can be written', async () => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    await expect(takeFolder(join(file, 'out'))).rejects.toThrow(
      /cannot be written to: a file stands/,
    )
  })
})
