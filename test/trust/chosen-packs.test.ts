import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { choosePack, isChosen } from '../../src/trust/chosen-packs.ts'
import { needingLinks } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'

needingLinks().it('a choice is remembered by where the folder really lies', async () => {
  const home = await realpath(await emptyFolder())
  const settings = join(home, 'settings')
  const env = { XDG_CONFIG_HOME: settings, APPDATA: settings }
  for (const name of ['course', 'other']) await mkdir(join(home, name))
  await symlink('course', join(home, 'link'))
  expect(isChosen(join(home, 'course'), env)).toBe(false)
  expect(await choosePack(join(home, 'link'), env)).toBe(true)
  expect(await choosePack(join(home, 'course'), env)).toBe(true)
  expect(isChosen(join(home, 'course'), env)).toBe(true)
  expect(isChosen(join(home, 'link'), env)).toBe(true)
  expect(isChosen(join(home, 'other'), env)).toBe(false)
  const file = join(home, 'settings/mlp-check/chosen-packs.json')
  expect(JSON.parse(await readFile(file, 'utf8')).folders).toEqual([join(home, 'course')])
  await writeFile(file, '{"version": 1, "folders": 7}')
  expect(isChosen(join(home, 'course'), env)).toBe(false)
})

test('nothing is chosen without a folder of the user', async () => {
  const folder = await emptyFolder()
  for (const env of [{}, { HOME: '' }, { XDG_CONFIG_HOME: 'relative' }]) {
    expect(await choosePack(folder, env)).toBe(false)
    expect(isChosen(folder, env)).toBe(false)
  }
})
