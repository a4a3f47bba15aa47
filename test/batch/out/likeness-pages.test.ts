import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_IN_ALL, pairsToShow } from '../../../src/batch/out/likeness.ts'
import { summaryText } from '../../../src/batch/summary.ts'
import type { Cluster } from '../../../src/gradebook/gradebook.ts'
import { gradebookPage } from '../../../src/gradebook/page.ts'
import { gradebookOf } from '../../gradebook/example-gradebook.ts'
import { runOf } from './run-of.ts'

const groupOf = (size: number): Cluster => ({
  kind: 'likeness',
  exercise: 'ex1',
  text: '',
  members: Array.from({ length: size }, (_, at) => at),
  pairs: Array.from({ length: size - 1 }, (_, at) => ({ one: 0, other: at + 1, text: '' })),
})

describe('the pages of like answers', () => {
  it('show one pair of every group before a second of any, as many as there is time for', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 40 }), { maxLength: 1500 })
    fc.assert(
      fc.property(sizes, (each) => {
        const groups = each.map(groupOf)
        const shown = [...pairsToShow(groups)]
        expect(shown.map(([group]) => group)).toEqual(groups.slice(0, MOST_IN_ALL))
        const all = shown.reduce((sum, [, count]) => sum + count, 0)
        const wanted = each.reduce((sum, size) => sum + Math.min(10, size - 1), 0)
        expect(all).toBe(Math.min(MOST_IN_ALL, wanted))
        for (const [{ members }, count] of shown) {
          expect(count).toBeGreaterThanOrEqual(1)
          expect(count).toBeLessThanOrEqual(Math.min(10, members.length - 1))
        }
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it('that are not there are counted where they are looked for', () => {
    const run = { ...runOf([{ by: 'Ann' }]), seconds: 1 }
    expect(summaryText({ ...run, alike: 1200, unshown: 200 })).toContain(
      'gradebook.html lists all of them, likeness/001.html shows the first, and 200 of the weakest have no page side by side\n',
    )
    const input = gradebookOf(300)
    const seen = new Set<Cluster>()
    const evidenceOf = (cluster: Cluster) => {
      if (cluster.kind === 'likeness' && seen.size < 20) seen.add(cluster)
      return seen.has(cluster) ? 'likeness/001.html' : undefined
    }
    expect(gradebookPage({ ...input, evidenceOf })).toContain(
      'The 20 strongest groups have a page that shows two answers side by side; the other 30 stand in this list alone',
    )
    expect(gradebookPage({ ...input, evidenceOf: () => 'likeness/001.html' })).not.toContain(
      'in this list alone',
    )
  })
})
