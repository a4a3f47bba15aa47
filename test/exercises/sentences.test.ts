import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInPack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import { mistakeFiles, rightFiles } from '../mistakes/shipped-solutions.ts'
import { exampleReport } from '../reporters/example-report.ts'
import { openJudge } from './judge.ts'
import { blundersIn, untruthsIn } from './untruths.ts'

/**
 * Every sentence that the corpus brings forth, held against the numbers beside it: solutions,
 * mistakes, starters, and the answers whose truth is known.
 */
const judge = openJudge({ watchLooks: 4 })
const terminal = await loadReporter('terminal')
const answers = join(import.meta.dirname, '..', 'fixtures', 'answers')

const corpus = builtInPack().entries.flatMap(({ id, folder }) =>
  [
    ...rightFiles(folder),
    ...mistakeFiles(folder),
    join(packageRoot(), 'exercises', folder, 'starter.ts'),
    ...['right', 'wrong'].flatMap((truth) => filesIn(join(answers, id, truth))),
  ].map((path) => [id, basename(path), path] as const),
)

describe('no sentence is false', () => {
  it.each(corpus)('%s %s', async (exercise, _name, path) => {
    const report = await judge.report(exercise, readFileSync(path, 'utf8'))
    expect(untruthsIn(report)).toEqual([])
    // Some are called as their exercise is, whose title is a word.
    const words = report.title.toLowerCase().split(/\W+/)
    const names = report.checks.flatMap((check) => check.function ?? [])
    const renamed = names.filter((name) => !words.includes(name.toLowerCase()))
    const text = String(terminal.render(exampleReport({ submissions: [report] }), plainOptions))
    expect(blundersIn(text, renamed)).toEqual([])
  })
})

function filesIn(path: string): string[] {
  try {
    return readdirSync(path).map((name) => join(path, name))
  } catch {
    return []
  }
}
