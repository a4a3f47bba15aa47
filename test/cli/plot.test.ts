import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

const forum = join(packageRoot(), 'solutions/ex01-tanh/mistakes/forum-numerator.ts')
const prelu = join(packageRoot(), 'solutions/ex02-prelu/solution.ts')

describe('plot', () => {
  it('draws a wrong derivative over its reference, with the counterexample', async () => {
    const argv = ['plot', 'ex1', forum, '--function', 'dtanh']
    const { code, stdout } = await runCli(argv, { cwd: await emptyFolder() })
    expect(code).toBe(0)
    expect(stdout).toMatchSnapshot()
  })

  it.each([
    [[], 'tanh is not begun yet: only the reference is drawn.'],
    [['--lang', 'zh-CN'], 'tanh 尚未开始：只画出参考函数。'],
  ])('says of a starter that nothing is written yet %s', async (more, sentence) => {
    const cwd = await emptyFolder()
    await runCli(['init'], { cwd })
    const { stdout } = await runCli(['plot', 'ex1', ...more], { cwd })
    expect(stdout.replaceAll('\n', '')).toContain(sentence)
    expect(stdout).not.toMatch(/✕|601/)
  })

  it('says which function the file does not export, and draws the other', async () => {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, 'ex1.ts'), 'export const tanh = Math.tanh\n')
    const { stdout } = await runCli(['plot', 'ex1'], { cwd, columns: 120 })
    expect(stdout).toContain('tanh agrees with the reference at all 601 points drawn.')
    expect(stdout).toContain('dtanh is not among the exports of your file')
    expect(stdout).not.toContain('✕')
  })

  it('draws at the parameters and over the range that are asked for', async () => {
    const argv = [
      'plot',
      'ex2',
      prelu,
      '--function',
      'dprelu',
      '--param',
      'alpha=0.25',
      '--range=-2,2',
    ]
    const { stdout } = await runCli(argv, { cwd: await emptyFolder() })
    expect(stdout).toContain('dprelu(x), alpha = 0.25')
    expect(stdout).toContain('agrees with the reference')
    expect(stdout).toContain('┊ kink')
  })

  it.each(['0,1e-12', '0,5e-324', '-1e308,1e308', '1e5,100000.00000001'])(
    'draws over %s',
    async (range) => {
      const argv = ['plot', 'ex2', prelu, '--function', 'prelu', `--range=${range}`]
      const { code, stdout } = await runCli(argv, { cwd: await emptyFolder() })
      expect(code).toBe(0)
      expect(stdout).toMatch(/agrees with the reference at all \d+ points drawn/)
      expect(stdout).not.toMatch(/NaN|Infinity|nothing/)
    },
  )

  it('writes an SVG and a page', async () => {
    const cwd = await emptyFolder()
    const { stdout } = await runCli(
      ['plot', 'ex1', forum, '--svg', 'a.svg', '--html', 'b/a.html'],
      { cwd },
    )
    expect(stdout).toBe('wrote a.svg\nwrote b/a.html\n')
    expect(await readFile(join(cwd, 'a.svg'), 'utf8')).toContain('<svg')
    expect(await readFile(join(cwd, 'b/a.html'), 'utf8')).toContain('<svg')
  })

  it.each([
    [['--param', 'alhpa=1'], /Did you mean "alpha"/],
    [['--param', 'alpha=x'], /--param takes a number/],
    [['--range', '3,-3'], /--range takes two numbers/],
    [['--function', 'dprelux'], /Did you mean "dprelu"/],
  ])('refuses %s with what to do', async (options, message) => {
    const { code, stderr } = await runCli(['plot', 'ex2', prelu, ...options], {
      cwd: await emptyFolder(),
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('says where an answer was looked for', async () => {
    const { code, stderr } = await runCli(['plot', 'ex1'], { cwd: await emptyFolder() })
    expect(code).toBe(3)
    expect(stderr).toContain('looked for ex1.ts')
  })
})
