import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/checks/define-check.ts'
import { checkReport, faultyFile, judged } from '../../src/grading/check-report.ts'
import type { CheckReport } from '../../src/report/report.ts'
import { checkCalled, contextOf, PASSED, PLACE, square, WRONG } from './stub.ts'

const value = checkCalled('f-value')
const report = (outcome: Outcome, change: object = {}) =>
  checkReport(contextOf('f-value', { spec: { ...value, ...change } }), outcome)

describe('an outcome becomes a report', () => {
  test('with the words and the points of the exercise', async () => {
    expect(await report(PASSED)).toEqual({
      ...{ id: 'f-value', kind: 'value', function: 'f', title: 'f: value', status: 'passed' },
      ...{ score: 300, maxScore: 300, message: 'right at all 2 points', says: PASSED.says },
      ...{ points: { tested: 2, failed: 0 }, evidence: [] },
    })
  })

  test('with what is waited for, and whom it is shown to', async () => {
    const more = { after: ['df-derivative'], visibility: 'after-due-date' as const }
    expect(await report(PASSED, more)).toMatchObject(more)
    expect(await report(PASSED)).not.toHaveProperty('after')
    expect(await report(PASSED)).not.toHaveProperty('visibility')
  })

  test('without a function where it asks about the whole file', async () => {
    const { function: _, ...whole } = value
    const found = await checkReport(contextOf('f-value', { spec: whole }), WRONG)
    expect(found).not.toHaveProperty('function')
    expect(found.evidence).toMatchObject([{ kind: 'reproduce' }])
  })
})

describe('what failed', () => {
  test('says why, shows the line of its function, and how to see it again', async () => {
    const { cause, score, evidence } = await report(WRONG)
    expect({ cause, score }).toEqual({ cause: 'wrong-answer', score: 0 })
    expect(evidence).toMatchObject([PLACE, { kind: 'reproduce' }])
  })

  test.each<[string, Partial<Outcome>, object]>([
    ['one line is told already', { evidence: [PLACE] }, {}],
    ['it never answered', { cause: 'crashed' }, {}],
    ['it is a proof, which has places of its own', {}, { kind: 'proof' }],
  ])('and no line of its function where %s', async (_, outcome, spec) => {
    const { evidence } = await report({ ...WRONG, ...outcome }, spec)
    const added = evidence.slice((outcome.evidence ?? []).length)
    expect(added.map(({ kind }) => kind)).toEqual(['reproduce'])
  })

  test('nor where nobody knows it', async () => {
    const loaded = { found: () => undefined }
    const { evidence } = await checkReport(contextOf('f-value', loaded), WRONG)
    expect(evidence.map(({ kind }) => kind)).toEqual(['reproduce'])
  })

  test('carries the note of the mistake that it is', async () => {
    const note = { kind: 'note', note: 'n', title: 't', hint: 'h', by: 'values' } as const
    const found = await report({ ...WRONG, recognition: note })
    expect(found.note).toBe('n')
    expect(found.evidence[0]).toEqual(note)
  })
})

describe('a check that only warns', () => {
  const warns = { severity: 'warning' }

  test('passes what is wrong, and says so', async () => {
    const { status, warning, score, cause, message } = await report(WRONG, warns)
    expect({ status, warning, score }).toEqual({ status: 'passed', warning: true, score: 300 })
    expect(cause).toBeUndefined()
    expect(message).toBe('f(1, alpha = 2) should be 2, but yours is 3')
  })

  test.each([
    ...['crashed', 'did-not-finish', 'out-of-memory', 'not-deterministic', 'missing-export'],
  ] as const)('forgives nobody who never answered: %s', async (cause) => {
    const found = await report({ ...WRONG, cause }, warns)
    expect(found).toMatchObject({ status: 'failed', cause, score: 0 })
    expect(found.warning).toBeUndefined()
  })

  test('nor what is wrong and not merely fragile', async () => {
    const found = await report({ ...WRONG, neverWarns: true }, warns)
    expect(found).toMatchObject({ status: 'failed', score: 0 })
  })

  test('says nothing of what passed or was skipped', async () => {
    expect(await report(PASSED, warns)).not.toHaveProperty('warning')
    const skipped = await report({ ...PASSED, status: 'skipped' }, warns)
    expect(skipped).toMatchObject({ status: 'skipped', score: 0 })
    expect(skipped).not.toHaveProperty('warning')
  })
})

describe('a share of the points', () => {
  test.each([
    [300, 5 / 6, 250],
    [300, 2 / 3, 200],
    [100, 1 / 3, 33],
    [100, 0.999_99, 99],
    [100, 1, 100],
    [0, 0.5, 0],
  ])('of %i hundredths, %f, is %i', async (points, share, score) => {
    const partly = await report({ ...WRONG, share }, { points })
    expect(partly.score).toBe(score)
  })

  test('is whole, and grows with it', () => {
    const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2000))
    return fc.assert(
      fc.asyncProperty(shares, async ([share, points]) => {
        const { score } = await report({ ...WRONG, share }, { points })
        expect(Number.isInteger(score)).toBe(true)
        expect(score).toBeLessThanOrEqual(points)
        expect(score).toBeGreaterThan(points * share - 1)
      }),
      { seed: 1 },
    )
  })

  test('is all or nothing where none is said', async () => {
    expect((await report({ ...PASSED, status: 'skipped', share: 1 })).score).toBe(300)
    expect((await report({ ...PASSED, status: 'errored' })).score).toBe(0)
  })
})

describe('a file that cannot be judged', () => {
  const fault = { kind: 'fault', cause: 'does-not-parse', message: 'Unexpected token' } as const

  test('is told once, in front of its checks, which wait for it', () => {
    const [file, ...checks] = faultyFile(fault, square.checks)
    expect(file).toMatchObject({
      ...{ id: 'file', kind: 'file', status: 'failed', cause: 'does-not-parse', maxScore: 0 },
      ...{ message: 'Unexpected token', evidence: [] },
    })
    expect(checks.map(({ id }) => id)).toEqual(square.checks.map(({ id }) => id))
    for (const check of checks) {
      expect(check).toMatchObject({ status: 'skipped', cause: 'dependency', score: 0 })
      expect(check.message).toBe('not judged: needs a file that can be judged')
    }
    expect(checks.reduce((sum, { maxScore }) => sum + maxScore, 0)).toBe(800)
  })

  test('with its line and what to do', () => {
    const [file] = faultyFile({ ...fault, place: PLACE, advice: 'Close it.' }, [])
    expect(file?.evidence).toEqual([PLACE, { kind: 'remark', text: 'Close it.' }])
  })

  test('keeps what is said of its checks', () => {
    const more = { after: ['df-derivative'], visibility: 'hidden' as const }
    const { function: _, ...whole } = value
    const [, check] = faultyFile(fault, [{ ...whole, ...more }])
    expect(check).toMatchObject(more)
    expect(check).not.toHaveProperty('function')
  })
})

describe('where nothing was judged', () => {
  const skipped = { status: 'skipped' } as CheckReport
  test('that is said, and is no pass', () => {
    const [, nothing] = judged([skipped])
    expect(nothing).toMatchObject({ id: 'judged', status: 'errored', cause: 'machine' })
    expect(nothing?.message).toMatch(/^nothing was judged, so nothing has passed/)
  })

  test('and not said where something was', () => {
    const reports = [skipped, { status: 'passed' } as CheckReport]
    expect(judged(reports)).toBe(reports)
  })
})
