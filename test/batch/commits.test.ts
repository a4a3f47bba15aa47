import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commitDates } from '../../src/batch/commits.ts'
import { hasProgram, needing } from '../machine.ts'
import { folderWith } from './folders.ts'

const LATE = '2026-09-22T10:00:00.000Z'
const room = () => mkdtempSync(join(tmpdir(), 'mlp-check-room-'))

/** A repository with one commit of that date. */
function cloned(date = LATE, message = 'my work'): string {
  const folder = folderWith({ 'ex1.ts': 'export {}' })
  const run = (...words: string[]) =>
    execFileSync('git', ['-C', folder, ...words], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' },
    })
  run('init', '--quiet')
  run('add', '.')
  run('-c', 'user.name=Ann', '-c', 'user.email=a@x', 'commit', '--quiet', '-m', message)
  return folder
}

const dateOf = (folder: string) => commitDates([folder], room()).get(folder)

needing('git', hasProgram('git')).describe('the date of a commit', () => {
  it('is read of many repositories at once, whatever their files look like', () => {
    const liar = cloned(LATE, 'fix\n\ncommitter Mallory <m@x> 1 +0000')
    const packed = cloned('2026-09-19T10:00:00+02:00')
    execFileSync('git', ['-C', packed, 'gc', '--quiet'])
    execFileSync('git', ['-C', packed, 'pack-refs', '--all'])
    const detached = cloned()
    execFileSync('git', ['-C', detached, 'checkout', '--quiet', '--detach'])
    const twin = cloned()
    const empty = folderWith({ 'ex1.ts': '' })
    execFileSync('git', ['init', '--quiet', empty])
    const dates = commitDates([liar, packed, detached, twin, empty], room())
    expect([...dates]).toEqual([
      [liar, LATE],
      [packed, '2026-09-19T08:00:00.000Z'],
      [detached, LATE],
      [twin, LATE],
    ])
  })

  it('runs nothing that a repository names, and follows nothing out of it', () => {
    const mark = join(room(), 'ran')
    const touch = join(room(), 'touch.sh')
    writeFileSync(touch, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 })
    const hostile = cloned()
    const config = [
      '[core]',
      `fsmonitor = ${touch}`,
      `hooksPath = ${room()}`,
      `sshCommand = ${touch}`,
      'worktree = /',
      '[extensions]',
      'partialClone = origin',
      '[remote "origin"]',
      `url = ext::${touch}`,
      `uploadpack = ${touch}`,
      'promisor = true',
      '[protocol "ext"]',
      'allow = always',
      '[include]',
      'path = /etc/passwd',
    ]
    writeFileSync(join(hostile, '.git', 'config'), config.join('\n'))
    expect(dateOf(hostile)).toBe(LATE)
    // An object that is not there is fetched from nowhere.
    writeFileSync(join(hostile, '.git', 'HEAD'), `${'ab'.repeat(20)}\n`)
    expect(dateOf(hostile)).toBe(undefined)
    expect(existsSync(mark)).toBe(false)
  })

  it.each<[string, (folder: string) => void]>([
    ['a head that leads out of it', (folder) => head(folder, 'ref: refs/heads/../../../x')],
    ['a head that is an option', (folder) => head(folder, '--upload-pack=x')],
    ['a head that is a link', (folder) => linked(folder, 'HEAD')],
    ['references behind a link', (folder) => linked(folder, 'refs')],
    ['objects behind a link', (folder) => linked(folder, 'objects')],
    [
      'objects of another',
      (folder) => writeFileSync(join(folder, '.git', 'objects', 'info', 'alternates'), '/'),
    ],
    ['no folder of git', (folder) => rmSync(join(folder, '.git'), { recursive: true })],
  ])('is not read of %s', (_, spoil) => {
    const folder = cloned()
    expect(dateOf(folder)).toBe(LATE)
    spoil(folder)
    expect(dateOf(folder)).toBe(undefined)
  })
})

function head(folder: string, text: string): void {
  writeFileSync(join(folder, '.git', 'HEAD'), text)
}

function linked(folder: string, name: string): void {
  const elsewhere = join(room(), name)
  renameSync(join(folder, '.git', name), elsewhere)
  symlinkSync(elsewhere, join(folder, '.git', name))
}
