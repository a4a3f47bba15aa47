import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { CommandSpec } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { refuseIdle } from '../../src/cli/idle-options.ts'
import { folderWith } from '../batch/folders.ts'
import { runCli } from './run-cli.ts'

const PART = '--shard 1/2 --out out'
const QUEUE = '--queue postgres://grader@queue.invalid/jobs'

it.each([
  ['batch . --column ex1=HW1', '--column says nothing without --sheet FILE'],
  ['batch . --encoding gbk', 'without one of --sheet FILE, --roster FILE, --match FILE, --over'],
  ['batch . --feedback markdown', '--feedback says nothing without --out FOLDER'],
  ['batch . --expire 60', '--expire says nothing without --queue URL'],
  ['batch . --junit-dialect github', '--junit-dialect says nothing without --reporter NAME[=FILE]'],
  [`batch . --workers 2 ${QUEUE}`, 'with --queue\n  mlp-check worker takes --workers'],
  [`batch . --roster list.csv ${PART}`, 'with --shard\n  mlp-check merge takes --roster'],
  [`batch . --reporter junit=x.xml ${PART}`, 'with --shard\n  mlp-check merge takes --reporter'],
  ['check ex1 --junit-dialect github', '--junit-dialect says nothing without --reporter'],
  [
    'check ex1 --junit-dialect github --reporter json=junit',
    '--junit-dialect says nothing without --reporter junit',
  ],
  [
    'batch . --junit-dialect strict --reporter html --reporter tap',
    '--junit-dialect says nothing without --reporter junit',
  ],
  ['report saved.json --attempt 2', '--attempt says nothing without --course FILE'],
  ['site --out site --port 8000', '--port says nothing without --serve'],
])('an option that says nothing is refused before any work: %s', async (words, says) => {
  const cwd = folderWith({ 'ex1.ts': '' })
  const ran = await runCli(words.split(' '), { cwd })
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(says) })
  expect(readdirSync(cwd)).toEqual(['ex1.ts'])
})

it('every option speaks beside those that it needs', () => {
  for (const { options } of Object.values<CommandSpec>(commands)) {
    const names = ['out', 'sheet', 'queue', 'reporter', 'course', 'serve']
    const given = {
      ...Object.fromEntries(names.map((name) => [name, 'x'])),
      ...{ reporter: ['json', 'junit=x.xml'], junitDialect: 'github' },
    }
    for (const { flags, needs } of options) {
      const known = options.map((one) => one.flags.split(' ')[0])
      for (const name of needs ?? [])
        expect([flags, known]).toEqual([flags, expect.arrayContaining([`--${name}`])])
    }
    const all = { ...given, column: 'x', encoding: 'x', feedback: 'x', expire: 'x', attempt: 'x' }
    expect(() => refuseIdle(options, all)).not.toThrow()
  }
})
