import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

const solution = (path: string) => readFile(join(packageRoot(), 'solutions', path), 'utf8')

async function workspace(): Promise<string> {
  const root = await emptyFolder()
  await runCli(['init'], { cwd: root })
  return root
}

describe('a workspace on the command line', () => {
  it('is made, and says what to do next', async () => {
    const root = await emptyFolder()
    const { code, stdout } = await runCli(['init', 'answers', '--ci', 'gitlab'], { cwd: root })
    expect(code).toBe(0)
    expect(stdout).toContain('.gitlab-ci.yml')
    expect(stdout).toMatch(/Next:\n {2}cd answers\n {2}mlp-check\n$/)
  })

  it.skipIf(process.platform === 'win32')('names its folder as one word of a shell', async () => {
    const root = await emptyFolder()
    const { stdout } = await runCli(['init', "作业 Ann's"], { cwd: root })
    const [, step = ''] = /\n {2}(cd .*)\n {2}mlp-check\n$/.exec(stdout) ?? []
    const there = execFileSync('sh', ['-c', `${step} && pwd -P`], { cwd: root, encoding: 'utf8' })
    expect(there.trim()).toBe(join(realpathSync(root), "作业 Ann's"))
  })

  it('puts a workflow where its platform reads it, and says where that is', async () => {
    const root = await emptyFolder()
    await mkdir(join(root, '.git'))
    const inside = await runCli(['init', 'hw/answers', '--ci', 'github'], { cwd: root })
    expect(inside.stdout).toContain(join(root, '.github/workflows/mlp-check.yml'))
    expect(inside.stdout).not.toContain('No Git repository')
    const text = await readFile(join(root, '.github/workflows/mlp-check.yml'), 'utf8')
    expect(text).toContain("cd 'hw/answers'\n")
    const again = await runCli(['init', 'hw/answers', '--ci', 'github'], { cwd: root })
    expect(again.stdout).toMatch(/mlp-check\.yml/)
    const bare = await emptyFolder()
    const outside = await runCli(['init', 'answers', '--ci', 'azure'], { cwd: bare })
    expect(outside.stdout).toContain('move azure-pipelines.yml there')
    expect(await readFile(join(bare, 'answers/azure-pipelines.yml'), 'utf8')).not.toContain('cd ')
  })

  it('shows progress and the next exercise without any words', async () => {
    const root = await workspace()
    const before = await runCli([], { cwd: root })
    expect(before.stdout).toMatch(/^0 of \d+ exercises passed/m)
    expect(before.stdout).toContain('Next: ex1, ')
    await writeFile(join(root, 'src/ex01-tanh.ts'), await solution('ex01-tanh/solution.ts'))
    expect((await runCli(['ex1'], { cwd: root })).code).toBe(0)
    const after = await runCli([], { cwd: join(root, 'src') })
    expect(after.stdout).toMatch(/^1 of/)
    expect(after.stdout).toContain('Next: ex2, ')
  })

  it('introduces itself where nothing has begun, and later says what is next', async () => {
    const outside = await runCli([], { cwd: await emptyFolder() })
    expect(outside.code).toBe(0)
    expect(outside.stdout).toMatch(/^mlp-check judges answers[\s\S]*mlp-check init/)
    const root = await workspace()
    expect((await runCli([], { cwd: root })).stdout).toMatch(/^mlp-check judges answers/)
    await writeFile(join(root, 'src/ex01-tanh.ts'), await solution('ex01-tanh/solution.ts'))
    const { stdout } = await runCli(['ex1'], { cwd: root })
    expect(stdout).toMatch(/✓ passed.*\nNext: ex2, /)
    expect((await runCli([], { cwd: root })).stdout).toMatch(/^1 of/)
  })

  it('takes silence for no judgement where somebody grades', async () => {
    const { code, stderr } = await runCli([], { cwd: await emptyFolder(), env: { CI: '1' } })
    expect(code).toBe(2)
    expect(stderr).toContain('which exercise?')
  })

  it('knows the exercise at hand, and an exercise by the path of its answer', async () => {
    const root = await workspace()
    const hint = async (...words: string[]) =>
      (await runCli(['hint', ...words], { cwd: root })).stdout.split(',')[0]
    expect(await hint()).toBe('ex1')
    expect(await hint('src/ex03-composition.ts')).toBe('ex3')
    expect(await hint()).toBe('ex3')
    const judged = await runCli(['src/ex02-prelu.ts'], { cwd: root })
    expect(judged.stdout).toMatch(/^ex2 /)
    expect(await hint()).toBe('ex2')
    await writeFile(join(root, 'src/ex02-prelu.ts'), await solution('ex02-prelu/solution.ts'))
    await runCli(['ex2'], { cwd: root })
    expect(await hint()).toBe('ex1')
    const unknown = await runCli(['src/mine.ts'], { cwd: root })
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('mlp-check ex1 src/mine.ts')
  })

  it('shows right answers once yours has passed, and before only to whoever insists', async () => {
    const root = await workspace()
    const early = await runCli(['solution', 'ex1'], { cwd: root })
    expect(early.code).toBe(2)
    expect(early.stderr).toMatch(/has not passed[\s\S]*--spoil/)
    expect((await runCli(['solution', 'ex1', '--spoil'], { cwd: root })).stdout).toContain('t * t')
    await writeFile(join(root, 'src/ex01-tanh.ts'), await solution('ex01-tanh/solution.ts'))
    await runCli(['ex1'], { cwd: root })
    const { code, stdout } = await runCli(['solution', 'ex1'], { cwd: root })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Yours, src\/ex01-tanh.ts\n/)
    expect(stdout).toContain('The model answer: call your own tanh once')
    expect(stdout).toContain('Also right, via-sigmoid: tanh is a sigmoid')
  })

  it('judges files whose names say which exercises they answer, and leads on', async () => {
    const root = await workspace()
    await writeFile(join(root, 'src/ex01-tanh.ts'), await solution('ex01-tanh/solution.ts'))
    await writeFile(join(root, 'src/ex02-prelu.ts'), await solution('ex02-prelu/solution.ts'))
    const one = await runCli(['src/ex01-tanh.ts'], { cwd: root })
    expect(one.stdout).toMatch(/\nNext: ex2, .+\n$/)
    const files = ['ex01-tanh.ts', './ex02-prelu.ts']
    const both = await runCli(files, { cwd: join(root, 'src') })
    expect(both.stdout).toMatch(/2 of 2 passed[\s\S]+\nNext: ex3, .+\n$/)
    const shown = await runCli(['solution'], { cwd: root })
    expect(shown.stdout).toContain('src/ex02-prelu.ts')
    const reset = await runCli(['reset', 'src/ex02-prelu.ts'], { cwd: root })
    expect(reset.code, reset.stderr).toBe(0)
    expect((await runCli(['ex1', 'ex2', 'src/ex01-tanh.ts'], { cwd: root })).stderr).toContain(
      'one file answers one exercise, but 2 are named before src/ex01-tanh.ts',
    )
  })

  it('shows no right answers that an author keeps back, or does not hand out', async () => {
    const root = await emptyFolder()
    await runCli(['new-exercise', 'cube'], { cwd: root })
    const ask = () =>
      runCli(['solution', 'cube', '--spoil', '--exercises', 'exercises'], { cwd: root })
    const shown = await ask()
    expect(shown.code).toBe(0)
    expect(shown.stdout).toContain('Also right, power: Math.pow(x, 3) is x ** 3')
    const spec = join(root, 'exercises/cube/exercise.yaml')
    const text = await readFile(spec, 'utf8')
    await writeFile(spec, text.replace('solutions:\n', 'solutions:\n  shown: false\n'))
    const kept = await ask()
    expect([kept.code, kept.stdout]).toEqual([2, ''])
    expect(kept.stderr).toContain('whoever wrote cube keeps its right answers back')
    await writeFile(spec, text)
    await rm(join(root, 'solutions'), { recursive: true })
    const gone = await ask()
    expect([gone.code, gone.stdout]).toEqual([2, ''])
    expect(gone.stderr).toContain('no right answers come with cube')
  })

  it('shows no right answers where somebody grades', async () => {
    const env = { CI: 'true' }
    const { code, stderr } = await runCli(['solution', 'ex1', '--spoil'], {
      cwd: await emptyFolder(),
      env,
    })
    expect(code).toBe(2)
    expect(stderr).toContain('CI')
  })

  it('leads on from hint to hint where nothing is remembered', async () => {
    const cwd = await emptyFolder()
    const first = await runCli(['hint', 'ex1'], { cwd })
    const [, left, command = ''] = /^(\d) more: mlp-check (.+)$/m.exec(first.stdout) ?? []
    expect(left).toBe('2')
    const second = await runCli(command.split(' '), { cwd })
    expect(second.stdout).toMatch(/^ex1, hint 2 of 3/)
    expect(second.stdout).toContain('1 more: mlp-check hint ex1 --number 3')
  })

  it.each([40, 60, 80, 120])('lists within %i columns', async (columns) => {
    const { stdout } = await runCli(['list'], { cwd: await emptyFolder(), columns })
    const widest = Math.max(...stdout.split('\n').map(displayWidth))
    expect(widest).toBeLessThanOrEqual(columns)
  })

  it('judges what was begun, and only that', async () => {
    const root = await workspace()
    await writeFile(join(root, 'src/ex12-relu.ts'), await solution('ex12-relu/solution.ts'))
    const { code, stdout } = await runCli(['--begun'], { cwd: root })
    expect(code).toBe(0)
    expect(stdout).toContain('ex12')
    expect(stdout).not.toContain('ex11')
  })

  it('misses an answer that was deleted after it had passed, where it is named', async () => {
    const root = await workspace()
    const env = { CI: 'true' }
    await writeFile(join(root, 'src/ex12-relu.ts'), await solution('ex12-relu/solution.ts'))
    expect((await runCli(['ex12'], { cwd: root, env })).code).toBe(0)
    expect((await runCli(['ex12'], { cwd: root, env })).code).toBe(0)
    await rm(join(root, 'src/ex12-relu.ts'))
    const named = await runCli(['ex12'], { cwd: root, env })
    expect(named).toMatchObject({ code: 3, stdout: expect.not.stringContaining('10 of 10') })
    const begun = await runCli(['check', '--begun', '--exercises', 'builtin'], { cwd: root, env })
    expect(begun.code).toBe(2)
  })

  it('gives three hints one after the other, and remembers them', async () => {
    const root = await workspace()
    const hints = []
    for (let turn = 0; turn < 4; turn++) {
      hints.push((await runCli(['hint', 'ex1'], { cwd: root })).stdout.split('\n')[0])
    }
    expect(hints).toEqual([1, 2, 3, 3].map((number) => `ex1, hint ${number} of 3`))
  })

  it('records hints in the report where its settings ask for it', async () => {
    const root = await workspace()
    await writeFile(join(root, 'mlp-check.json'), '{ "recordHints": true }')
    await runCli(['hint', 'ex1'], { cwd: root })
    const { stdout } = await runCli(['ex1', '--reporter', 'json'], { cwd: root })
    expect(JSON.parse(stdout).submissions[0].hintsSeen).toBe(1)
  })

  it('puts a starter back and keeps the answer', async () => {
    const root = await workspace()
    const file = join(root, 'src/ex01-tanh.ts')
    const starter = await readFile(file, 'utf8')
    await writeFile(file, 'export const tanh = 1\n')
    const { stdout } = await runCli(['reset', 'ex1'], { cwd: root })
    expect(await readFile(file, 'utf8')).toBe(starter)
    const kept = /kept in (\S+)/.exec(stdout)?.[1] ?? ''
    expect(await readFile(join(root, kept), 'utf8')).toBe('export const tanh = 1\n')
  })

  it('speaks Chinese where the environment does', async () => {
    const root = await workspace()
    const { stdout } = await runCli([], { cwd: root, env: { LANG: 'zh_CN.UTF-8' } })
    expect(stdout).toContain('下一道：ex1')
  })

  it('offers a command for a slip of one', async () => {
    const { code, stderr } = await runCli(['progess'], { cwd: await emptyFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean mlp-check progress?')
  })
})
