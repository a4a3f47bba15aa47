import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareData } from '../../src/checks/compare-data.ts'
import { chinese } from '../../src/messages/chinese.ts'
import type { Json } from '../../src/report/report.ts'

const scalar = fc.constantFrom<Json>(0, 1, 2.5, 'NaN', '-Infinity', true, false, null, 'q')
const row = fc.array(scalar, { maxLength: 3 })
const matrix = fc.array(row, { maxLength: 3 })
const data: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  row,
  matrix,
  fc.dictionary(fc.constantFrom('W', 'b'), fc.oneof(scalar, row, matrix)),
) as fc.Arbitrary<Json>

/** Words of English that say what data are. */
const ENGLISH =
  /\b(expected|got|numbers?|arrays?|elements?|matrix|object|missing|nothing|ragged|row|length|has|string|boolean)\b/

it('says in Chinese of any data why they are not what was expected', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(data, data, (got, expected) => {
      const found = compareData(got, expected, { absolute: 0, relative: 0 })
      if (found?.problem === undefined) return
      const said = chinese.translate(found.problem)
      seen.add(said.replaceAll(/\d+/g, 'n'))
      expect(said).toMatch(/\p{Script=Han}/u)
      expect(said).not.toMatch(ENGLISH)
    }),
    { seed: 7, numRuns: 2000 },
  )
  expect(seen.size).toBeGreaterThan(20)
})
