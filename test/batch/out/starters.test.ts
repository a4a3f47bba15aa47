import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fingerprintsOfText } from '../../../src/batch/judge-task.ts'
import { startersOf } from '../../../src/batch/out/starters.ts'
import { openSandbox } from '../../../src/node/sandbox.ts'
import { builtInPack } from '../../../src/pack/pack.ts'
import { fingerprintsOf } from '../../../src/source/likeness/fingerprints.ts'

const pack = builtInPack()
const answered = (exercise: string) => ({ handed: { exercise, file: '', student: '' } }) as never
const sandbox = openSandbox()
afterAll(() => sandbox.close())

const starters = pack.entries.map((entry) => {
  const text = readFileSync(join(pack.folderOf(entry), 'starter.ts'), 'utf8')
  return [entry.id, text] as const
})

test('are those of the exercises that somebody answered, each once', async () => {
  const asked: string[] = []
  const found = await startersOf(pack, ['ex2', 'ex1', 'ex2'].map(answered), async (text) => {
    asked.push(text)
    return [text.length]
  })
  expect([...found.keys()]).toEqual(['ex2', 'ex1'])
  expect(asked).toHaveLength(2)
})

test.each(starters)('a grader takes those of %s as the parser does here', async (_, text) => {
  expect(await fingerprintsOfText(sandbox.session(), text)).toEqual(fingerprintsOf(text))
})

test('are taken here where the graders are lost', async () => {
  const lost = async () => Promise.reject(new Error('a grader ended'))
  const [[id, text]] = starters as [(typeof starters)[number]]
  const found = await startersOf(pack, [answered(id)], lost)
  expect(found).toEqual(new Map([[id, new Set(fingerprintsOf(text))]]))
})
