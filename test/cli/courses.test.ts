import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { runCli } from './run-cli.ts'

const cwd = mkdtempSync(join(tmpdir(), 'mlp-check-courses-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const run = (...argv: string[]) => runCli(argv, { cwd })
const shipped = (path: string) => readFileSync(join(packageRoot(), 'exercises', path), 'utf8')

describe('new-exercise', () => {
  it('writes an exercise that is listed, shown, linted and judged as it stands', async () => {
    const made = await run('new-exercise', 'soft-cube')
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toMatch(/^wrote exercises\/soft-cube\/exercise\.yaml$/m)
    const own = ['--exercises', 'exercises']
    const listed = await run('list', ...own)
    expect(listed.stdout).toMatch(/^soft-cube {2}The derivative of the cube {2}5 points$/m)
    const statement = await run('show', 'soft-cube', ...own)
    expect(statement.stdout).toMatch(/^soft-cube: The derivative of the cube\n─/)
    const linted = await run('lint', 'exercises')
    expect(linted, linted.stdout).toMatchObject({ code: 0 })
    const right = await run('check', 'soft-cube', 'solutions/soft-cube/solution.ts', ...own)
    expect(right.code, right.stdout).toBe(0)
    const mistake = 'solutions/soft-cube/mistakes/power-rule.ts'
    const wrong = await run('check', 'soft-cube', mistake, ...own)
    expect(wrong).toMatchObject({ code: 1 })
    expect(wrong.stdout).toContain('What is the slope of the cube at x = 1?')
  })

  it('writes over nothing', async () => {
    const again = await run('new-exercise', 'soft-cube')
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('exercises/soft-cube/exercise.yaml is there already')
  })

  it.each(['Soft Cube', '../up', 'nul', '-x', 'soft--cube'])(
    'refuses the name %j',
    async (name) => {
      const refused = await run('new-exercise', '--', name)
      expect(refused).toMatchObject({ code: 2, stdout: '' })
      expect(refused.stderr).toContain(`"${name}"`)
    },
  )
})

describe('list', () => {
  it('has a line for each exercise, and says what to do with it', async () => {
    const { code, stdout } = await run('list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ex1 {3,}.+ {2}\d+ points$/m)
    expect(stdout).toMatch(/\nmlp-check show ex1 prints a statement\.\n$/)
  })

  it('is data with --json', async () => {
    const entries = JSON.parse((await run('list', '--json')).stdout)
    expect(entries[0]).toMatchObject({
      id: 'ex1',
      folder: 'ex01-tanh',
      functions: ['tanh', 'dtanh'],
    })
  })
})

describe('show', () => {
  it('prints the statement, and with --raw its Markdown', async () => {
    const { code, stdout } = await run('show', 'ex1')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ex1: The derivative of tanh\n─+\n\n {2}The hyperbolic tangent/)
    expect(await run('show', 'ex1', '--raw')).toMatchObject({
      code: 0,
      stdout: shipped('ex01-tanh/README.md'),
    })
  })

  it('prints the starter', async () => {
    const { stdout } = await run('show', 'ex1', '--starter')
    expect(stdout).toBe(shipped('ex01-tanh/starter.ts'))
  })

  it('names the exercise that was meant', async () => {
    const { code, stdout, stderr } = await run('show', 'ex01-tan')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('did you mean ex01-tanh?')
  })
})
