import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { lintExercise } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { benchFor } from './bench.ts'
import { withoutTranslations } from './without-translations.ts'

const sandbox = openSandbox()
const root = await mkdtemp(join(tmpdir(), 'mlp-check-lint-'))
afterAll(() => Promise.all([sandbox.close(), rm(root, { recursive: true })]))

const FOLDER = 'relu6'
const spec = join(root, 'exercises', FOLDER, 'exercise.yaml')
const statement = join(root, 'exercises', FOLDER, 'README.md')
const starter = join(root, 'exercises', FOLDER, 'starter.ts')
const solutions = join(root, 'solutions', FOLDER)

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')))
}

async function problems(): Promise<string[]> {
  const folder = join(root, 'exercises')
  const [exercise] = await loadPack(folder)
  if (exercise === undefined) throw new Error('the copy holds no exercise')
  const result = await lintExercise(exercise, benchFor(folder, sandbox))
  return result.problems.map(({ file, message }) => `${file}: ${message}`)
}

beforeEach(async () => {
  for (const side of ['exercises', 'solutions']) {
    await rm(join(root, side), { recursive: true, force: true })
    await cp(join(packageRoot(), side, FOLDER), join(root, side, FOLDER), { recursive: true })
  }
  // What a change leaves stale there has tests of its own.
  await withoutTranslations(join(root, 'exercises', FOLDER))
})

describe('the linter names what falls short', () => {
  test('nothing, in a sound exercise', async () => {
    expect(await problems()).toEqual([])
  })

  test('no folder for mistakes, where none is known', async () => {
    await edit(spec, (text) => text.replace(/^mistakes:\n(?: .*\n|\n)*/m, ''))
    await rm(join(solutions, 'mistakes'), { recursive: true })
    expect((await problems()).filter((text) => text.includes('missing'))).toEqual([])
    await rm(join(solutions, 'solution.ts'))
    expect(await problems()).toContainEqual(expect.stringMatching(/solution\.ts: is missing$/))
  })

  test('a solution that is said to teach something, and is not there', async () => {
    await edit(spec, (text) => text.replace('also-right/two-relus:', 'also-right/three-relus:'))
    expect(await problems()).toEqual([
      expect.stringMatching(/solutions\.teaches names also-right\/three-relus, which is not there/),
      expect.stringMatching(/solutions\.teaches does not say what also-right\/two-relus teaches/),
    ])
  })

  const disagreement = expect.stringMatching(/TensorFlow.js and float64 disagree about relu6/)

  test('a formula that float32 loses the digits of', async () => {
    await edit(spec, (text) => text.replace(/formula: .*/, "formula: '(x + 1e7) - 1e7'"))
    expect(await problems()).toContainEqual(disagreement)
  })

  test.each(['floor(x / 3)', 'x / 3 > 1 / 3 ? x : -x', 'ceil(0.7 * x) - x'])(
    'nothing, where float32 is on the other side of a jump: %s',
    async (formula) => {
      await edit(spec, (text) => text.replace(/formula: .*/, `formula: '${formula}'`))
      expect(await problems()).not.toContainEqual(disagreement)
    },
  )

  test('nothing, where no solution is shown, and not all are said to teach something', async () => {
    await edit(spec, (text) =>
      text
        .replace(/^ {4}also-right\/two-relus:.*\n/m, '')
        .replace('solutions:\n', 'solutions:\n  shown: false\n'),
    )
    expect(await problems()).toEqual([])
  })

  test('nothing, in solutions of several files', async () => {
    const whole = await readFile(join(solutions, 'solution.ts'), 'utf8')
    await writeFile(join(solutions, 'parts.ts'), whole)
    await writeFile(join(solutions, 'solution.ts'), "export * from './parts.ts'\n")
    await writeFile(join(solutions, 'also-right', 'parts.ts'), whole)
    await writeFile(join(solutions, 'also-right', 'joined.ts'), "export * from './parts.ts'\n")
    await edit(spec, (text) =>
      text.replace('  teaches:\n', '  teaches:\n    also-right/joined: files may be joined\n'),
    )
    expect(await problems()).toEqual([])
  })

  test('a solution that is wrong', async () => {
    await edit(join(solutions, 'solution.ts'), (text) => text.replace('6 ? 1 : 0', '5 ? 1 : 0'))
    expect((await problems()).join()).toMatch(
      /solution\.ts: is called right, but drelu6-derivative/,
    )
  })

  test('a mistake under another note', async () => {
    await edit(join(solutions, 'mistakes', 'cut-off-lost.ts'), (text) =>
      text.replace('x <= 0 ? 0 : 1', 'relu6(x)'),
    )
    expect(await problems()).toEqual([
      expect.stringMatching(
        /should be recognised as cut-off-lost, and is recognised as equals-function/,
      ),
    ])
  })

  test('a mistake that is none', async () => {
    await cp(join(solutions, 'solution.ts'), join(solutions, 'mistakes', 'sign.ts'))
    expect(await problems()).toEqual([expect.stringMatching(/sign\.ts: is called a mistake, but/)])
  })

  test('a starter that passes', async () => {
    await cp(join(solutions, 'solution.ts'), starter)
    expect(await problems()).toEqual([expect.stringMatching(/starter\.ts: passes/)])
  })

  test('stray files, broken links and points that do not add up', async () => {
    await writeFile(join(solutions, 'notes.txt'), '')
    await edit(statement, (text) => `${text.replace(/\| 5 +\|/, '| 6 |')}\n[more](more.md)\n`)
    const found = (await problems()).join('\n')
    expect(found).toMatch(/notes\.txt: does not belong here/)
    expect(found).toMatch(/promises 11 points, but the checks give 10/)
    expect(found).toMatch(/links to more\.md, which is not there/)
  })

  test('a closed form that is not the derivative', async () => {
    await edit(spec, (text) => text.replace('x > 0 && x < 6 ? 1 : 0', 'x > 1 ? 1 : 0'))
    expect((await problems()).join()).toMatch(/drelu6/)
  })

  test('a domain on which wrong formulas pass', async () => {
    await edit(spec, (text) =>
      text.replace('[-20, 20]', '[1, 5]').replace(/ {4}kinks:\n(?: {6}- .*\n)+/, ''),
    )
    expect((await problems()).join()).toMatch(/no check refuses relu6 = /)
  })
})
