import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { joinPacks } from '../../src/pack/join-packs.ts'
import { builtInPack, findExercise, folderPack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { runCli } from '../cli/run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'mlp-check-packs-'))
afterAll(() => rmSync(root, { recursive: true }))
const more = join(packageRoot(), 'packs/d2l-more')
for (const side of ['exercises', 'solutions']) {
  mkdirSync(join(root, 'mine', side), { recursive: true })
  for (const name of ['huber', 'rbf'])
    cpSync(join(more, side, name), join(root, 'mine', side, name), { recursive: true })
}
const spec = join(root, 'mine/exercises/rbf/exercise.yaml')
writeFileSync(spec, readFileSync(spec, 'utf8').replace('id: rbf', 'id: kernel'))

describe('several packs', async () => {
  const packs = [await folderPack(join(root, 'mine'), 'mine'), await folderPack(more, 'more')]
  const both = joinPacks(packs)

  it('hold what each holds, under names that are one exercise each', () => {
    expect(both.entries).toHaveLength(12)
    const ids = both.entries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(12)
    expect(ids).toEqual(expect.arrayContaining(['mine-huber', 'd2l-more-huber', 'adam']))
  })

  it('leave no name to whichever pack comes first', () => {
    expect(() => findExercise(both, 'huber')).toThrow(/no exercise "huber"/)
    for (const joined of [both, joinPacks([...packs].reverse())]) {
      expect(joined.load(findExercise(joined, 'mine-huber')).sha256).toBe(
        packs[0]?.load(findExercise(packs[0], 'huber')).sha256,
      )
      expect(joined.folderOf(findExercise(joined, 'mine-huber'))).toContain(
        join('mine', 'exercises'),
      )
    }
  })

  it('take a folder’s name for a clash too', () => {
    expect(both.entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['mine-kernel', 'd2l-more-rbf']),
    )
  })

  it('stand beside the built-in exercises', () => {
    const all = joinPacks([builtInPack(), packs[1] as (typeof packs)[number]])
    expect(findExercise(all, 'tanh').id).toBe('ex1')
    expect(findExercise(all, 'adam').id).toBe('adam')
  })

  it('are named one after the other on the command line, and in the line that repeats a failure', async () => {
    writeFileSync(
      join(root, 'answer.ts'),
      'export const huber = (x: number) => x\nexport const dhuber = huber\n',
    )
    const words = ['--exercises', 'mine', '--exercises', more]
    const ran = await runCli(['d2l-more-huber', 'answer.ts', ...words], { cwd: root })
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain(`--exercises mine --exercises ${more}`)
    const shown = await runCli(['show', 'mine-huber', ...words], { cwd: root })
    expect(shown.stdout).toMatch(/^huber/)
    const unknown = await runCli(['show', 'huber', ...words], { cwd: root })
    expect(unknown).toMatchObject({ code: 2 })
    expect(unknown.stderr).toMatch(/did you mean (mine|d2l-more)-huber or (mine|d2l-more)-huber/)
  })
})
