import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJudge } from './judge.ts'

/**
 * Answers whose truth was established without this checker, by exercise, in folders `right` and
 * `wrong`. No verdict may hang on the seed.
 */
const folder = join(import.meta.dirname, '..', 'fixtures', 'answers')
const SEEDS = [7, 1]

const judge = openJudge()

describe.each(readdirSync(folder))('answers to %s', (exercise) => {
  const answers = (['right', 'wrong'] as const).flatMap((truth) =>
    filesIn(join(folder, exercise, truth)).map((file) => ({ truth, file })),
  )
  it.each(answers)('$truth/$file', async ({ truth, file }) => {
    const source = readFileSync(join(folder, exercise, truth, file), 'utf8')
    const verdicts: string[] = []
    for (const seed of SEEDS) verdicts.push((await judge.report(exercise, source, seed)).status)
    const verdict = truth === 'right' ? 'passed' : 'failed'
    expect(verdicts, source.split('\n')[0]).toEqual(SEEDS.map(() => verdict))
  })
})

function filesIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
