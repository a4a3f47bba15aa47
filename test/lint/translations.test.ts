import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { lintContent } from '../../src/lint/content.ts'
import { placesIn } from '../../src/lint/places.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { folderPack } from '../../src/pack/pack.ts'
import { inLanguage, TRANSLATED } from '../../src/pack/translate.ts'
import { packageRoot } from '../../src/package-root.ts'
import { catalogues } from '../catalogues.ts'
import { benchFor } from './bench.ts'

const sandbox = openSandbox()
const root = await mkdtemp(join(tmpdir(), 'mlp-check-translations-'))
afterAll(() => Promise.all([sandbox.close(), rm(root, { recursive: true })]))

const PACK = join(packageRoot(), 'packs/d2l-more')
const folder = join(root, 'exercises')
const file = (name: string) => join(folder, 'adam', name)

beforeEach(async () => {
  for (const side of ['exercises', 'solutions']) {
    await rm(join(root, side), { recursive: true, force: true })
    await cp(join(PACK, side, 'adam'), join(root, side, 'adam'), { recursive: true })
  }
})

async function edit(name: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file(name), 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  await writeFile(file(name), changed)
}

async function problems(): Promise<string> {
  const pack = await folderPack(folder, 'a test')
  const exercise = pack.load(pack.entries[0] as never)
  const bench = benchFor(folder, sandbox)
  const placeOf = await placesIn(exercise, bench)
  const found = await lintContent(exercise, { ...bench, placeOf })
  return found.map(({ message, advice }) => `${message} (${advice})`).join('\n')
}

describe('a translation says what the original says', () => {
  test('and then nothing falls short', async () => expect(await problems()).toBe(''))

  test.each([
    [
      'the statement has changed',
      'README.md',
      'keeps a running',
      'has a running',
      /of earlier texts.*write of: "[0-9a-f]{12}"/,
    ],
    [
      'what a solution teaches has changed',
      'exercise.yaml',
      'three numbers outlive',
      'two numbers outlive',
      /of earlier texts.*write of: "[0-9a-f]{12}"/,
    ],
    [
      'what a solution teaches is not translated',
      'exercise.yaml',
      / {6}also-right\/loop: "0\.9.*\n/,
      '',
      /lacks what is taught by also-right\/loop/,
    ],
    [
      'a hint has changed',
      'exercise.yaml',
      'Three numbers are',
      'Three things are',
      /of earlier texts/,
    ],
    ['it says not of which texts', 'exercise.yaml', / {4}of: .*\n/, '', /does not say which texts/],
    ['a title is missing', 'exercise.yaml', / {4}title: "Adam .*\n/, '', /zh-CN lacks title/],
    [
      'a summary is missing',
      'exercise.yaml',
      / {4}functions:\n {6}adam: "从.*\n/,
      '',
      /lacks the function adam/,
    ],
    [
      'a mistake is missing',
      'exercise.yaml',
      / {6}uphill:\n.*\n.*\n/,
      '',
      /lacks the mistake uphill/,
    ],
    [
      'the statement says not what to write',
      'README.zh-CN.md',
      /adam\(/g,
      'adem(',
      /does not show the signature of adam/,
    ],
    ['the statement has another heading', 'README.zh-CN.md', '# adam: ', '# ', /should begin with/],
  ])('%s', async (_, name, from, to, says) => {
    await edit(name, from, to)
    expect(await problems()).toMatch(says)
  })

  test('the starter is missing', async () => {
    await rm(file('starter.zh-CN.ts'))
    expect(await problems()).toMatch(/is missing: the starter in this language/)
  })

  test('the starter is another program', async () => {
    await edit('starter.zh-CN.ts', 'return []', 'return [0]')
    expect(await problems()).toMatch(/is other code than starter.ts/)
  })

  test('the statement is missing', async () => {
    await rm(file('README.zh-CN.md'))
    expect(await problems()).toMatch(/is missing: the statement in this language/)
  })

  test('the statement stands alone', async () => {
    await edit('exercise.yaml', /translations:[\s\S]*$/, '')
    expect(await problems()).toMatch(/has no translations: zh-CN/)
  })
})

test('may be into every language of the reports', () => {
  expect(['en', ...TRANSLATED]).toEqual(Object.keys(catalogues))
})

test('is read in its language only where that is asked for', async () => {
  const pack = await folderPack(folder, 'a test')
  const titles = (['en', 'zh-CN'] as const).map((locale) => {
    const { entries, load } = inLanguage(pack, locale)
    const exercise = load(entries[0] as never)
    const { title, hints, functions, mistakes } = exercise
    return [entries[0]?.title, title, hints[0], functions.adam?.summary, mistakes[1]?.hint]
  })
  expect(titles).toEqual([
    [
      'Adam',
      'Adam',
      'Three numbers are remembered from step to step.',
      'the positions after each step of Adam, from 0',
      'Descent goes against the gradient.',
    ],
    [
      'Adam 算法',
      'Adam 算法',
      '从一步到下一步要记住三个数。',
      '从 0 出发，Adam 每一步之后的位置',
      '下降是沿着梯度的反方向。',
    ],
  ])
})
