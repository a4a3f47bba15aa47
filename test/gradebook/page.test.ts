import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster, GradebookInput } from '../../src/gradebook/gradebook.ts'
import { gradebookPage } from '../../src/gradebook/page.ts'
import { findChromium, needing } from '../machine.ts'
import { PATIENCE } from '../patience.ts'
import { gradebookOf } from './example-gradebook.ts'

type Node = DefaultTreeAdapterMap['node']

/** Elements and the names of their attributes, without any text. */
function shape(node: Node): unknown {
  const attributes = 'attrs' in node ? node.attrs.map(({ name }) => name) : []
  const children = 'childNodes' in node ? node.childNodes : []
  return [node.nodeName, attributes, children.map(shape)]
}

describe('the gradebook page', () => {
  it('has the same elements with hostile names as with harmless ones', () => {
    const hostile = shape(parse(gradebookPage(gradebookOf(20, true))))
    expect(hostile).toEqual(shape(parse(gradebookPage(gradebookOf(20)))))
  })

  it('names no place in the network', () => {
    const page = gradebookPage(gradebookOf(20)).replaceAll('http://www.w3.org/2000/svg', '')
    expect(page).not.toMatch(/https?:|<link|<iframe|@import|url\(/i)
    expect(page).toContain("default-src 'none'")
  })
})

const browser = findChromium()

needing('Chromium', browser).describe('the gradebook in Chromium', () => {
  let opened: Browser
  beforeAll(async () => {
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ]
    opened = await chromium.launch({ executablePath: browser as string, args })
  })
  afterAll(() => opened?.close())

  async function open(input: GradebookInput, colorScheme: 'light' | 'dark' = 'light') {
    const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-')), 'gradebook.html')
    writeFileSync(file, gradebookPage(input))
    const context = await opened.newContext({ colorScheme })
    context.setDefaultTimeout(PATIENCE.waitMs)
    const view = await context.newPage()
    const problems: string[] = []
    view.on('console', (message) => problems.push(message.text()))
    view.on('pageerror', (error) => problems.push(error.message))
    view.on(
      'request',
      (request) => request.url() !== pathToFileURL(file).href && problems.push(request.url()),
    )
    await view.goto(pathToFileURL(file).href)
    return { view, problems }
  }

  const firstPerson = (view: Page) => view.locator('#table tbody th').first().textContent()
  const countText = (view: Page) => view.locator('#count').textContent()
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  /** Through the debugger, which the page's policy does not bind. */
  async function violations(view: Page): Promise<string[]> {
    await view.evaluate(axe)
    const found: { violations: { id: string }[] } = await view.evaluate('axe.run()')
    return found.violations.map(({ id }) => id)
  }

  it('sorts, finds, filters and draws twenty thousand people', async () => {
    const { view, problems } = await open(gradebookOf(20_000))
    expect(await firstPerson(view)).toBe('Student 0')
    expect(await view.locator('#table tbody tr').count()).toBeLessThan(100)
    await view.click('[data-sort=name]')
    expect(await firstPerson(view)).toBe('Student 19999')
    expect(await view.locator('th[aria-sort=descending]').textContent()).toBe('Name')
    await view.click('[data-sort=grade-0]')
    expect(await view.locator('#table tbody td.points').first().textContent()).toBe(
      '0.01 failed, late',
    )
    await view.fill('#find', 'student 1234')
    expect(await countText(view)).toBe('11 of 20000 people')
    await view.click('#clear')
    const everybody = Array.from({ length: 20_000 }, (_, index) => index)
    const missing = everybody.filter((index) => index % 3 === 0 && index % 11 !== 0).length
    await view.selectOption('#state', 'missing')
    expect(await countText(view)).toBe(`${missing} of 20000 people`)
    await view.selectOption('#exercise', 'ex1')
    expect(await countText(view)).toBe('0 of 20000 people')
    await view.click('[data-state=failed][data-exercise=ex1]')
    expect(await countText(view)).toBe('8000 of 20000 people')
    await view.click('#clear')
    await view.selectOption('#section', 'S2')
    expect(await countText(view)).toBe('5000 of 20000 people')
    await view.click('#clear')
    await view.click('[data-people="0"] summary')
    await view.click('[data-people="0"] button:has-text("Show in the table")')
    expect(await countText(view)).toBe('4000 of 20000 people: ex1, dtanh: the opposite sign')
    await view.click('[data-people="0"] button:has-text("Plot")')
    expect(await view.locator('#drawing path').count()).toBe(3)
    expect(problems).toEqual([])
    await view.context().close()
  })

  it('has one row a person, with the total and what became of each exercise', async () => {
    const { view } = await open(gradebookOf(40))
    const texts = await view
      .locator('#table tbody tr[aria-rowindex="2"] :is(th, td)')
      .allTextContents()
    expect(texts).toEqual([
      'Student 0',
      '5000',
      '',
      '10 of 15, open',
      '10 passed, late',
      'set-aside',
    ])
    expect(await view.locator('#table').getAttribute('aria-rowcount')).toBe('41')
    await view.click('text="Student 0"')
    expect(await view.locator('#person-title').textContent()).toBe('Student 0, 5000')
    const told = await view.locator('#person').textContent()
    expect(told).toContain('Total 10 of 15, open, without ex2, the lowest.')
    expect(told).toContain('Student 0/hw.rar: not opened')
    expect(await view.locator('#person a').getAttribute('href')).toBe('students/0.html')
    expect(await violations(view)).toEqual([])
    await view.context().close()
  })

  it('names the people of each mistake', async () => {
    const { view } = await open(gradebookOf(30))
    await view.click('[data-people="0"] summary')
    const names = await view.locator('[data-people="0"] li').allTextContents()
    const wanted = [4, 8, 14, 18, 24, 28].map((at) => `Student ${at} (${5000 + at})`)
    expect(names).toEqual(wanted)
    await view.context().close()
  })

  it('leads to the evidence of likeness, but for who hides names', async () => {
    const evidenceOf = ({ kind }: Cluster) =>
      kind === 'likeness' ? 'likeness/001.html' : undefined
    const { view } = await open({ ...gradebookOf(300), evidenceOf })
    const shown = () => view.locator('details[open] .evidence:visible').count()
    await view.locator('[data-kind=likeness] summary').first().click()
    expect(await shown()).toBe(1)
    await view.check('#anonymous')
    expect(await shown()).toBe(0)
    await view.uncheck('#anonymous')
    expect(await shown()).toBe(1)
    await view.context().close()
  })

  it('hides whatever names a person, wherever it stands', async () => {
    const { view } = await open(gradebookOf(60))
    await view.click('[data-people="0"] summary')
    await view.check('#anonymous')
    await view.fill('#find', 'student')
    expect(await countText(view)).toBe('0 of 60 people')
    await view.click('#clear')
    await view.click('#table tbody button')
    const texts = await view.locator('#table, #person, .clusters').allTextContents()
    expect(texts.join(' ')).not.toMatch(/Student \d|50\d\d|hw\.rar/)
    expect(await view.locator('a[href^=students]').count()).toBe(0)
    expect(await view.locator('[title*="Student"], [aria-label*="Student"]').count()).toBe(0)
    const numbers = await view.locator('#table tbody th').allTextContents()
    expect(numbers.slice(0, 2)).toEqual(['Person 1', 'Person 2'])
    await view.context().close()
  })

  it('shows the last row after scrolling to the end', async () => {
    const { view } = await open(gradebookOf(20_000))
    await view.evaluate("document.getElementById('scroll').scrollTop = 1e9")
    await view.locator('[aria-rowindex="20001"]').waitFor()
    expect(await view.locator('[aria-rowindex="20001"] th').textContent()).toBe('Student 19999')
    await view.context().close()
  })

  it('prints every row, and everybody who made a mistake', async () => {
    const { view } = await open(gradebookOf(500))
    const paper = await view.pdf({ format: 'A4' })
    const pages = paper.toString('latin1').match(/\/Type \/Page\b/g)?.length
    expect(pages).toBeGreaterThan(8)
    await view.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await view.locator('#table tbody tr[aria-rowindex]').count()).toBe(500)
    expect(await view.locator('[data-people="0"] li').count()).toBe(100)
    await view.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await view.locator('#table tbody tr[aria-rowindex]').count()).toBeLessThan(100)
    await view.context().close()
  })

  it('runs nothing that a name or a file carries', async () => {
    const { view, problems } = await open(gradebookOf(40, true))
    await view.click('[data-sort=id]')
    await view.click('[data-people="0"] summary')
    await view.click('#table tbody button')
    expect(await view.evaluate('globalThis.hurt')).toBeUndefined()
    expect(await view.locator('main img, main i, main b').count()).toBe(0)
    expect(problems).toEqual([])
    await view.context().close()
  })

  it.each(['light', 'dark'] as const)('has no accessibility defect in %s', async (scheme) => {
    const { view } = await open(gradebookOf(200), scheme)
    for (const at of [0, 1, 4]) await view.click(`[data-people="${at}"] summary`)
    expect(await violations(view)).toEqual([])
    await view.setViewportSize({ width: 360, height: 740 })
    expect(await violations(view)).toEqual([])
    expect(await view.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await view.context().close()
  })
})
