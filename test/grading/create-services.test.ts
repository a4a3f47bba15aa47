import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { EVERYWHERE } from '../../src/formula/domain.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { referencesHere } from '../../src/node/references.ts'
import { square } from './stub.ts'

const folder = await mkdtemp(join(tmpdir(), 'mlp-check-services-'))
afterAll(() => rm(folder, { recursive: true }))
const env = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder }
const request = { function: 'f', seed: 7, points: 64, exhaustive: false, rows: [] }

describe('services', () => {
  test('keep tables on disk where that is wanted, and give the same from there', async () => {
    const { cacheFolder, referenceTable } = createServices(
      referencesHere({ cache: true, backend: 'tfjs', env }),
    )
    const table = await referenceTable(square, request)
    expect((await readdir(cacheFolder as string, { recursive: true })).length).toBeGreaterThan(0)
    const again = createServices(referencesHere({ cache: true, backend: 'tfjs', env }))
    expect(await again.referenceTable(square, request)).toEqual(table)
  })

  test('and nowhere else', async () => {
    const { cacheFolder, referenceTable } = createServices(
      referencesHere({ cache: false, backend: 'tfjs', env }),
    )
    expect(cacheFolder).toBeUndefined()
    const table = await referenceTable(square, { ...request, points: 0, rows: [[3, 0.5]] })
    expect([...table.low]).toEqual([4.5])
  })

  const bare = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))
  test('say which TensorFlow.js they have, and why', () => {
    expect(bare.backend()).toMatchObject({ name: 'tfjs', why: expect.stringContaining('') })
    expect(bare.tensorflow.report()).toEqual(bare.backend())
  })

  test('know the truth at any row, and prove', () => {
    expect([...bare.referenceAt(square, 'df', [[3, 0.5]]).low]).toEqual([3])
    const formula = square.functions.f?.formula as never
    expect(bare.prove(formula, formula, { domain: EVERYWHERE, tolerance: 0 })).toMatchObject({
      verdict: 'equal',
    })
  })

  test('draw the trials of a check once, however many submissions ask', async () => {
    const references = {
      script: 'return { f: { summary: "", trials: 1, inputs: () => [[1]], exact: (v) => v } }',
      names: ['f'],
    }
    const exercise = { ...square, references }
    const asked = { check: 'c', reference: 'f', gradientIn: null, seed: 7 }
    const first = bare.trialTable(exercise, asked)
    expect(bare.trialTable(exercise, { ...asked })).toBe(first)
    expect(bare.trialTable(exercise, { ...asked, seed: 8 })).not.toBe(first)
    expect((await first).trials).toMatchObject([{ expected: [1] }])
  })
})
