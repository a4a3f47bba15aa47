import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointsInOrder } from '../../src/reference/parameter-rows.ts'
import type { ReferenceTable } from '../../src/reference/table.ts'

it('orders points by the variable, equal ones as they stand in the table', () => {
  const number = fc.oneof(fc.constantFrom(0, -0, 1, -1, 2), fc.double({ noNaN: true }))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (values) => {
      const table = { columns: [Float64Array.from(values)] } as unknown as ReferenceTable
      const compared = [...values.keys()].sort((a, b) => {
        const [x = 0, y = 0] = [values[a], values[b]]
        return x < y ? -1 : Number(x > y)
      })
      expect([...pointsInOrder(table)]).toEqual(compared)
    }),
    { seed: 3 },
  )
})
