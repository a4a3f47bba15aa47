import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstLink, leadsInto, pathBelow } from '../../src/trust/links.ts'
import { needingLinks } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'

async function folder(): Promise<string> {
  const root = await realpath(await emptyFolder())
  await mkdir(join(root, 'work/src'), { recursive: true })
  await mkdir(join(root, 'elsewhere/src'), { recursive: true })
  await writeFile(join(root, 'work/ex1.ts'), '')
  await symlink('../elsewhere', join(root, 'work/linked'))
  await symlink('nowhere', join(root, 'work/dangling'))
  await symlink('work', join(root, 'home'))
  return root
}

test('a way down is told from a way elsewhere', () => {
  expect(pathBelow('/a/b', '/a/b/c/d')).toBe(join('c', 'd'))
  expect(pathBelow('/a/b', '/a/b')).toBe('')
  expect(pathBelow('/a/b', '/a/b/..c')).toBe('..c')
  for (const elsewhere of ['/a', '/a/bc', '/', '/a/b/../c']) {
    expect(pathBelow('/a/b', elsewhere)).toBeUndefined()
  }
})

needingLinks().it(
  'the first link below the working folder is found, and none above it',
  async () => {
    const root = await folder()
    const work = join(root, 'work')
    expect(firstLink(work, join(work, 'ex1.ts'))).toBeUndefined()
    expect(firstLink(work, join(work, 'src/missing.ts'))).toBeUndefined()
    expect(firstLink(work, join(work, 'ex1.ts/below'))).toBeUndefined()
    expect(firstLink(work, join(work, 'linked/src/a.ts'))).toBe(join(work, 'linked'))
    expect(firstLink(work, join(work, 'dangling'))).toBe(join(work, 'dangling'))
    expect(firstLink(join(root, 'home'), join(root, 'home/ex1.ts'))).toBeUndefined()
    expect(firstLink(root, join(root, 'home/ex1.ts'))).toBe(join(root, 'home'))
    expect(firstLink(join(root, 'elsewhere'), join(work, 'dangling'))).toBe(join(work, 'dangling'))
  },
)

needingLinks().it('where a path leads is known through links, and before it is there', async () => {
  const root = await folder()
  const work = join(root, 'work')
  expect(leadsInto(work, join(work, 'cache/new'))).toBe(true)
  expect(leadsInto(work, join(root, 'home/cache'))).toBe(true)
  expect(leadsInto(join(root, 'home'), join(work, 'cache'))).toBe(true)
  expect(leadsInto(work, join(work, 'linked/cache'))).toBe(false)
  expect(leadsInto(work, join(root, 'elsewhere/cache'))).toBe(false)
})
