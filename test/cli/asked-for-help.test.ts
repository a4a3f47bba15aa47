import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { folderWith } from '../batch/folders.ts'
import { runCli } from './run-cli.ts'

const say = async (line: string) => runCli(line.split(' '), { cwd: folderWith({}) })

describe('help about an exercise', () => {
  it.each(['help ex1', 'help 1', 'help Ex1', 'help tanh', 'help ex1 --lang zh-CN'])(
    '%s is its statement',
    async (line) => {
      const shown = await say(line.replace('help', 'show'))
      expect(shown.stdout).toContain('tanh(x) =')
      expect(await say(line)).toEqual(shown)
    },
  )

  it.each(['ex1 --help', 'ex1 -h', '--help ex1', 'ex1 ex2 --help', 'tanh --only dtanh --help'])(
    '%s is how an answer is judged',
    async (line) => {
      const { code, stdout } = await say(line)
      expect(code).toBe(0)
      expect(stdout).toContain('mlp-check show ex1')
      expect(stdout).toBe((await say('check --help')).stdout)
    },
  )
})

describe('help about everything else stays what it was', () => {
  it.each(Object.keys(commands))('help %s', async (name) => {
    const { code, stdout } = await say(`help ${name}`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: (await say(`${name} --help`)).stdout })
    expect(stdout).toContain(`Usage: mlp-check ${name}`)
  })

  it.each(['help', '--help', '-h', '--lang en --help'])('%s shows all commands', async (line) => {
    expect((await say(line)).stdout).toContain('Commands:')
  })
})
