import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { printFormula } from '../../src/formula/print.ts'
import { render } from '../../src/messages/render.ts'
import { type Derive, openDerivation } from './derive.ts'
import { type Oracle, openOracle } from './oracle/judge.ts'

interface SmallProgram {
  readonly id: string
  readonly code: string
  readonly formula?: string
  readonly refused?: string
}

/** Programs at the edges of the language, and the formula of each or why it has none. */
const PROGRAMS: readonly SmallProgram[] = JSON.parse(
  readFileSync(new URL('../fixtures/symbolic/small-programs.json', import.meta.url), 'utf8'),
)

let derive: Derive
let oracle: Oracle

beforeAll(async () => {
  derive = await openDerivation()
  oracle = await openOracle()
})

describe('a small program has the formula that it computes, or none', () => {
  it.each(PROGRAMS)('$id', async ({ code, formula, refused }) => {
    const found = await derive({ '': code }, ['x'])
    const said =
      found.kind === 'formula'
        ? { formula: printFormula(found.expr) }
        : { refused: render(found.why) }
    expect(said).toEqual(formula === undefined ? { refused } : { formula })
    const { kind } = await oracle.judge({ text: code, args: ['x'], kinds: [] })
    expect(kind).toBe(formula === undefined ? 'refused' : 'followed')
  })
})
