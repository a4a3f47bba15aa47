import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Judgement, type Oracle, openOracle } from './judge.ts'
import { CONSTRUCTS, type Program, programs } from './program.ts'

const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 20261126)
const RUNS = Math.max(2000, Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 0))
/** So few programs say nothing of a share. */
const ENOUGH = 20

type Counts = { [kind in Judgement['kind']]: number }

let oracle: Oracle
const counts = new Map<string, Counts>()
let isWhole = true

beforeAll(async () => {
  oracle = await openOracle()
})

it(`derives what the machine computes, for ${RUNS} programs (seed ${SEED})`, {
  timeout: 0,
}, async () => {
  const property = fc.asyncProperty(programs, async (program) => {
    const judgement = await oracle.judge(program)
    // What is tried once a fault is found, to make it small, says nothing of shares.
    isWhole &&= judgement.kind !== 'fault'
    if (isWhole) count(program, judgement)
    const fault = judgement.kind === 'fault' ? judgement.what : ''
    expect(fault, program.text).toBe('')
  })
  await fc.assert(property, { numRuns: RUNS, seed: SEED })
})

it('follows its share of each construct', () => {
  const rows = Object.entries(CONSTRUCTS).map(([kind, { floor }]) => {
    const { followed = 0, refused = 0, broken = 0 } = counts.get(kind) ?? {}
    const share = Math.round((100 * followed) / Math.max(1, followed + refused))
    return { kind, followed, refused, broken, share, floor }
  })
  console.log(rows.map(lineOf).join('\n'))
  const low = rows.filter(
    ({ followed, refused, share, floor }) => followed + refused >= ENOUGH && share < floor,
  )
  expect(low.map(lineOf)).toEqual([])
})

interface Row {
  readonly kind: string
  readonly followed: number
  readonly refused: number
  readonly share: number
  readonly floor: number
}

function lineOf({ kind, followed, refused, share, floor }: Row): string {
  return `${kind.padEnd(36)}${followed} of ${followed + refused} followed, ${share} % (at least ${floor} %)`
}

function count({ kinds }: Program, { kind: judged }: Judgement): void {
  for (const kind of new Set(kinds)) {
    const known = counts.get(kind) ?? { followed: 0, refused: 0, broken: 0, fault: 0 }
    known[judged]++
    counts.set(kind, known)
  }
}
