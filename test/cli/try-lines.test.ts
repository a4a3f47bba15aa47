import { copyFileSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

const folder = join(packageRoot(), 'test/fixtures/beginners')
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))

const pack = builtInPack()
const ids = new Set(
  pack.entries.flatMap(({ id }) =>
    pack.load(findExercise(pack, id)).checks.map((check) => check.id),
  ),
)

/** The commands below "Try:", as a shell would take them apart. */
function tried(report: string): readonly (readonly string[])[] {
  const [, after = ''] = report.split('\nTry:\n')
  const lines = (after.split('\n\n')[0] ?? '').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [command = ''] = line.trim().split(/ {2,}/)
    const words = command.match(/'[^']*'|[^ ]+/g) ?? []
    return words.map((word) => word.replace(/^'(.*)'$/, '$1'))
  })
}

/** The section that tells the first failure, up to what it suggests. */
function section(report: string): string {
  const start = report.search(/^── (?!types )/m)
  return report.slice(start).split('\nTry:\n')[0] ?? ''
}

/** What was put in, what came out and what should have, wherever a section says it. */
function counterexample(report: string): readonly string[] {
  const rows =
    section(report)
      .split('\n\n')
      .find((block) => /^ {4}yours /m.test(block)) ?? ''
  return rows.split('\n').filter((line) => /^ {4}(?!TensorFlow|difference)/.test(line))
}

describe('what a report suggests can be run, and shows what it promises', () => {
  it.each(files)('%s, in a folder whose name has blanks', async (name) => {
    const cwd = await emptyFolder()
    const file = `my ${name}`
    copyFileSync(join(folder, name), join(cwd, file))
    const exercise = name.split('.')[0] as string
    const first = await runCli([exercise, file], { cwd, columns: 100 })
    expect(withoutSuggestions(first.stdout)).not.toMatch(anyId())
    const commands = tried(first.stdout)
    for (const [program, ...argv] of commands) {
      expect(program).toBe('mlp-check')
      const again = await runCli(argv, { cwd, columns: 100 })
      const [word] = argv
      if (word === 'hint' || word === 'show') expect(again.code, argv.join(' ')).toBe(0)
      else {
        expect(again.code, argv.join(' ')).toBe(first.code)
        expect(counterexample(again.stdout), argv.join(' ')).toEqual(counterexample(first.stdout))
        expect(section(again.stdout).split('\n')[0]).toBe(section(first.stdout).split('\n')[0])
      }
    }
  })
})

describe('whatever names an exercise of another pack says where it is', () => {
  const packs = ['--exercises', join(packageRoot(), 'packs/d2l-more/exercises')]
  const answer = 'export const adam = (gradients: number[], rate: number) => gradients\n'
  it.each([
    ['a failure', ['adam', 'adam.ts'], 1, answer],
    ['a file not begun', ['adam', 'adam.ts'], 1, undefined],
    ['a hint', ['hint', 'adam'], 0, answer],
    ['the list', ['list'], 0, answer],
  ] as const)('%s', async (_what, argv, code, text) => {
    const cwd = await emptyFolder()
    const starter = await runCli(['show', 'adam', '--starter', ...packs], { cwd })
    await writeFile(join(cwd, 'adam.ts'), text ?? starter.stdout)
    const first = await runCli([...argv, ...packs], { cwd, columns: 300 })
    expect(first.code).toBe(code)
    const commands = [...first.stdout.matchAll(/mlp-check ((?:show|hint|adam) [^\n]*)/g)]
    expect(commands).not.toEqual([])
    for (const [, words = ''] of commands) {
      const [command = ''] = words.split(/ {2}| prints/)
      const again = await runCli(command.split(' '), { cwd })
      expect(again.stderr, command).toBe('')
    }
  })
})

function withoutSuggestions(report: string): string {
  return report.replace(/\nTry:\n(?:.+\n?)*/g, '')
}

/** An id such as `dtanh-derivative`; some are a word that a sentence may use as well. */
function anyId(): RegExp {
  const told = [...ids].filter((id) => id.includes('-'))
  return new RegExp(`(?<![\\w./-])(${told.join('|')})(?![\\w-])`)
}

describe('no screen shows the id of a check where a sentence is wanted', () => {
  it.each([
    ['list'],
    ...pack.entries.flatMap(({ id }) => [
      ['show', id],
      ['hint', id],
    ]),
    ['ex1', '--only', 'dtanhh'],
    ['ex1', '--at', '1,beta=2'],
    ['ex1', 'nowhere.ts'],
    ['ex99'],
  ])('%s %s', async (...argv) => {
    const { stdout, stderr } = await runCli(argv.filter(Boolean), { cwd: await emptyFolder() })
    expect(stdout + stderr).not.toMatch(anyId())
  })
})
