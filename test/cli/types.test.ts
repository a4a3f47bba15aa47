import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findCompiler } from '../../src/typecheck/find-compiler.ts'
import { needing } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

const source = `export const tanh = (x: number): number => Math.tanh(x)
export const dtanh = (x: number): string => 1 - Math.tanh(x) ** 2
`

async function checksOf(options: readonly string[], setUp: readonly string[]): Promise<string[]> {
  const cwd = await emptyFolder()
  if (setUp.length > 0) await runCli(setUp, { cwd })
  await writeFile(join(cwd, setUp.length > 0 ? 'src/ex01-tanh.ts' : 'ex1.ts'), source)
  const { stdout } = await runCli(['ex1', '--reporter', 'json', ...options], { cwd })
  const [submission] = JSON.parse(stdout).submissions
  expect(submission.status).toBe('passed')
  return submission.checks.map((check: { id: string }) => check.id)
}

needing('TypeScript 7', findCompiler()).describe('types beside the numbers', () => {
  it('are told in a workspace, and cost nothing', async () => {
    expect(await checksOf([], ['init'])).toContain('types')
  })

  it('are told of a submission in several files, which the parse knows', async () => {
    const cwd = await emptyFolder()
    await runCli(['init'], { cwd })
    await writeFile(join(cwd, 'src/half.ts'), 'export const half: string = 0.5\n')
    const answer = `import { half } from './half.ts'\n${source}export const unused = half\n`
    await writeFile(join(cwd, 'src/ex01-tanh.ts'), answer)
    const { stdout } = await runCli(['ex1', '--reporter', 'json'], { cwd })
    const [submission] = JSON.parse(stdout).submissions
    const types = submission.checks.find(({ id }: { id: string }) => id === 'types')
    expect(JSON.stringify(types)).toContain("Type 'number' is not assignable to type 'string'")
  })

  it('are looked for in nothing that does not run', async () => {
    const cwd = await emptyFolder()
    await runCli(['init'], { cwd })
    await writeFile(join(cwd, 'src/ex01-tanh.ts'), `${source}throw new Error('no')\n`)
    const { stdout } = await runCli(['ex1', '--reporter', 'json'], { cwd })
    const [submission] = JSON.parse(stdout).submissions
    expect(submission.checks.map(({ id }: { id: string }) => id)).not.toContain('types')
  })

  it('are left out of records that must be the same everywhere, unless asked for', async () => {
    expect(await checksOf([], [])).not.toContain('types')
    expect(await checksOf(['--types'], [])).toContain('types')
    expect(await checksOf(['--no-types'], ['init'])).not.toContain('types')
  })
})
