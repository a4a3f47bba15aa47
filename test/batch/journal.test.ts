import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournal } from '../../src/batch/journal.ts'
import type { Entry } from '../../src/batch/verdict-lines.ts'
import type { Row } from '../../src/gradebook/row.ts'

const room = mkdtempSync(join(tmpdir(), 'mlp-check-journal-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

const check = fc.record({
  id: fc.constantFrom('values', 'proof', 'gradient'),
  status: fc.constantFrom('passed' as const, 'failed' as const),
  noteTitle: fc.constantFrom('a sign is wrong', 'a factor is missing'),
})
const row: fc.Arbitrary<Row> = fc.record({
  status: fc.constantFrom('passed' as const, 'failed' as const),
  score: fc.nat(1000),
  maxScore: fc.constant(1000),
  checks: fc.array(check, { maxLength: 2 }),
  behaviour: fc.constant({}),
  fingerprints: fc.uniqueArray(fc.nat(2 ** 32 - 1), { maxLength: 40 }),
})

let journals = 0
function openNew() {
  const file = join(room, `${++journals}.jsonl`)
  return { file, journal: openJournal(file) }
}

/** Everything that an entry holds, but where its report lies. */
function heldBy({ offset: _, bytes: __, ...held }: Entry): unknown {
  return held
}

describe('what is kept in memory of a judged submission', () => {
  it('is its row, however long its report is', () => {
    fc.assert(
      fc.property(row, fc.string(), fc.nat(50), (one, text, times) => {
        const { journal } = openNew()
        const report = JSON.stringify({ text: text.repeat(times) })
        const entry = journal.add('key', { row: one, report })
        expect(heldBy(entry)).toEqual({ row: one })
        expect(journal.read(entry)).toBe(report)
        journal.close()
      }),
      { seed: 29, numRuns: 50 },
    )
  })

  it('has one list of checks with all that came out alike, whether judged or read again', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (rows) => {
        const { file, journal } = openNew()
        // Each as it comes from a grader: equal to others, and the same as none.
        const added = rows.map((one, at) =>
          journal.add(String(at), { row: structuredClone(one), report: '{}' }),
        )
        journal.close()
        const again = openJournal(file)
        const read = rows.map((_, at) => again.find(String(at)) as Entry)
        again.close()
        const different = new Set(rows.map(({ checks }) => JSON.stringify(checks))).size
        for (const entries of [added, read]) {
          expect(entries.map((entry) => entry.row)).toEqual(rows)
          expect(new Set(entries.map((entry) => entry.row.checks)).size).toBe(different)
        }
      }),
      { seed: 29, numRuns: 50 },
    )
  })
})
