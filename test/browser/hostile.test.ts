import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServices } from '../../src/grading/create-services.ts'
import { type Checker, openChecker } from '../../src/library/checker.ts'
import { referencesHere } from '../../src/node/references.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'
import type { RunReport } from '../../src/report/report.ts'
import { findChromium, needing } from '../machine.ts'
import { comparable } from './compared.ts'
import { answersOf } from './corpus.ts'
import { type OpenedSite, openSite } from './open-site.ts'

const browser = findChromium()

const pack = builtInPack()
const few = { ...pack, entries: [findExercise(pack, 'ex1')] }

needing('Chromium', browser).describe('a page that judges what is hostile', () => {
  let site: OpenedSite
  let checker: Checker
  beforeAll(async () => {
    const services = createServices(referencesHere({ cache: true, backend: 'tfjs', env: {} }))
    site = await openSite(browser as string, few, services)
    checker = await openChecker({ backend: 'tfjs' })
  })
  afterAll(async () => {
    await site?.close()
    await checker?.close()
  })

  const judged = (request: object): Promise<RunReport> =>
    site.page.evaluate(`window.grader.grade(${JSON.stringify(request)})`)

  const tanh = (body: string) => `export function tanh(x: number): any { ${body} }`
  it.each([
    ['an endless loop', tanh('for (;;) {}')],
    [
      'memory without end',
      tanh('const all: number[][] = []; for (;;) all.push(Array(1e6).fill(x))'),
    ],
    ['an answer larger than any', tanh('return Array(3e3).fill(x)')],
    ['a promise that is never settled', tanh('return new Promise(() => undefined)')],
    ['an endless loop as the file is loaded', 'for (;;) {}'],
  ])('says of %s what the command line says, and lives on', async (_, source) => {
    const request = { exercise: 'ex1', source }
    expect(comparable(await judged(request))).toEqual(comparable(await checker.grade(request)))
    expect(site.problems).toEqual([])
  })

  it('ends what never polls', async () => {
    const source = tanh("return /^(a|aa)+$/.test('a'.repeat(99) + 'b') ? x : 0")
    const [report] = (await judged({ exercise: 'ex1', source })).submissions
    expect(report?.status).toBe('failed')
    expect(report?.checks[0]?.cause).toBe('did-not-finish')
  })

  // A browser's stack is shorter than the sandbox's, and nobody can tell endless from deep there.
  it('blames nobody for a recursion that is deeper than a browser has room for', async () => {
    const source = tanh('return x === x + 1 ? x : tanh(x + 1)')
    const [report] = (await judged({ exercise: 'ex1', source })).submissions
    expect(report?.status).toBe('errored')
    expect(report?.checks[0]).toMatchObject({ cause: 'machine' })
    const right = answersOf(few).find(({ file }) => file === 'ex01-tanh/solution.ts')
    const next = await judged({ exercise: 'ex1', source: right?.source ?? '' })
    expect(next.submissions[0]?.status).toBe('passed')
  })
})
