import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseState } from '../../../src/progress/remembered.ts'
import { answerOf, isEmpty, parseWork, printWork } from '../../../src/progress/saved-work.ts'
import type { SubmissionReport } from '../../../src/report/report.ts'
import {
  standingOf,
  withAnswer,
  withHint,
  withJudgement,
  withWork,
} from '../../../src/site/page/work.ts'

const nothing = parseWork('')
const judged = (status: SubmissionReport['status'], sha256 = 'a') =>
  ({ exercise: 'ex1', status, sha256 }) as SubmissionReport

describe('the work in a browser', () => {
  it('comes back as it was saved, whatever the answers hold', () => {
    const works = fc.dictionary(fc.string(), fc.string()).map((answers) => {
      const start = withJudgement(withHint(nothing, 'ex1', 2), judged('passed'))
      return Object.entries(answers).reduce((work, [id, text]) => withAnswer(work, id, text), start)
    })
    fc.assert(
      fc.property(works, (work) => {
        expect(parseWork(printWork(work))).toEqual(work)
      }),
      { seed: 20_261_127 },
    )
  })

  it('is what a workspace remembers, with the answers beside it', () => {
    const work = withJudgement(
      withAnswer(withHint(nothing, 'ex1', 2), 'ex1', 'x'),
      judged('passed'),
    )
    expect(parseState(printWork(work))).toEqual({
      version: 1,
      exercises: { ex1: { status: 'passed', sha256: 'a', attempts: 1, hints: 2 } },
    })
  })

  it.each(['', 'null', '[]', '7', '{"answers":7}', '{"version":2,"answers":{"a":7}}'])(
    'is nothing where the file holds nothing: %s',
    (text) => {
      expect(isEmpty(parseWork(text))).toBe(true)
    },
  )

  it('knows where one stands', () => {
    expect(standingOf(nothing, 'ex1')).toBe('untouched')
    const begun = withAnswer(nothing, 'ex1', 'x')
    expect(standingOf(begun, 'ex1')).toBe('failed')
    const passed = withJudgement(begun, judged('passed'))
    expect(standingOf(passed, 'ex1')).toBe('passed')
    expect(standingOf(withJudgement(passed, judged('failed', 'b')), 'ex1')).toBe('failed')
    expect(standingOf(withAnswer(passed, 'ex1', undefined), 'ex1')).toBe('untouched')
  })

  it('counts what is judged while somebody types as one attempt', () => {
    const texts = ['a', 'b', 'c'].map((sha256) => judged('failed', sha256))
    const work = texts.reduce(withJudgement, withAnswer(nothing, 'ex1', 'x'))
    expect(work.exercises.ex1?.attempts).toBe(1)
  })

  it('takes from a file what it has, and keeps the rest', () => {
    const mine = withAnswer(withAnswer(nothing, 'ex1', 'mine'), 'ex2', 'mine')
    const both = withWork(mine, withAnswer(nothing, 'ex2', 'theirs'))
    expect([answerOf(both, 'ex1'), answerOf(both, 'ex2')]).toEqual(['mine', 'theirs'])
  })

  it('has no answer to what every object has a name for', () => {
    expect(answerOf(nothing, 'constructor')).toBeUndefined()
    expect(standingOf(nothing, '__proto__')).toBe('untouched')
  })
})
