import { basename } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../src/cli/exit-code.ts'
import { grade } from '../../src/grade.ts'
import { askedOptions } from '../../src/grading/asked-options.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { readSubmission } from '../../src/node/find-submission.ts'
import { referencesHere } from '../../src/node/references.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'
import type { CheckReport, SubmissionReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { hideChecks } from '../../src/reporters/hide-checks.ts'
import { loadReporter, reporterNames } from '../../src/reporters/index.ts'
import { mistakeFiles, rightFiles } from '../mistakes/shipped-solutions.ts'
import { exampleReport } from '../reporters/example-report.ts'
import { falseSentencesIn } from './sentences.ts'

const pack = builtInPack()
const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))
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

/** Each solution and mistake is judged once for all tests. */
const judged = new Map<string, Promise<SubmissionReport>>()
function wholeReport(path: string, exercise: string): Promise<SubmissionReport> {
  const report = judged.get(path) ?? judge(path, exercise)
  judged.set(path, report)
  return report
}

const mistakes = pack.entries.flatMap(({ id, folder }) =>
  mistakeFiles(folder).map((path) => [id, basename(path), path] as const),
)

const solutions = pack.entries.flatMap(({ id, folder }) =>
  rightFiles(folder).map((path) => [id, basename(path), path] as const),
)

describe('no sentence is false', () => {
  it.each([...solutions, ...mistakes])('about %s %s', async (exercise, _name, path) => {
    expect(falseSentencesIn(await wholeReport(path, exercise))).toEqual([])
  })
})

describe('the line that shows a failure again', () => {
  it.each(mistakes)('does so for %s %s', async (exercise, _name, path) => {
    const whole = await wholeReport(path, exercise)
    for (const check of whole.checks.filter(isWrong)) {
      const line = evidenceOf(check, 'reproduce')
      if (line?.kind !== 'reproduce') throw new Error(`${check.id} has no line`)
      const words = line.command.split(' ')
      expect(words.slice(0, 2)).toEqual(['mlp-check', exercise])
      const again = await judge(path, exercise, words.slice(2))
      const same = again.checks.find(({ id }) => id === check.id) as CheckReport
      expect(same, line.command).toMatchObject({ status: 'failed', cause: check.cause })
      const examples = [check, same].map((one) => evidenceOf(one, 'counterexample'))
      expect(examples[1], line.command).toEqual(examples[0])
      if (words.includes('--at')) expect(same.points.tested).toBeLessThan(100)
    }
  })
})

function isWrong({ status, cause }: CheckReport): boolean {
  return status === 'failed' && cause === 'wrong-answer'
}

function evidenceOf(check: CheckReport, kind: string) {
  return check.evidence.find((item) => item.kind === kind)
}

/**
 * Of two submissions that differ in nothing but a hidden check's verdict and what follows from it,
 * students read the same.
 */
describe('a hidden check', () => {
  let alike = 0
  it.each(mistakes)('cannot be guessed from what %s %s shows', async (exercise, _name, path) => {
    const [solution = ''] = rightFiles(pack.entries.find(({ id }) => id === exercise)?.folder ?? '')
    const right = await wholeReport(solution, exercise)
    const mistaken = await wholeReport(path, exercise)
    const twin = ({ id }: CheckReport) => right.checks.find((check) => check.id === id)
    const differs = (check: CheckReport) => said(check) !== said(twin(check))
    const apart = new Set(mistaken.checks.filter(differs).map(({ id }) => id))
    // What both say is said in the same words: their code is not what is compared.
    const checks = mistaken.checks.map((check) => (differs(check) ? check : (twin(check) ?? check)))
    const wrong = { ...mistaken, checks }
    for (const id of apart) {
      const [first, second] = [right, wrong].map((one) => hiding(one, id))
      const rows = [first, second].map((one) => one?.submissions[0]?.checks ?? [])
      // Which rows are hidden does not depend on the verdict either.
      expect(rows[1]?.map(({ kind }) => kind === 'hidden')).toEqual(
        rows[0]?.map(({ kind }) => kind === 'hidden'),
      )
      const shown = (index: number) => rows[1]?.[index]?.kind !== 'hidden'
      if (wrong.checks.some((check, index) => apart.has(check.id) && shown(index))) continue
      alike++
      for (const locale of ['en', 'zh-CN']) {
        expect(await everyText(wrong, id, locale)).toEqual(await everyText(right, id, locale))
      }
      const codes = [first, second].map((one) => one && exitCodeOf(one))
      expect(codes[1]).toBe(codes[0])
    }
  })

  it('was looked at: most mistakes differ from the solution in one verdict and what follows', () => {
    expect(alike).toBeGreaterThan(mistakes.length / 2)
  })
})

function said(check: CheckReport | undefined): string {
  return JSON.stringify([check?.status, check?.score, check?.message])
}

function hiding(submission: SubmissionReport, id: string) {
  return hideChecks(withHidden(submission, id))
}

function withHidden(submission: SubmissionReport, id: string) {
  const checks = submission.checks.map((check) =>
    check.id === id ? { ...check, visibility: 'hidden' as const } : check,
  )
  const { output: _, ...rest } = submission
  const same = { file: 'answer.ts', sha256: null, durationMs: 1 }
  return exampleReport({ submissions: [{ ...rest, ...same, checks }] })
}

/** What students read, by every reporter that is for them. */
async function everyText(submission: SubmissionReport, id: string, locale: string) {
  const report = withHidden(submission, id)
  const texts = reporterNames.map(async (name) => {
    const reporter = await loadReporter(name)
    if (reporter.audience !== 'student') return [name, '']
    const environment = { GITHUB_STEP_SUMMARY: 'summary.md' }
    const options = { ...plainOptions, locale, environment }
    return [name, reporter.render(report, options), reporter.additions?.(report, options)]
  })
  return Promise.all(texts)
}
