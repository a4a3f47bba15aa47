import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { needingShell } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

async function script(shell: string): Promise<string> {
  return (await runCli(['completion', shell], { cwd: await emptyFolder() })).stdout
}

needingShell().describe('completion in bash', () => {
  it.each([
    ['wat', 1, 'watch'],
    ['ex1', 1, 'ex1'],
    ['ex2', 2, 'ex2'],
  ])('offers, for %s, what begins so', async (typed, position, offered) => {
    const words = position === 1 ? ['mlp-check', typed] : ['mlp-check', 'plot', typed]
    const test = `${await script('bash')}
COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${position}; _mlp_check; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', test], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.split('\n')).toContain(offered)
  })

  it('offers the options of the command', async () => {
    const test = `${await script('bash')}
COMP_WORDS=(mlp-check plot --); COMP_CWORD=2; _mlp_check; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout } = spawnSync('bash', ['-c', test], { encoding: 'utf8' })
    expect(stdout.split('\n')).toContain('--svg')
    expect(stdout.split('\n')).not.toContain('--begun')
  })
})

describe('completion', () => {
  it.each(['zsh', 'fish'])('for %s names every command', async (shell) => {
    const text = await script(shell)
    for (const name of ['init', 'watch', 'plot', 'hint']) expect(text).toContain(name)
    // A quote inside a summary would end the shell's own.
    for (const line of text.split('\n')) expect((line.match(/'/g) ?? []).length % 2).toBe(0)
  })

  it('says which shells there are', async () => {
    const { code, stderr } = await runCli(['completion', 'tcsh'], { cwd: await emptyFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain('bash, zsh and fish')
  })
})
