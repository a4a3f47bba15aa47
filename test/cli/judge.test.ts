import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

const RIGHT = join(packageRoot(), 'solutions/ex01-tanh/solution.ts')

it('says which of two answers was judged, where that one does not pass', async () => {
  const cwd = await emptyFolder()
  await copyFile(RIGHT, join(cwd, 'tanh.ts'))
  const alone = await runCli(['ex1'], { cwd })
  await writeFile(join(cwd, 'ex1.ts'), 'export const half = (x: number) => x / 2\n')
  const both = await runCli(['ex1'], { cwd })
  const named = await runCli(['ex1', 'ex1.ts'], { cwd })
  const spoken = await runCli(['ex1', '--lang', 'zh-CN'], { cwd })
  await copyFile(RIGHT, join(cwd, 'ex1.ts'))
  const passed = await runCli(['ex1'], { cwd })
  const said = [alone, both, named, spoken, passed].map(({ code, stderr }) => [code, stderr])
  expect(said).toEqual([
    [0, ''],
    [3, expect.stringMatching(/^ex1\.ts is what was judged; tanh\.ts, .*mlp-check ex1 FILE\n$/)],
    [3, ''],
    [3, expect.stringMatching(/^评判的是 ex1\.ts；tanh\.ts /)],
    [0, ''],
  ])
})
