import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readSmallFile } from '../../src/trust/small-file.ts'
import { needingLinks, needingPipes } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'

needingLinks().it('a settings file is read where it is one, and nothing else is', async () => {
  const root = await emptyFolder()
  const file = (name: string) => join(root, name)
  await writeFile(file('whole'), '{}')
  await writeFile(file('long'), ' '.repeat(65_537))
  await writeFile(file('longest'), ' '.repeat(65_536))
  await mkdir(file('folder'))
  await symlink('whole', file('link'))
  await symlink('nowhere', file('dangling'))
  expect(readSmallFile(file('whole'))).toEqual({ kind: 'text', text: '{}' })
  expect(readSmallFile(file('longest')).kind).toBe('text')
  expect(readSmallFile(file('missing'))).toEqual({ kind: 'absent' })
  expect(readSmallFile(file('whole/below'))).toEqual({ kind: 'absent' })
  const refused = (why: string) => ({ kind: 'refused', why })
  expect(readSmallFile(file('long'))).toEqual(refused('is longer than 65536 bytes'))
  expect(readSmallFile(file('folder'))).toEqual(refused('is no regular file'))
  expect(readSmallFile(file('link'))).toEqual(refused('is a link'))
  expect(readSmallFile(file('dangling'))).toEqual(refused('is a link'))
})

needingPipes().it('a pipe is not waited for', async () => {
  const pipe = join(await emptyFolder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  expect(readSmallFile(pipe)).toEqual({ kind: 'refused', why: 'is no regular file' })
})
