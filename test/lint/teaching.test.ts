import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderPack } from '../../src/pack/pack.ts'
import { solutionsOf } from '../../src/pack/solutions.ts'
import { packageRoot } from '../../src/package-root.ts'

test.each(['.', 'packs/d2l-more'])('every solution in %s says what it teaches', async (root) => {
  const pack = await folderPack(join(packageRoot(), root, 'exercises'), 'a test')
  for (const entry of pack.entries) {
    const said = Object.keys(pack.load(entry).solutions?.teaches ?? {})
    const shown = (await solutionsOf(pack, entry)).map(({ name }) => name)
    expect(said.toSorted(), entry.id).toEqual(shown.toSorted())
  }
})
