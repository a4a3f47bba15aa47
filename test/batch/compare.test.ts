import { describe, expect, it } from 'vitest'
import { compareRuns } from '../../src/batch/compare/compare-runs.ts'
import { studentNamed } from '../../src/batch/layouts/layout.ts'
import { parseRunRecord, runRecordJson } from '../../src/batch/out/run-record.ts'
import { type Piece, runOf, type Texts } from './out/run-of.ts'

const ROSTER = 'Name,ID\nJane Doe,1\nAl Roe,2\n'
const header = {
  tool: { version: '1' },
  backend: { name: 'tfjs', version: '1' },
  node: '20',
  seed: 7,
  pointScale: 100,
}

function recordOf(pieces: readonly Piece[], texts: Texts = {}, changes: object = {}) {
  const run = { ...runOf(pieces, { roster: ROSTER, ...texts }), header, ...changes }
  return parseRunRecord([...runRecordJson(run as Parameters<typeof runRecordJson>[0])].join(''))
}

const jane: Piece = { by: 'Jane Doe', earned: 1000, at: '2026-09-22T12:00:00Z' }
const al: Piece = { by: 'Al Roe' }
const before = recordOf([jane, al])
const of = (...after: Parameters<typeof recordOf>) => {
  const { changes, same } = compareRuns(before, recordOf(...after))
  return { same, all: changes.map(({ person, because }) => [person, ...because]) }
}

describe('two runs', () => {
  it('differ in nothing where nothing changed', () => {
    expect(of([jane, al])).toEqual({ same: 2, all: [] })
  })

  it.each<[string, Parameters<typeof recordOf>]>([
    ['submission', [[{ ...jane, earned: 300, sha256: 'other' }, al]]],
    ['override', [[jane, al], { overrides: 'person,exercise,points\n1,ex1,3\n' }]],
    ['tool', [[{ ...jane, earned: 300 }, al], {}, { tool: 'another' }]],
    ['seed', [[{ ...jane, earned: 300 }, al], {}, { header: { ...header, seed: 8 } }]],
    [
      'rule',
      [
        [jane, al],
        {
          course: {
            exercises: { ex1: { due: '2026-09-20T12:00:00Z', late: { percentPerDay: 10 } } },
            people: { 2: { due: '2026-12-01T12:00:00Z' } },
            latenessBy: 'mlp-check',
          },
        },
      ],
    ],
  ])('say whose grade changed, and that it was by the %s', (cause, after) => {
    expect(of(...after)).toEqual({ same: 1, all: [['Jane Doe (1)', cause]] })
  })

  it('tell of who came, who went, and whose hand-in turned out to be whose', () => {
    const grown = recordOf([jane, al], { roster: `${ROSTER}Cy Day,3\n` })
    expect(compareRuns(before, grown).changes).toMatchObject([
      { person: 'Cy Day (3)', before: null, because: ['roster'] },
    ])
    const doubtful = recordOf([jane, { by: 'Al Row' }])
    const settled = recordOf([jane, { by: 'Al Row' }], { match: 'file,person\nAl Row,2\n' })
    const { changes, doubts } = compareRuns(doubtful, settled)
    expect(changes.map(({ person }) => person)).toContain('Al Roe (2)')
    expect(changes.find(({ person }) => person === 'Al Roe (2)')?.because).toEqual(['match'])
    expect(doubts).toEqual({ before: 1, after: 0 })
  })

  it('tell another upload that counts from another answer that came', () => {
    const uploads = [1000, 300].map(
      (earned, order): Piece => ({
        by: 'Al Roe',
        earned,
        order,
        file: { path: '', shown: `${order}.ts` },
      }),
    )
    const last = recordOf(uploads)
    const best = recordOf(uploads, { course: { counts: 'best' } })
    const one = recordOf(uploads.slice(0, 1))
    const because = (...runs: [typeof last, typeof last]) =>
      compareRuns(...runs).changes.map((change) => [change.person, ...change.because])
    expect(because(last, best)).toEqual([['Al Roe (2)', 'match']])
    expect(because(one, last)).toEqual([['Al Roe (2)', 'submission']])
    // What was set aside and came anew is another answer.
    const student = studentNamed('Al Roe')
    const packed = { ignored: [{ file: 'Al Roe/hw.rar', reason: 'not opened', student }] }
    expect(because(recordOf([], packed), one)).toEqual([['Al Roe (2)', 'submission']])
  })

  it('are refused where a file is none', () => {
    expect(() => parseRunRecord('{}')).toThrow('mlp-check/run/v1')
    expect(() => parseRunRecord('x')).toThrow()
  })
})
