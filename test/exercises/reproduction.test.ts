import { basename } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { grade } from '../../src/grade.ts'
import { askedOptions } from '../../src/grading/asked-options.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'
import type { CheckReport, SubmissionReport } from '../../src/report/report.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { readSubmission } from '../../src/source/find-submission.ts'
import { mistakeFiles } from '../mistakes/shipped-solutions.ts'

const pack = builtInPack()
const services = createServices({ cache: false, backend: 'tfjs', env: {} })
const sandbox = openSandbox()
afterAll(() => sandbox.close())

/** Judges as the words of a command line say. */
async function judge(path: string, exercise: string, words: readonly string[] = []) {
  const after = (flag: string) => words.flatMap((word, i) => (word === flag ? words[i + 1] : []))
  const [seed = 7] = after('--seed')
  const [only, at] = [after('--only'), after('--at')]
  const written = {
    seed,
    points: 512,
    ...(only.length > 0 && { only }),
    ...(at.length > 0 && { at }),
  }
  const session = sandbox.session()
  const job = {
    exercise: pack.load(findExercise(pack, exercise)),
    submission: await readSubmission(path, 'answer.ts'),
    file: 'answer.ts',
    student: null,
    options: askedOptions(written, (option) => option),
  }
  return grade(job, session, services).finally(() => session.close())
}

function failed({ checks }: SubmissionReport): readonly CheckReport[] {
  return checks.filter(({ status, cause }) => status === 'failed' && cause === 'wrong-answer')
}

function evidenceOf<K extends string>(check: CheckReport, kind: K) {
  return check.evidence.find((item) => item.kind === kind)
}

describe('the line that shows a failure again', () => {
  const mistakes = pack.entries.flatMap(({ id, folder }) =>
    mistakeFiles(folder).map((path) => [id, basename(path), path] as const),
  )
  it.each(mistakes)('does so for %s %s', async (exercise, _name, path) => {
    const whole = await judge(path, exercise)
    for (const check of failed(whole)) {
      const line = evidenceOf(check, 'reproduce')
      if (line?.kind !== 'reproduce') throw new Error(`${check.id} has no line`)
      const words = line.command.split(' ')
      expect(words.slice(0, 2)).toEqual(['mlp-check', exercise])
      const again = await judge(path, exercise, words.slice(2))
      const same = again.checks.find(({ id }) => id === check.id)
      expect(same, line.command).toMatchObject({ status: 'failed', cause: check.cause })
      const [first, second] = [
        evidenceOf(check, 'counterexample'),
        evidenceOf(same as CheckReport, 'counterexample'),
      ]
      expect(second, line.command).toEqual(first)
      if (words.includes('--at')) expect(same?.points.tested).toBeLessThan(100)
    }
  })
})
