import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { FAMILIES } from './families/index.ts'
import { honestBytes, judge } from './judge.ts'

const sandbox = openSandbox({ watchLooks: 4 })
let honest = ''
beforeAll(async () => {
  honest = await honestBytes(sandbox)
})
afterAll(() => sandbox.close())

describe.each(Object.entries(FAMILIES))(
  'an attack of the family "%s" is contained',
  (_family, attacks) => {
    test.each(attacks.map(({ name, ...rest }) => [name, rest] as const))(
      '%s',
      async (_name, { source, ends }) => {
        const { outcome, message } = await judge(sandbox, source)
        expect(ends, `${outcome}: ${message}`).toContain(outcome)
        expect(message.length).toBeLessThan(5000)
        expect(await honestBytes(sandbox)).toBe(honest)
      },
    )
  },
)

test('the corpus holds at least 430 attacks of different names', () => {
  const names = Object.entries(FAMILIES).flatMap(([family, attacks]) =>
    attacks.map(({ name }) => `${family}/${name}`),
  )
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(430)
})
