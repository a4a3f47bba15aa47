import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInPack } from '../../src/pack/pack.ts'
import { findWorkspace, parseConfig } from '../../src/workspace/config.ts'
import { planWorkspace, writeWorkspace } from '../../src/workspace/init.ts'
import { runCli } from '../cli/run-cli.ts'
import { emptyFolder } from './workspaces.ts'

const pack = builtInPack()
const options = { exercises: undefined }

describe('a new workspace', () => {
  it('has a starter and a statement of every exercise', async () => {
    const root = await emptyFolder()
    await writeWorkspace(root, await planWorkspace(pack, options), false)
    expect((await readdir(join(root, 'src'))).length).toBe(pack.entries.length)
    expect((await readdir(join(root, 'statements'))).length).toBe(pack.entries.length)
    expect(findWorkspace(join(root, 'src'))?.root).toBe(root)
  })

  it('is written over nothing, unless that is asked for', async () => {
    const root = await emptyFolder()
    const files = await planWorkspace(pack, options)
    await writeFile(join(root, 'tsconfig.json'), 'mine')
    const { kept, written } = await writeWorkspace(root, files, false)
    expect(kept).toEqual(['tsconfig.json'])
    expect(await readFile(join(root, 'tsconfig.json'), 'utf8')).toBe('mine')
    expect((await writeWorkspace(root, files, false)).written).toEqual([])
    expect((await writeWorkspace(root, files, true)).written.length).toBe(written.length + 1)
  })

  it('is made in the language that was asked for, and nothing in it is begun', async () => {
    const root = await emptyFolder()
    const lang = { cwd: root, env: { LANG: 'zh_CN.UTF-8' } }
    const made = await runCli(['init'], lang)
    expect(made.code).toBe(0)
    const folder = pack.entries[0]?.folder
    expect(await readFile(join(root, `statements/${folder}.md`), 'utf8')).toContain('评判方式')
    expect(await readFile(join(root, `src/${folder}.ts`), 'utf8')).toContain('在这里作答')
    for (const again of [lang, { cwd: root }]) {
      expect((await runCli(['progress'], again)).stdout).not.toMatch(/begun, not judged|已开始/)
      expect((await runCli(['reset', 'ex1'], again)).stdout).toMatch(/本来就是|the starter already/)
    }
  })

  it('has a config that its own schema and reader accept', async () => {
    const files = await planWorkspace(pack, { exercises: 'course' })
    const text = files.find(({ path }) => path === 'mlp-check.json')?.text ?? ''
    expect(parseConfig(text, 'mlp-check.json')).toMatchObject({ exercises: 'course' })
  })
})

describe('what a page has saved', () => {
  const answer = 'export const tanh = (x: number) => Math.tanh(x)\n'
  const saved = JSON.stringify({
    version: 1,
    exercises: { ex1: { status: 'failed', sha256: 'a', attempts: 1, hints: 2 }, gone: {} },
    answers: { ex1: answer, gone: 'x' },
  })

  it('becomes the answers and the progress of a workspace', async () => {
    const root = await emptyFolder()
    await writeFile(join(root, 'work.json'), saved)
    const { code, stdout } = await runCli(['init', 'mine', '--work', 'work.json'], { cwd: root })
    expect(code).toBe(0)
    expect(stdout).toContain('Left out 1 answer to exercises that are not here: gone')
    expect(await readFile(join(root, 'mine', 'src', 'ex01-tanh.ts'), 'utf8')).toBe(answer)
    const hint = await runCli(['hint', 'ex1'], { cwd: join(root, 'mine') })
    expect(hint.stdout).toContain('hint 3 of 3')
    const state = JSON.parse(await readFile(join(root, 'mine', '.mlp-check/state.json'), 'utf8'))
    expect(Object.keys(state.exercises)).toEqual(['ex1'])
  })

  it('is refused where it is nothing of the kind', async () => {
    const root = await emptyFolder()
    await writeFile(join(root, 'work.json'), '{}')
    for (const file of ['work.json', 'missing.json']) {
      const { code, stderr } = await runCli(['init', '--work', file], { cwd: root })
      expect(code).toBe(2)
      expect(stderr).toContain(file)
    }
    expect(await readdir(root)).toEqual(['work.json'])
  })
})

describe('the config', () => {
  it.each([
    ['{ "recordHint": true }', /"recordHint" is no setting/],
    ['{ "recordHints": "yes" }', /"recordHints" should be a boolean/],
    ['[]', /should be one JSON object/],
    ['{', /not valid JSON/],
  ])('%s is refused with its reason', (text, message) => {
    expect(() => parseConfig(text, 'mlp-check.json')).toThrow(message)
  })

  it('may begin with a byte order mark, as editors on Windows write it', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'mlp-check.json'), '\uFEFF{}\r\n')
    expect(findWorkspace(folder)?.config).toEqual({})
  })

  it('is refused with its file where it is no text', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'mlp-check.json'), Buffer.from([0x7b, 0xff, 0x7d]))
    expect(() => findWorkspace(folder)).toThrow(/mlp-check\.json is not valid UTF-8/)
  })
})
