import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { needingLinks } from '../machine.ts'
import { mlpCheck } from './command.ts'
import { folderWith } from './folders.ts'

/**
 * Where a mistake lies is one place, whoever shows it: every reporter that points at lines is held
 * against the repository itself, wherever in it the command was started.
 */

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const right = readFileSync(join(solutions, 'solution.ts'), 'utf8')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')
const split = `export { dtanh } from './lib/derivative.ts'\n${wrong.split('export const dtanh')[0]}`

/** A monorepo of answers, a folder for each student, one of whom has the mistake in a second file. */
function monorepo(): string {
  const root = folderWith({
    'homework/ann/ex1.ts': wrong,
    'homework/ben/src/tanh.ts': split,
    'homework/ben/src/lib/derivative.ts': wrong,
    'homework/cleo/ex1.ts': right,
  })
  mkdirSync(join(root, '.git'))
  return root
}

interface Places {
  readonly github: readonly string[]
  readonly junit: readonly string[]
  readonly sarif: readonly string[]
}

async function placesOf(run: (reporters: readonly string[]) => Promise<{ stdout: string }>) {
  const folder = folderWith({})
  const [junit, sarif] = [join(folder, 'junit.xml'), join(folder, 'a.sarif')]
  const words = [`junit=${junit}`, `sarif=${sarif}`, 'github'].flatMap((it) => ['--reporter', it])
  const { stdout } = await run([...words, '--junit-dialect', 'github'])
  const log = JSON.parse(readFileSync(sarif, 'utf8'))
  return {
    github: [...stdout.matchAll(/^::error file=([^,]*),line=(\d+)/gm)].map(placeText),
    junit: [
      ...readFileSync(junit, 'utf8').matchAll(
        /file="([^"]*)" line="(\d+)" time="0.000">\n *<fail/g,
      ),
    ].map(placeText),
    sarif: log.runs[0].results.map((result: Result) => {
      const { artifactLocation, region } = result.locations[0].physicalLocation
      return `${artifactLocation.uri}:${region.startLine}`
    }),
  } satisfies Places
}

interface Result {
  readonly locations: readonly [
    { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } },
  ]
}

const placeText = ([, file, line]: RegExpMatchArray) => `${file}:${line}`
const line = 1 + wrong.slice(0, wrong.indexOf('export const dtanh')).split('\n').length - 1

describe('a report of a class', () => {
  it.each([
    ['the root', '.', 'homework'],
    ['the folder of the class', 'homework', '.'],
    ['beside it', 'elsewhere', '../homework'],
  ])('points from the root of the repository, started in %s', async (_where, cwd, input) => {
    const root = monorepo()
    mkdirSync(join(root, 'elsewhere'))
    const start = join(root, cwd)
    const places = await placesOf((reporters) =>
      mlpCheck(start, 'batch', input, '--exercise', 'ex1', '--workers', '1', ...reporters),
    )
    const derivatives = [
      `homework/ann/ex1.ts:${line}`,
      `homework/ben/src/lib/derivative.ts:${line}`,
    ]
    expect(places.github).toEqual(derivatives)
    for (const found of [places.junit, places.sarif]) {
      expect(found).toEqual(expect.arrayContaining(derivatives))
      for (const place of found) expect(place).toMatch(/^homework\/(ann|ben)\//)
    }
  })

  it('that was saved points to the same places when it is shown again', async () => {
    const root = monorepo()
    await mlpCheck(root, 'batch', 'homework', '--exercise', 'ex1', '--out', 'out')
    const shownAgain = (record: string) =>
      placesOf((reporters) => mlpCheck(root, 'report', record, ...reporters))
    const places = await shownAgain('out/report.json')
    expect(places.github).toContain(`homework/ben/src/lib/derivative.ts:${line}`)
    for (const place of places.sarif) expect(place).toMatch(/^homework\//)
    // A student's own record has the places as the student knows them.
    const own = await shownAgain('out/students/ben.json')
    expect(own.github).toContain(`src/lib/derivative.ts:${line}`)
  })

  it('follows the rules of the course, and counts who is missing', async () => {
    const root = folderWith({
      'homework/ann/ex1.ts': wrong,
      'class.csv': 'student,name\nann,Ann\ndora,Dora\n',
      'course.yaml': 'visibility:\n  dtanh-derivative: hidden\n',
    })
    const words = ['--exercise', 'ex1', '--roster', 'class.csv', '--course', 'course.yaml']
    const files = ['junit', 'sarif', 'markdown', 'tap'].map((name) => `${name}=${join(root, name)}`)
    const asked = [...files, 'github'].flatMap((it) => ['--reporter', it])
    const run = await mlpCheck(root, 'batch', 'homework', ...words, ...asked)
    const texts = ['junit', 'sarif', 'markdown', 'tap'].map((name) =>
      readFileSync(join(root, name), 'utf8'),
    )
    for (const text of [run.stdout.slice(run.stdout.indexOf('::')), ...texts]) {
      expect(text).not.toMatch(/should be 1, but yours is -1|opposite sign/)
    }
    expect(texts[0]).toContain('ex1: dora')
    expect(texts[0]).toContain('Nothing was found for this exercise.')
  })

  it.each([
    [['--reporter', 'gradescope=x.json'], 'is for one submission'],
    [['--reporter', 'junit'], 'give it a file'],
    [['--reporter', 'sarf=x'], 'Did you mean'],
    [['--reporter', 'junit=x.xml', '--shard', '1/2', '--out', 'out'], 'mlp-check merge'],
  ])('is refused with a sentence where it makes no sense: %j', async (words, sentence) => {
    const run = await mlpCheck(monorepo(), 'batch', 'homework', ...words)
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) })
  })
})

describe('a report of one answer', () => {
  it.each([
    ['.', 'homework/ann/ex1.ts'],
    ['homework', 'ann/ex1.ts'],
    ['homework/ann', 'ex1.ts'],
    ['homework/ben', '../ann/ex1.ts'],
  ])('points from the root of the repository, started in %s', async (cwd, file) => {
    const root = monorepo()
    const { github, junit, sarif } = await placesOf((reporters) =>
      mlpCheck(join(root, cwd), 'check', 'ex1', file, ...reporters),
    )
    expect(github).toEqual([`homework/ann/ex1.ts:${line}`])
    for (const place of [...junit, ...sarif]) expect(place).toMatch(/^homework\/ann\/ex1\.ts:/)
  })

  it('is the same alert when the line moves', async () => {
    const root = monorepo()
    const prints = async (text: string) => {
      writeFileSync(join(root, 'homework', 'ann', 'ex1.ts'), text)
      await mlpCheck(
        root,
        'check',
        'ex1',
        'homework/ann/ex1.ts',
        '--reporter',
        `sarif=${join(root, 'a.sarif')}`,
      )
      const { results } = JSON.parse(readFileSync(join(root, 'a.sarif'), 'utf8')).runs[0]
      return results.map(({ ruleId, partialFingerprints }: Record<string, unknown>) => [
        ruleId,
        partialFingerprints,
      ])
    }
    const before = await prints(wrong)
    expect(before.length).toBeGreaterThan(0)
    expect(await prints(`\n\n// moved\n${wrong}`)).toEqual(before)
  })
})

needingLinks().describe('the root of a workspace that is reached through a link', () => {
  it('is the same root', async () => {
    const root = monorepo()
    const link = `${root}-linked`
    renameSync(join(root, '.git'), join(root, 'git'))
    symlinkSync(root, link)
    const previous = process.env.GITHUB_WORKSPACE
    process.env.GITHUB_WORKSPACE = link
    try {
      const { github } = await placesOf((reporters) =>
        mlpCheck(join(root, 'homework'), 'check', 'ex1', 'ann/ex1.ts', ...reporters),
      )
      expect(github).toEqual([`homework/ann/ex1.ts:${line}`])
    } finally {
      if (previous === undefined) delete process.env.GITHUB_WORKSPACE
      else process.env.GITHUB_WORKSPACE = previous
    }
  })
})
