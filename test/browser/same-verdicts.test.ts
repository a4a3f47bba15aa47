import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServices } from '../../src/grading/create-services.ts'
import { type Checker, openChecker } from '../../src/library/checker.ts'
import { referencesHere } from '../../src/node/references.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import type { RunReport } from '../../src/report/report.ts'
import { findChromium, needing } from '../machine.ts'
import { comparable, verdicts } from './compared.ts'
import { answersOf } from './corpus.ts'
import { type OpenedSite, openSite } from './open-site.ts'

const browser = findChromium()
const pack = builtInPack()
const answers = answersOf(pack)

needing('Chromium', browser).describe('the whole course in a page', () => {
  let site: OpenedSite
  let checker: Checker
  beforeAll(async () => {
    const services = createServices(
      referencesHere({ cache: true, backend: 'tfjs', env: process.env }),
    )
    site = await openSite(browser as string, pack, services)
    checker = await openChecker({ backend: 'tfjs' })
  })
  afterAll(async () => {
    await site?.close()
    await checker?.close()
  })

  it('gets the verdicts of the command line', async () => {
    expect(answers.length).toBeGreaterThan(300)
    const differing: { readonly file: string; readonly verdict: boolean }[] = []
    for (const { exercise, file, source } of answers) {
      const request = { exercise, source }
      const [inPage, here] = await Promise.all([
        site.page.evaluate<RunReport>(`window.grader.grade(${JSON.stringify(request)})`),
        checker.grade(request),
      ])
      const [one, other] = [comparable(inPage), comparable(here)].map((record) =>
        JSON.stringify(record),
      )
      if (one === other) continue
      const verdict = JSON.stringify(verdicts(inPage)) === JSON.stringify(verdicts(here))
      differing.push({ file, verdict })
    }
    const digits = differing.filter(({ verdict }) => verdict).length
    console.info(
      `${answers.length} answers judged in both: ${answers.length - differing.length} records are ` +
        `the same, ${digits} differ in printed digits alone, ${differing.length - digits} in more`,
    )
    expect(differing.filter(({ verdict }) => !verdict)).toEqual([])
    expect(site.problems).toEqual([])
  })
})
