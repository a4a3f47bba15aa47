import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/report/report.ts'
import { needingLinks } from '../machine.ts'
import { writeOwnPack } from '../trust/own-pack.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { type Ran, runCli } from './run-cli.ts'

const json = ({ stdout }: Ran): RunReport => JSON.parse(stdout)

async function downloaded(options: { canary?: string } = {}): Promise<string> {
  const cwd = await realpath(await emptyFolder())
  await writeOwnPack(cwd, options)
  return cwd
}

const asJson = ['ex1', '--reporter', 'json']

describe('a folder that brings its own exercises', () => {
  it('chooses them for its own author, on screen and in the record', async () => {
    const cwd = await downloaded()
    const ran = await runCli(['ex1'], { cwd })
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain('Exercises: mine, as mlp-check.json says')
    const record = json(await runCli(asJson, { cwd: join(cwd, 'mine') }))
    expect(record.pack?.source).toBe('../mlp-check.json: mine')
    expect(record.pack?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['--exercises builtin', ['--exercises', 'builtin'], {}],
    ['the environment', [], { MLP_CHECK_EXERCISES: 'builtin' }],
    ['CI', [], { CI: 'true' }],
  ])('has no say against %s', async (_by, options, env) => {
    const cwd = await downloaded()
    const ran = await runCli([...asJson, ...options], { cwd, env: env as Record<string, string> })
    expect(ran.code).toBe(1)
    expect(json(ran)).toMatchObject({ pack: { source: 'built-in' }, totals: { score: 0 } })
  })

  it('has no say in a batch, and that is told', async () => {
    const cwd = await downloaded()
    const ran = await runCli(['batch', '.', '--exercise', 'ex1', '--out', 'out'], { cwd })
    expect(ran.stderr).toContain('mlp-check.json chooses no exercises here')
    const record = JSON.parse(await readFile(join(cwd, 'out', 'report.json'), 'utf8'))
    expect(record).toMatchObject({ pack: { source: 'built-in' }, totals: { score: 0 } })
  })

  it('has no program run, until its user has chosen it', async () => {
    const home = await emptyFolder()
    const canary = join(home, 'canary')
    const cwd = await downloaded({ canary })
    const env = { HOME: home }
    const ran = await runCli(['ex1', '--no-cache'], { cwd, env })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('ex1 comes with a program of its own')
    expect(existsSync(canary)).toBe(false)
    await runCli(['init', '--exercises', 'mine'], { cwd, env })
    expect((await runCli(['ex1', '--no-cache'], { cwd, env })).code).not.toBe(2)
    // The attack is one: where it is let run, it does what it says.
    if (process.getBuiltinModule !== undefined) expect(existsSync(canary)).toBe(true)
  })
})

describe('under CI', () => {
  const CI = { CI: 'true' }

  it.each([
    ['no JSON', '{'],
    ['an unknown setting', '{"exercise": 1}'],
    ['a folder that is not there', '{"exercises": "/nowhere"}'],
    ['a file outside', '{"answers": "../{id}.ts"}'],
    ['a hidden file', '{"answers": ".git/{id}.ts"}'],
    ['what is installed', '{"answers": "node_modules/{id}.ts"}'],
    ['another language', '{"language": "zh-CN"}'],
  ])('settings of %s are no settings', async (_what, config) => {
    const cwd = await downloaded()
    const without = await runCli(['ex1'], { cwd, env: CI })
    await writeFile(join(cwd, 'mlp-check.json'), config)
    const ran = await runCli(['ex1'], { cwd, env: CI })
    expect(ran.stdout).toBe(without.stdout)
    expect(ran.code).toBe(1)
  })

  it('settings say where answers lie, in their own folder alone', async () => {
    const cwd = await downloaded()
    await mkdir(join(cwd, 'answers'))
    await writeFile(join(cwd, 'answers/1-ex1.ts'), 'export const tanh = Math.tanh\n')
    await writeFile(join(cwd, 'mlp-check.json'), '{"answers": "answers/1-{id}.ts"}')
    const [answer] = json(await runCli(asJson, { cwd, env: CI })).submissions
    expect(answer?.file).toBe('answers/1-ex1.ts')
    const [above] = json(await runCli(asJson, { cwd: join(cwd, 'mine'), env: CI })).submissions
    expect(above?.checks[0]?.cause).toBe('missing-file')
  })

  it('nothing is remembered', async () => {
    const cwd = await realpath(await emptyFolder())
    await runCli(['init'], { cwd })
    await writeFile(join(cwd, 'ex1.ts'), 'export const tanh = 1\n')
    const before = await readdir(join(cwd, '.mlp-check'))
    await runCli(['ex1'], { cwd, env: CI })
    expect(await readdir(join(cwd, '.mlp-check'))).toEqual(before)
    await runCli(['ex1'], { cwd })
    expect(await readdir(join(cwd, '.mlp-check'))).toContain('state.json')
  })

  it('what was begun is judged where that is asked for', async () => {
    const cwd = await downloaded()
    const ran = await runCli(['--begun', '--reporter', 'json'], { cwd, env: CI })
    expect(json(ran).submissions.map(({ exercise }) => exercise)).toEqual(['ex1'])
  })

  it('a command that needs a workspace says why there is none', async () => {
    const cwd = await downloaded()
    const ran = await runCli(['progress'], { cwd, env: CI })
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.stderr).toContain('where CI is set, no workspace is read')
  })

  it('tables that lie in the working folder are not used', async () => {
    const cwd = await downloaded()
    const inside = { MLP_CHECK_CACHE: join(cwd, '.mlp-check/cache') }
    await runCli(['ex1'], { cwd, env: { ...inside, ...CI } })
    expect(existsSync(inside.MLP_CHECK_CACHE)).toBe(false)
    await runCli(['ex1'], { cwd, env: inside })
    expect(existsSync(inside.MLP_CHECK_CACHE)).toBe(true)
  })
})

needingLinks().describe('links in a working folder', () => {
  it('are not followed to a submission', async () => {
    const cwd = await realpath(await emptyFolder())
    await writeFile(join(cwd, 'secret'), 'SECRET = "hidden"')
    await mkdir(join(cwd, 'work'))
    await symlink('../secret', join(cwd, 'work/ex1.ts'))
    const ran = await runCli(['ex1'], { cwd: join(cwd, 'work') })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('ex1.ts is a link')
    expect(ran.stdout).not.toContain('hidden')
  })

  it('lead to no state, which says so', async () => {
    const cwd = await realpath(await emptyFolder())
    const state = '{"precious": true}'
    await mkdir(join(cwd, 'elsewhere'))
    await writeFile(join(cwd, 'elsewhere/state.json'), state)
    await writeOwnPack(join(cwd, 'work'))
    await symlink('../elsewhere', join(cwd, 'work/.mlp-check'))
    for (const words of [['ex1'], ['hint', 'ex1']]) {
      const ran = await runCli(words, { cwd: join(cwd, 'work') })
      expect(ran.code).toBe(0)
      expect(ran.stderr).toContain('lies behind a link: nothing is remembered in it')
    }
    expect(await readFile(join(cwd, 'elsewhere/state.json'), 'utf8')).toBe(state)
    expect(await readdir(join(cwd, 'elsewhere'))).toEqual(['state.json'])
  })

  it.each([
    ['init', ['init', '--force']],
    ['reset', ['reset', 'ex1']],
  ])('are written through by no %s', async (_command, words) => {
    const cwd = await realpath(await emptyFolder())
    await mkdir(join(cwd, 'elsewhere'))
    await writeFile(join(cwd, 'elsewhere/ex01-tanh.ts'), 'precious')
    await mkdir(join(cwd, 'work'))
    await writeFile(join(cwd, 'work/mlp-check.json'), '{}')
    await symlink('../elsewhere', join(cwd, 'work/src'))
    const ran = await runCli(words, { cwd: join(cwd, 'work') })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('src is a link: mlp-check writes nothing behind it')
    expect(await readFile(join(cwd, 'elsewhere/ex01-tanh.ts'), 'utf8')).toBe('precious')
    expect(await readdir(join(cwd, 'work'))).toEqual(['mlp-check.json', 'src'])
  })

  it('give way where the workspace writes a file of their name', async () => {
    const cwd = await realpath(await emptyFolder())
    await writeFile(join(cwd, 'precious'), 'precious')
    await mkdir(join(cwd, 'work/src'), { recursive: true })
    await writeFile(join(cwd, 'work/mlp-check.json'), '{}')
    await symlink('../../precious', join(cwd, 'work/src/ex01-tanh.ts'))
    expect((await runCli(['reset', 'ex1'], { cwd: join(cwd, 'work') })).code).toBe(0)
    expect(await readFile(join(cwd, 'precious'), 'utf8')).toBe('precious')
    expect(await readFile(join(cwd, 'work/src/ex01-tanh.ts'), 'utf8')).toContain('tanh')
  })
})

it('a state that somebody wrote by hand breaks nothing', async () => {
  const cwd = await realpath(await emptyFolder())
  await writeFile(join(cwd, 'mlp-check.json'), '{ "recordHints": true }')
  await writeFile(join(cwd, 'ex1.ts'), 'export const tanh = 1\n')
  await mkdir(join(cwd, '.mlp-check'))
  for (const state of [
    '[]',
    'null',
    '{"version":1,"exercises":null}',
    '{"version":1,"exercises":{"ex1":7}}',
    '{"version":1,"exercises":{"ex1":{"hints":"x","attempts":-1}}}',
  ]) {
    await writeFile(join(cwd, '.mlp-check/state.json'), state)
    const ran = await runCli(asJson, { cwd })
    expect(json(ran).submissions[0]?.hintsSeen, state).toBe(0)
    expect((await runCli([], { cwd })).code).toBe(0)
  }
})
