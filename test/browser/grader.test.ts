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

/** A page that has what is asked here, and no more, so that it is made in a second. */
const pack = builtInPack()
const few = { ...pack, entries: ['ex1', 'ex6', 'ex9'].map((name) => findExercise(pack, name)) }

needing('Chromium', browser).describe('a page that judges', () => {
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

  it('gives the record of the command line, and asks the site alone for what it needs', async () => {
    const [first] = answersOf(few)
    if (first === undefined) throw new Error('the course has no answers')
    const { exercise, source } = first
    const report = await judged({ exercise, source })
    expect(comparable(report)).toEqual(comparable(await checker.grade({ exercise, source })))
    const asked = site.requests.map(({ path }) => path)
    expect(asked.filter((path) => path.includes('tensorflow'))).toEqual([])
    expect(site.requests.filter(({ bytes }) => bytes < 0)).toEqual([])
    expect(site.problems).toEqual([])
  })

  it.each(['ex1', 'ex6', 'ex9'])(
    'computes what no table has, for %s by another seed',
    async (name) => {
      const [answer] = answersOf(few).filter(({ exercise }) => exercise === name)
      const request = { exercise: name, source: answer?.source ?? '', seed: 11 }
      const report = await judged(request)
      expect(report.seed).toBe(11)
      expect(comparable(report)).toEqual(comparable(await checker.grade(request)))
    },
  )

  it('shows a record, and what the exercises are', async () => {
    const text = await site.page.evaluate(`window.grader
      .grade({ exercise: 'ex1', source: 'export const tanh = Math.tanh' })
      .then((report) => window.grader.render(report, 'terminal', { locale: 'zh-CN' }))`)
    expect(text).toContain('tanh')
    const shown = await site.page.evaluate('window.grader.exercises()')
    expect(shown).toMatchObject([{ id: 'ex1' }, { id: 'ex6' }, { id: 'ex9' }])
    expect(await site.page.evaluate(`window.grader.solutions('ex1')`)).toMatchObject([
      { name: 'solution' },
      ...answersOf(few)
        .filter(({ file }) => file.startsWith('ex01-tanh/also-right'))
        .map(() => ({ name: expect.stringMatching(/^also-right\//) })),
    ])
  })

  it('lets go of a run that is no longer wanted, and judges the next', async () => {
    const endless = 'export const tanh = (x: number) => { for (;;); }'
    const ended = await site.page.evaluate(`(async () => {
      const abort = new AbortController()
      const run = window.grader.grade({ exercise: 'ex1', source: ${JSON.stringify(endless)}, signal: abort.signal })
      abort.abort()
      return run.then(() => 'judged', (error) => error.name)
    })()`)
    expect(ended).toBe('AbortError')
    const [right] = answersOf(few).filter(({ file }) => file === 'ex01-tanh/solution.ts')
    const report = await judged({ exercise: 'ex1', source: right?.source ?? '' })
    expect(report.submissions[0]?.status).toBe('passed')
  })
})
