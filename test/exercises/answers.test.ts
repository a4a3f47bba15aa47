import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SubmissionReport } from '../../src/report/report.ts'
import { openJudge } from './judge.ts'
import { falseSentencesIn } from './sentences.ts'

/**
 * Answers whose truth was established without this checker, by exercise, in folders `right` and
 * `wrong`. No verdict may hang on the seed, and no sentence about one is false.
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
    const reports: SubmissionReport[] = []
    for (const seed of SEEDS) reports.push(await judge.report(exercise, source, seed))
    const verdict = truth === 'right' ? 'passed' : 'failed'
    const verdicts = reports.map(({ status }) => status)
    expect(verdicts, source.split('\n')[0]).toEqual(SEEDS.map(() => verdict))
    expect(reports.flatMap(falseSentencesIn)).toEqual([])
  })
})

function filesIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
