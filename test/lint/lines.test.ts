import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import { lintExercise } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { benchFor } from './bench.ts'
import { withoutTranslations } from './without-translations.ts'

const sandbox = openSandbox()
const root = await mkdtemp(join(tmpdir(), 'mlp-check-lint-lines-'))
afterAll(() => Promise.all([sandbox.close(), rm(root, { recursive: true })]))

const FOLDER = 'relu6'
const exercise = join(root, 'exercises', FOLDER)
const spec = join(exercise, 'exercise.yaml')
const statement = join(exercise, 'README.md')
const solutions = join(root, 'solutions', FOLDER)

beforeEach(async () => {
  for (const side of ['exercises', 'solutions']) {
    await rm(join(root, side), { recursive: true, force: true })
    await cp(join(packageRoot(), side, FOLDER), join(root, side, FOLDER), { recursive: true })
  }
  // What a change leaves stale there has tests of its own.
  await withoutTranslations(join(root, 'exercises', FOLDER))
})

/** Replaces the first `from`, which must be there. */
async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(from)
  await writeFile(file, text.replace(from, to))
}

/** The text of the line that each finding with these words names, of the file that it names. */
async function linesFound(words: RegExp): Promise<(string | undefined)[]> {
  const folder = join(root, 'exercises')
  const [linted] = await loadPack(folder)
  if (linted === undefined) throw new Error('the copy holds no exercise')
  const { problems } = await lintExercise(linted, benchFor(folder, sandbox))
  const found = problems.filter(({ message }) => words.test(message))
  return Promise.all(
    found.map(async ({ file, line }) => {
      const text = await readFile(join(root, file), 'utf8')
      return line === undefined ? undefined : text.split('\n')[line - 1]?.trim()
    }),
  )
}

describe('a finding names the line', () => {
  test('of the formula that is not the derivative', async () => {
    await change(spec, 'x > 0 && x < 6 ? 1 : 0', 'x > 1 ? 1 : 0')
    expect(await linesFound(/is not the derivative of relu6/)).toEqual(['formula: "x > 1 ? 1 : 0"'])
  })

  test('of the formula whose mutants survive', async () => {
    await change(spec, '[-20, 20]', '[1, 5]')
    await change(
      spec,
      '    kinks:\n      - { at: 0, accept: between-or-nan }\n      - { at: 6, accept: between-or-nan }\n',
      '',
    )
    const lines = await linesFound(/no check refuses relu6 = /)
    expect(new Set(lines)).toEqual(new Set(['formula: "relu6(x)"']))
  })

  test('of the function that no check asks about', async () => {
    const unused = '  unused:\n    signature: "(x: number) => number"\n    summary: x\n'
    await change(spec, /^ {2}drelu6:/m, `${unused}  drelu6:`)
    expect(await linesFound(/no check asks about unused/)).toEqual(['unused:'])
    expect(await linesFound(/does not show the signature of unused/)).toEqual(['```ts'])
  })

  test('of the checks where none gives points', async () => {
    const text = await readFile(spec, 'utf8')
    await writeFile(spec, text.replaceAll(/points: \d+/g, 'points: 0'))
    expect(await linesFound(/no check gives points/)).toEqual(['checks:'])
  })

  test('of the link that is broken, and of the table whose points do not add up', async () => {
    await change(statement, '## Example', 'See [more](more.md).\n\n## Example')
    await change(statement, /\| 5 +\|/, '| 6 |')
    expect(await linesFound(/links to more\.md/)).toEqual(['See [more](more.md).'])
    expect(await linesFound(/promises 11 points/)).toEqual([
      expect.stringMatching(/^\| check +\| points \|$/),
    ])
  })

  test('of the function of a solution that is wrong', async () => {
    await change(join(solutions, 'solution.ts'), '6 ? 1 : 0', '5 ? 1 : 0')
    expect(await linesFound(/is called right, but drelu6-derivative/)).toEqual([
      expect.stringMatching(/function drelu6/),
    ])
  })

  test('of the function of a mistake under another note', async () => {
    await change(join(solutions, 'mistakes/cut-off-lost.ts'), 'x <= 0 ? 0 : 1', 'relu6(x)')
    expect(await linesFound(/should be recognised as cut-off-lost/)).toEqual([
      expect.stringMatching(/^export const drelu6 = /),
    ])
  })

  test('of the name that another exercise has', async () => {
    const other = join(root, 'exercises', 'second')
    await cp(exercise, other, { recursive: true })
    const error = await loadPack(join(root, 'exercises')).catch((reason: SpecError) => reason)
    const [problem] = error instanceof SpecError ? error.problems : []
    expect(problem).toMatchObject({ file: join(other, 'exercise.yaml'), line: 3, column: 1 })
    expect(problem?.message).toBe('"relu6" already names relu6')
  })
})

describe('a finding about reference.ts names the line', () => {
  const reference = join(exercise, 'reference.ts')

  async function withReference(mistake: string): Promise<void> {
    const check = '  - { kind: call, function: clip, points: 0, reference: clip }\n'
    const clip = '  clip:\n    signature: "(X: number[]) => number[]"\n    summary: cut off at 6\n'
    await change(spec, /^ {2}drelu6:/m, `${clip}  drelu6:`)
    await change(spec, /^mistakes:/m, `${check}mistakes:`)
    await writeFile(
      reference,
      `import { defineReference, drawVector } from 'mlp-check/reference'

const each = { summary: 'x', trials: 4, inputs: (random: never) => [drawVector(random, 3)] }

export const idle = defineReference<[X: number[]]>({ ...each, exact: (X) => X } as never)

export const clip = defineReference<[X: number[]]>({
  ...each,
  exact: (X: number[]) => X.map((x) => Math.min(6, x)),
  ${mistake}
} as never)
`,
    )
  }

  test('of the export that no check asks for, and of the one with an unknown mistake', async () => {
    await withReference('mistakes: { nameless: (X: number[]) => X.slice(1) },')
    expect(await linesFound(/no check asks for idle/)).toEqual([
      expect.stringMatching(/^export const idle/),
    ])
    expect(await linesFound(/the mistake nameless has no words/)).toEqual([
      expect.stringMatching(/^export const clip/),
    ])
  })

  test('at which it throws', async () => {
    await withReference('compute: () => null.x,')
    expect(await linesFound(/TypeError/)).toContainEqual('compute: () => null.x,')
  })
})
