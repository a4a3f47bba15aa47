import { spawn } from 'node:child_process'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'
import { needingTerminal, openTerminal } from './terminal-session.ts'

const solutions = join(packageRoot(), 'solutions')
const right = await readFile(join(solutions, 'ex01-tanh/solution.ts'), 'utf8')
const wrong = await readFile(join(solutions, 'ex01-tanh/mistakes/forum-numerator.ts'), 'utf8')

async function workspace(): Promise<string> {
  const root = await emptyFolder()
  await runCli(['init'], { cwd: root })
  return root
}

needingTerminal().describe('watch, in a terminal', () => {
  it('judges a save, gives a hint and a plot, goes on and quits', async () => {
    const root = await workspace()
    const file = join(root, 'src/ex01-tanh.ts')
    const terminal = openTerminal(['watch'], { cwd: root })
    expect(await terminal.until(/quit/)).toContain('Save src/ex01-tanh.ts to have it judged')
    await writeFile(file, wrong)
    expect(await terminal.until(/not yet[\s\S]*quit/)).toContain('dtanh(0) should be 1')
    terminal.type('h')
    await terminal.until(/hint 1 of 3/)
    terminal.type('p')
    await terminal.until(/yours − reference/)
    await writeFile(file, right)
    expect(await terminal.until(/has passed/)).toContain('n goes on to ex2')
    terminal.type('n')
    await terminal.until(/Save src\/ex02-prelu.ts/)
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
  })

  it.each([
    ['events', []],
    ['the clock', ['--poll']],
  ])('notices an editor that saves by renaming, by %s', async (_, options) => {
    const root = await workspace()
    const terminal = openTerminal(['watch', ...options], { cwd: root })
    await terminal.until(/quit/)
    for (const [text, outcome] of [
      [wrong, /not yet[\s\S]*quit/],
      [right, /has passed/],
    ] as const) {
      const temporary = join(root, 'src/.ex01-tanh.ts.swp')
      await writeFile(temporary, text)
      await rename(temporary, join(root, 'src/ex01-tanh.ts'))
      await terminal.until(outcome)
    }
    terminal.type('\u0003')
    expect(await terminal.ended).toBe(0)
  })

  it('survives a file that is deleted and comes back', async () => {
    const root = await workspace()
    const terminal = openTerminal(['watch', 'ex1'], { cwd: root })
    await terminal.until(/quit/)
    await rename(join(root, 'src/ex01-tanh.ts'), join(root, 'elsewhere.txt'))
    await writeFile(join(root, 'src/ex01-tanh.ts'), 'export const tanh = (x: number) => {\n')
    await terminal.until(/ex01-tanh.ts:\d+:\d+/)
    await writeFile(join(root, 'src/ex01-tanh.ts'), right)
    await terminal.until(/has passed/)
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
  })
})

describe('watch, without a terminal', () => {
  it('prints one report after the other and erases nothing', async () => {
    const root = await workspace()
    const child = spawn(process.execPath, [join(packageRoot(), 'bin/mlp-check.js'), 'watch'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    for await (const data of child.stdout) {
      const before = output
      output += data
      if (!before.includes('Watching.') && output.includes('Watching.')) {
        await writeFile(join(root, 'src/ex01-tanh.ts'), right)
      }
      if (output.includes('ex1 has passed. Next: ex2.')) break
    }
    expect(output).not.toContain('\u001b')
  })
})
