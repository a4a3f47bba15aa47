import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/pack/changes.ts'
import { loadPack } from '../../src/pack/load.ts'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { runCli } from '../cli/run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'mlp-check-changes-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const [pack, names] of [
  ['old', ['cube', 'gone']],
  ['new', ['cube', 'fresh']],
] as const) {
  for (const { path, text } of names.flatMap((name) => scaffoldFiles(name))) {
    mkdirSync(join(root, pack, path, '..'), { recursive: true })
    writeFileSync(join(root, pack, path), text)
  }
}
const spec = join(root, 'new/exercises/cube/exercise.yaml')
const original = readFileSync(spec, 'utf8')

/** What changed of the cube where its spec changed so. */
async function changed(from: string, to: string) {
  expect(original).toContain(from)
  writeFileSync(spec, original.replace(from, to))
  const [before, after] = [await loadPack(join(root, 'old')), await loadPack(join(root, 'new'))]
  writeFileSync(spec, original)
  return changesBetween(before, after)
}

describe('from one version of a pack to the next', () => {
  it('exercises are added and removed', async () => {
    expect(await changed('id: cube', 'id: cube')).toEqual([
      { exercise: 'fresh', kind: 'added', what: [] },
      { exercise: 'gone', kind: 'removed', what: [] },
    ])
  })

  it.each([
    ['points: 3', 'points: 4', ['points 5 → 6', 'check dcube-derivative changed']],
    ['[-20, 20]', '[-10, 10]', ['domain [-20, 20] → [-10, 10]']],
    ["'x ** 3'", "'x * x * x'", ['function cube changed']],
    [
      'solutions:',
      '  - { note: more, function: cube, title: t, hint: h }\nsolutions:',
      ['the known mistakes'],
    ],
    ['checks:', 'checks:\n  - { kind: proof, function: cube }', ['check cube-proof added']],
    ['Which rule', 'What rule', ['words alone']],
  ])('%s → %s', async (from, to, what) => {
    expect((await changed(from, to))[0]).toEqual({ exercise: 'cube', kind: 'changed', what })
  })

  it('list --since prints it', async () => {
    writeFileSync(spec, original.replace('points: 3', 'points: 4'))
    const ran = await runCli(['list', '--exercises', 'new', '--since', 'old'], { cwd: root })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toBe(
      'cube   changed: points 5 → 6; check dcube-derivative changed\nfresh  added\ngone   removed\n',
    )
    const same = await runCli(['list', '--exercises', 'new', '--since', 'new'], { cwd: root })
    expect(same.stdout).toBe('nothing has changed\n')
    const nowhere = await runCli(['list', '--since', 'nowhere'], { cwd: root })
    expect(nowhere).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('a pack that is a package', () => {
  it('is reported with its version', async () => {
    const file = join(root, 'new/package.json')
    const about = { name: '@school/pack', version: '1.2.0', keywords: ['mlp-check-pack'] }
    writeFileSync(file, JSON.stringify(about))
    const { folderPack } = await import('../../src/pack/pack.ts')
    const sourceOf = async () => (await folderPack(join(root, 'new'), 'here')).report.source
    expect(await sourceOf()).toBe('here (@school/pack 1.2.0)')
    writeFileSync(file, JSON.stringify({ ...about, keywords: [] }))
    expect(await sourceOf()).toBe('here')
    writeFileSync(file, '{')
    expect(await sourceOf()).toBe('here')
  })
})
