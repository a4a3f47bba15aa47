import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { reporter } from '../../src/reporters/html.ts'
import { findChromium, needing } from '../machine.ts'
import { exampleReport } from './example-report.ts'
import { hostileReport } from './hostile-report.ts'

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

  it('fits a telephone without scrolling sideways', async () => {
    const { view } = await open(hostileReport(), 'light')
    await view.setViewportSize({ width: 360, height: 800 })
    expect(await view.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await view.context().close()
  })

  async function open(report: RunReport, colorScheme: 'light' | 'dark') {
    const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-')), 'report.html')
    writeFileSync(file, page(report))
    // axe is put into the page, which the page itself forbids.
    const context = await opened.newContext({ colorScheme, bypassCSP: true })
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

function page(report: RunReport): string {
  return reporter.render(report, plainOptions)
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
