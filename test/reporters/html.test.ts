import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { reporter } from '../../src/reporters/html.ts'
import { findChromium, needing } from '../machine.ts'
import { misfitsOf } from '../narrow-page.ts'
import { PATIENCE } from '../patience.ts'
import { exampleReport } from './example-report.ts'
import { hostileReport } from './hostile-report.ts'

const KEPT = join(packageRoot(), 'test/fixtures/failing-reports')

type Node = DefaultTreeAdapterMap['node']

describe('the html page', () => {
  it('has the same elements and attributes with hostile texts as with harmless ones', () => {
    expect(shape(page(hostileReport()))).toEqual(shape(page(hostileReport('harmless'))))
  })

  it('names no place in the network and runs nothing', () => {
    const html = page(hostileReport('harmless')).replaceAll('http://www.w3.org/2000/svg', '')
    expect(html).not.toMatch(/https?:|<script|<iframe|<link|javascript:|\son\w+=|url\(|@import/i)
    expect(html).toContain("default-src 'none'")
  })
})

const browser = findChromium()

needing('Chromium', browser).describe('the html page in Chromium', () => {
  let opened: Browser
  beforeAll(async () => {
    opened = await chromium.launch({
      executablePath: browser as string,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    })
  })
  afterAll(() => opened?.close())

  it.each(['light', 'dark'] as const)('has no accessibility defect in %s', async (colorScheme) => {
    for (const report of [exampleReport(), hostileReport()]) {
      const { view, requests } = await open(report, colorScheme)
      expect(await axeViolations(view)).toEqual([])
      expect(requests).toEqual([])
      await view.context().close()
    }
  })

  it('is walked through by keyboard, from the skip link to what scrolls', async () => {
    const { view } = await open(exampleReport(), 'light')
    const stops: string[] = []
    for (let press = 0; press < 3; press++) {
      await view.keyboard.press('Tab')
      stops.push(await view.evaluate('document.activeElement.outerHTML.slice(0, 30)'))
    }
    expect(stops[0]).toMatch(/^<a class="skip"/)
    expect(stops[1]).toMatch(/^<a href="#s0c1"/)
    expect(stops[2]).toMatch(/^<pre tabindex="0"/)
    await view.context().close()
  })

  it.each([
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ] as const)(
    'fits a telephone, and breaks no word of a table, in %s and %s',
    async (locale, colorScheme) => {
      const failing = readdirSync(KEPT).map((name) => readFileSync(join(KEPT, name), 'utf8'))
      const some = failing.filter((_, index) => index % 6 === 0).map((text) => JSON.parse(text))
      const reports: RunReport[] = [
        exampleReport(),
        hostileReport(),
        warned(exampleReport()),
        ...some,
      ]
      for (const report of reports) {
        const { view } = await open(report, colorScheme, { width: 360, locale })
        expect(await misfitsOf(view)).toEqual([])
        await view.context().close()
      }
    },
  )

  async function open(
    report: RunReport,
    colorScheme: 'light' | 'dark',
    { width = 1280, locale = 'en' } = {},
  ) {
    const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-')), 'report.html')
    writeFileSync(file, page(report, locale))
    const viewport = { width, height: 800 }
    // axe is put into the page, which the page itself forbids.
    const context = await opened.newContext({ colorScheme, viewport, bypassCSP: true })
    context.setDefaultTimeout(PATIENCE.waitMs)
    const view = await context.newPage()
    const url = pathToFileURL(file).href
    const requests: string[] = []
    view.on('request', (request) => {
      if (request.url() !== url) requests.push(request.url())
    })
    await view.goto(url)
    return { view, requests }
  }
})

async function axeViolations(view: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await view.evaluate(readFileSync(axe, 'utf8'))
  return view.evaluate(
    'axe.run().then(({ violations }) => violations.map((it) => it.id + ": " + it.nodes.map((node) => node.html).join(" | ").slice(0, 300)))',
  )
}

function page(report: RunReport, locale = 'en'): string {
  return reporter.render(report, { ...plainOptions, locale })
}

/** Every check of it passed with a warning, as the longest verdict says. */
function warned(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: submission.checks.map((check) => ({
      ...check,
      status: 'passed' as const,
      warning: true as const,
    })),
  }))
  return { ...report, submissions }
}

/** Every element with its attributes' names, in order; text and values left out. */
function shape(html: string): string[] {
  const seen: string[] = []
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      seen.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(' '))
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return seen
}
