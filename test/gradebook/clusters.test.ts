import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/gradebook/behaviour.ts'
import { clustersOf } from '../../src/gradebook/clusters.ts'
import { submissionsOf } from '../../src/gradebook/gradebook.ts'
import { passRates, scoreBins } from '../../src/gradebook/statistics.ts'
import { exercise, gradebookOf } from './example-gradebook.ts'

describe('clusters', () => {
  const input = gradebookOf(300)
  const clusters = clustersOf(input)
  const of = (kind: string) => clusters.filter((cluster) => cluster.kind === kind)
  const submissions = submissionsOf(input)
  const failed = submissions.filter(({ row }) => row.status === 'failed')

  it('put a known mistake together', () => {
    expect(of('note')).toHaveLength(1)
    expect(of('note')[0]).toMatchObject({
      note: 'sign',
      function: 'dtanh',
      text: 'the opposite sign',
    })
    const named = failed.filter(({ row }) => row.checks.some(({ note }) => note === 'sign'))
    expect(of('note')[0]?.members).toHaveLength(named.length)
  })

  it('put unexplained failures of the same values together, and explained ones nowhere else', () => {
    expect(of('behaviour')).toHaveLength(3)
    const members = [...of('note'), ...of('behaviour')].flatMap((cluster) => cluster.members)
    expect(members).toHaveLength(failed.length)
    expect(new Set(members).size).toBe(failed.length)
  })

  it('put the same code together', () => {
    expect(of('likeness')).toHaveLength(50)
  })

  it('take the one answer of a group for no likeness among its members', () => {
    const people = input.people.slice(0, 50).flatMap((one) => [one, { ...one, key: `${one.key}b` }])
    const kinds = clustersOf({ people }).map(({ kind }) => kind)
    expect(kinds).not.toContain('likeness')
  })

  it('accuse nobody for what is the starter’s', () => {
    const own = new Set(submissions.flatMap(({ row }) => row.fingerprints))
    const kinds = clustersOf({ ...input, starters: new Map([['ex1', own]]) }).map(
      ({ kind }) => kind,
    )
    expect(kinds).not.toContain('likeness')
  })
})

describe('statistics', () => {
  it('count every submission once', () => {
    const submissions = submissionsOf(gradebookOf(123))
    const bins = scoreBins(submissions)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(123)
    for (const { passed, decided } of passRates(exercise, submissions)) {
      expect(decided).toBe(123)
      expect(passed).toBeLessThanOrEqual(decided)
    }
  })
})

describe('the fingerprint of values', () => {
  it('does not see rounding errors, and sees anything else', () => {
    const values = Float64Array.from({ length: 500 }, (_, index) => Math.tanh(index / 50 - 5))
    const noisy = values.map((value) => value * (1 + 2 ** -50))
    expect(fingerprint(noisy)).toBe(fingerprint(values))
    expect(fingerprint(values.map((value) => -value))).not.toBe(fingerprint(values))
    expect(fingerprint(values.map(() => Number.NaN))).not.toBe(fingerprint(values))
  })
})
