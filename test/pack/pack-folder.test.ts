import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { folderPack } from '../../src/pack/pack.ts'
import { packFolder } from '../../src/pack/pack-folder.ts'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { packageRoot } from '../../src/package-root.ts'

const course = mkdtempSync(join(tmpdir(), 'mlp-check-pack-folder-'))
afterAll(() => rmSync(course, { recursive: true }))
for (const { path, text } of scaffoldFiles('cube')) {
  mkdirSync(join(course, path, '..'), { recursive: true })
  writeFileSync(join(course, path), text)
}

describe('a pack', () => {
  it.each(['exercises', '.'])('is named by %s of a course', async (path) => {
    const pack = await folderPack(packFolder(course, path), 'here')
    expect(pack.folder).toBe(join(course, 'exercises'))
    expect(pack.entries.map(({ id }) => id)).toEqual(['cube'])
  })

  it('is named by a package that is installed beside the checker', () => {
    expect(packFolder(course, 'npm:vitest')).toBe(join(packageRoot(), 'node_modules/vitest'))
  })

  it.each(['npm:no-such-package', 'npm:../vitest', 'npm:', 'npm:/etc'])('is not %s', (named) => {
    expect(() => packFolder(course, named)).toThrow(UsageError)
  })

  it('is no package of the working folder, whose author may be whoever is judged', () => {
    mkdirSync(join(course, 'node_modules/theirs'), { recursive: true })
    expect(() => packFolder(course, 'npm:theirs')).toThrow(/no package theirs beside mlp-check/)
  })

  it('keeps what is sound where one exercise is faulty', async () => {
    mkdirSync(join(course, 'exercises/broken'))
    writeFileSync(join(course, 'exercises/broken/exercise.yaml'), 'id: huber\ntitle: [')
    const pack = await folderPack(course, 'here')
    expect(pack.entries.map(({ id }) => id)).toEqual(['cube'])
    expect(pack.faulty).toMatchObject([{ id: 'huber', folder: 'broken' }])
  })
})
