import { afterAll, describe, expect, test } from 'vitest'
import type { Exercise } from '../src/exercise.ts'
import { grade } from '../src/grade.ts'
import { createServices } from '../src/grading/create-services.ts'
import { referencesHere } from '../src/node/references.ts'
import { openSandbox } from '../src/node/sandbox.ts'
import { exerciseOf, OPTIONS } from './checks/judge-text.ts'
import { expectLaws } from './checks/report-laws.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())
const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))

const exercise = exerciseOf({
  functions: { f: 'x ** 2', df: { derivative: { of: 'f', in: 'x' } } },
  checks: [
    { kind: 'policy', function: 'f', points: 1, because: 'b', rules: [{ rule: 'no-math' }] },
    { kind: 'value', function: 'f', points: 2 },
    { kind: 'derivative', function: 'df', points: 3, after: ['f-value'] },
  ],
})
const RIGHT = 'export const f = (x: number) => x * x\nexport const df = (x: number) => 2 * x\n'

async function graded(text: string, options: object = {}, of: Exercise = exercise) {
  const session = sandbox.session()
  const source = { file: 'a.ts', text, siblings: {} }
  const submission = { kind: 'found' as const, path: 'a.ts', source, sha256: 'abc' }
  const job = {
    ...{ exercise: of, submission, file: 'a.ts', student: 'ada' },
    options: { ...OPTIONS, ...options },
  }
  const report = await grade(job, session, services).finally(() => session.close())
  expectLaws(report)
  return report
}

describe('a submission is judged', () => {
  test('check by check, in the order of the exercise, and added up', async () => {
    const report = await graded(RIGHT)
    expect(report).toMatchObject({
      ...{ student: 'ada', exercise: 'trial', title: 'A trial', file: 'a.ts', sha256: 'abc' },
      ...{ status: 'passed', score: 600, maxScore: 600 },
    })
    expect(report.checks.map(({ id }) => id)).toEqual(['f-policy', 'f-value', 'df-derivative'])
    expect(report).not.toHaveProperty('output')
  })

  test('as failed where a check failed, and told once', async () => {
    const report = await graded('export const f = (x: number) => Math.abs(x)')
    expect(report).toMatchObject({ status: 'failed', score: 0 })
    expect(report.checks.map(({ status }) => status)).toEqual(['failed', 'failed', 'skipped'])
  })

  test('with what it printed', async () => {
    expect((await graded(`console.log('hello')\n${RIGHT}`)).output).toBe('hello\n')
  })

  test('in what was asked for, with whatever that needs', async () => {
    const policy = await graded(RIGHT, { only: ['f-policy'] })
    expect(policy).toMatchObject({ status: 'passed', score: 100, maxScore: 100 })
    expect(policy.checks.map(({ id }) => id)).toEqual(['f-policy'])
    const df = await graded('export const df = (x: number) => 2 * x', { only: ['df'] })
    expect(df).toMatchObject({ status: 'passed', score: 300 })
  })
})

describe('what is no verdict on the answer', () => {
  test('a file that does not parse: said once, every check waits', async () => {
    const report = await graded('export const f = (')
    expect(report).toMatchObject({ status: 'failed', score: 0, maxScore: 600 })
    expect(report.checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      ...['file failed', 'f-policy skipped', 'f-value skipped', 'df-derivative skipped'],
    ])
    expect(report.checks[0]).toMatchObject({ cause: 'does-not-parse' })
  })

  test('a file that is missing: nothing runs', async () => {
    const session = { load: () => Promise.reject(new Error('nothing should run')) } as never
    const submission = {
      kind: 'fault',
      cause: 'missing-file',
      message: 'no such file',
      advice: 'look',
    } as const
    const job = { exercise, submission, file: 'a.ts', student: null, options: OPTIONS }
    const report = await grade(job, session, services)
    expectLaws(report)
    expect(report).toMatchObject({ status: 'failed', sha256: null, student: null })
    expect(report.checks[0]).toMatchObject({ cause: 'missing-file', message: 'no such file' })
  })

  test('an exercise at fault: errored, and the other checks are judged all the same', async () => {
    const faulty = exerciseOf({
      functions: { f: 'x ** 2', df: { derivative: { of: 'f', in: 'x' }, formula: 'x' } },
      checks: [
        { kind: 'derivative', function: 'df', points: 1 },
        { kind: 'value', function: 'f', points: 1 },
      ],
    })
    const report = await graded(RIGHT, {}, faulty)
    expect(report).toMatchObject({ status: 'errored', score: 100, maxScore: 200 })
    expect(report.checks[0]).toMatchObject({ status: 'errored', cause: 'exercise' })
    const wrong = await graded(RIGHT.replace('x * x', 'x'), {}, faulty)
    expect(wrong.status).toBe('failed')
  })

  test('a kind that nobody knows: the checker’s fault', async () => {
    const [check] = exercise.checks.filter(({ kind }) => kind === 'value')
    const strange = { ...exercise, checks: [{ ...check, kind: 'beauty' }] } as Exercise
    const report = await graded(RIGHT, {}, strange)
    expect(report.checks).toMatchObject([{ status: 'errored', cause: 'machine' }])
    expect(report.checks[0]?.message).toBe(
      'the checker failed, not you: there is no check kind "beauty"',
    )
  })

  test('nothing judged at all: no pass', async () => {
    const alone = {
      ...exercise,
      checks: exercise.checks.slice(2).map((check) => ({ ...check, kind: 'kink' })),
    }
    const report = await graded(RIGHT, {}, alone)
    expect(report).toMatchObject({ status: 'errored', score: 0 })
    expect(report.checks).toMatchObject([{ id: 'df-derivative', cause: 'exercise' }])
    // So few points may have missed what there is.
    const few = await graded(RIGHT, { points: 64 }, alone)
    expect(few).toMatchObject({ status: 'errored', score: 0 })
    expect(few.checks.map(({ id }) => id)).toEqual(['df-derivative', 'judged'])
  })
})
