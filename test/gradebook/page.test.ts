import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GradebookInput } from '../../src/gradebook/gradebook.ts'
import { gradebookPage } from '../../src/gradebook/page.ts'
import { findChromium, needing } from '../machine.ts'
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

  const firstStudent = (view: Page) => view.locator('#table tbody th').first().textContent()
  const countText = (view: Page) => view.locator('#count').textContent()

  it('sorts, finds, filters and draws twenty thousand submissions', async () => {
    const { view, problems } = await open(gradebookOf(20_000))
    expect(await firstStudent(view)).toBe('Student 0')
    expect(await view.locator('#table tbody tr').count()).toBeLessThan(100)
    await view.click('[data-sort=student]')
    expect(await firstStudent(view)).toBe('Student 19999')
    expect(await view.locator('th[aria-sort=descending]').textContent()).toBe('Student')
    await view.click('[data-sort=score]')
    expect(await view.locator('#table tbody td').nth(2).textContent()).toBe('0.01 of 10')
    await view.fill('#find', 'student 1234')
    expect(await countText(view)).toBe('11 of 20000 submissions')
    await view.click('#clear')
    await view.selectOption('#status', 'failed')
    expect(await countText(view)).toBe('8000 of 20000 submissions')
    await view.click('#clear')
    await view.click('[data-cluster="0"]')
    expect(await countText(view)).toBe('4000 of 20000 submissions')
    await view.click('[data-plot]:visible')
    expect(await view.locator('#drawing path').count()).toBe(3)
    expect(problems).toEqual([])
    await view.context().close()
  })

  it('shows the last row after scrolling to the end', async () => {
    const { view } = await open(gradebookOf(20_000))
    await view.evaluate("document.getElementById('scroll').scrollTop = 1e9")
    await view.locator('[aria-rowindex="20001"]').waitFor()
    expect(await view.locator('[aria-rowindex="20001"] th').textContent()).toBe('Student 19999')
    await view.context().close()
  })

  it('runs nothing that a name or a file carries', async () => {
    const { view, problems } = await open(gradebookOf(40, true))
    await view.click('[data-sort=file]')
    await view.click('[data-cluster="0"]')
    await view.click('[data-plot]:visible')
    expect(await view.evaluate('globalThis.hurt')).toBeUndefined()
    expect(await view.locator('#table img').count()).toBe(0)
    expect(problems).toEqual([])
    await view.context().close()
  })

  it.each(['light', 'dark'] as const)('has no accessibility defect in %s', async (scheme) => {
    const { view } = await open(gradebookOf(200), scheme)
    // Through the debugger, which the page's policy does not bind.
    await view.evaluate(
      readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    )
    const found: { violations: { id: string }[] } = await view.evaluate('axe.run()')
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await view.context().close()
  })
})
