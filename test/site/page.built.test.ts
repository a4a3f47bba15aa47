import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { builtInPack } from '../../src/pack/pack.ts'
import { runCli } from '../cli/run-cli.ts'
import { findChromium, needing } from '../machine.ts'
import { latinWordsIn, namesOf, spacingFaultsIn } from '../messages/latin-words.ts'
import { misfitsOf } from '../narrow-page.ts'
import { PATIENCE } from '../patience.ts'
import { type StaticHost, staticHost } from './static-host.ts'

const RIGHT = `export const tanh = (x: number) => Math.tanh(x)
export const dtanh = (x: number) => 1 - Math.tanh(x) ** 2
`
const WRONG = RIGHT.replace(' ** 2', '')
/** Under this the site lies on its host, as a project's page does. */
const UNDER = '/courses/mlp/'

/** In the page: what it says, without programs, formulas and what is drawn. */
const PROSE = `(() => {
  const shown = document.querySelector('main').cloneNode(true)
  for (const code of shown.querySelectorAll('code, math')) code.replaceWith('\`\`')
  for (const drawn of shown.querySelectorAll('pre, svg, .cm-editor')) drawn.replaceWith('\\n')
  for (const part of shown.querySelectorAll('*')) {
    if (!['STRONG', 'EM', 'A'].includes(part.tagName)) part.append('\\n')
  }
  return shown.textContent
})()`

const pack = builtInPack()
const names = namesOf(pack.entries.map(pack.load))

const browser = findChromium()

needing('Chromium', browser).describe('the page that judges', () => {
  let opened: Browser
  let host: StaticHost
  let folder: string
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'mlp-check-page-'))
    folder = join(cwd, 'site')
    const { code, stderr } = await runCli(['site', '--out', folder], { cwd })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    host = await staticHost({ [UNDER]: folder })
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic']
    opened = await chromium.launch({ executablePath: browser as string, args })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await opened?.close()
    await host?.close()
  })

  type Options = Parameters<Browser['newContext']>[0]

  /** A visitor; `problems` is all that the page complained of or asked of anybody else. */
  async function visit(options: Options = {}) {
    const context = await opened.newContext({ acceptDownloads: true, ...options })
    context.setDefaultTimeout(PATIENCE.waitMs)
    contexts.push(context)
    const problems: string[] = []
    context.on('request', (request) => {
      const url = request.url()
      const own = url.startsWith(host.origin + UNDER) || /^(data|blob):/.test(url)
      if (!own) problems.push(`asked for ${url}`)
    })
    context.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    context.on('weberror', (error) => problems.push(error.error().message))
    return { context, problems, view: await context.newPage() }
  }

  async function open(hash = '', options: Options = {}) {
    const visitor = await visit(options)
    await visitor.view.goto(`${host.origin}${UNDER}${hash}`)
    await visitor.view.locator('.cm-content').waitFor()
    return visitor
  }

  /** As somebody who selects all, deletes it and types. */
  async function type(view: Page, text: string) {
    await view.locator('.cm-content').click()
    await view.keyboard.press('Control+A')
    await view.keyboard.press('Delete')
    await view.keyboard.insertText(text)
  }

  const verdict = (view: Page, word: string) => view.locator('.line', { hasText: word }).waitFor()

  it('judges as one types: a wrong answer by its note, a right one by a proof', async () => {
    const { view, problems } = await open()
    await type(view, WRONG)
    await verdict(view, 'not yet')
    expect(await view.locator('.told').first().textContent()).toContain('without the square')
    await view.locator('.cm-lint-marker-error').first().waitFor()
    expect(await view.locator('nav a[aria-current] .sign').textContent()).toContain('not yet')
    await type(view, RIGHT)
    await verdict(view, 'passed')
    expect(await view.locator('.told').count()).toBe(0)
    expect(await view.locator('.proof').count()).toBe(2)
    await view.locator('.pictures svg').nth(1).waitFor()
    await view.locator('.solutions summary').click()
    expect(await view.locator('.solutions pre').first().textContent()).toContain('dtanh')
    await view.reload()
    await verdict(view, 'passed')
    expect(await view.locator('.cm-content').textContent()).toContain('Math.tanh')
    expect(problems).toEqual([])
    expect(host.missing).toEqual([])
  })

  it('moves along the curves by the keyboard, and shows what was computed there', async () => {
    const { view } = await open()
    await type(view, WRONG)
    await view.locator('.slider input').waitFor()
    await view.locator('.slider input').press('Home')
    expect(await view.locator('.at').textContent()).toBe('x = -6')
    const row = view.locator('.plots tbody tr').nth(1)
    expect(await row.textContent()).toContain(String(1 - Math.tanh(-6)))
    await view.getByRole('button', { name: 'To the counterexample' }).click()
    expect(await view.locator('.at').textContent()).not.toBe('x = -6')
  })

  it.each([
    ['never ends', 'export const tanh = (x: number) => { for (;;) {} }\n'],
    ['takes all memory', 'const all = []\nfor (;;) all.push(new Array(1e6).fill(1))\n'],
    ['calls itself', 'export const tanh = (x: number): number => tanh(x + 1)\n'],
    ['reaches for the page', 'export const tanh = () => globalThis.document.body.remove()\n'],
    ['is no program', '<script>document.body.remove()</script>\n'],
  ])('outlives an answer that %s', async (what, hostile) => {
    const { view } = await open()
    await type(view, hostile)
    // A browser's stack is short, and nobody can tell there whether a deeper one would have done.
    await verdict(view, what === 'calls itself' ? 'not judged' : 'not yet')
    await type(view, RIGHT)
    await verdict(view, 'passed')
  })

  it('works without a connection after the first visit', async () => {
    const own = await staticHost({ [UNDER]: folder })
    const { context, view } = await visit()
    await view.goto(own.origin + UNDER)
    await view.getByText('works without a connection').waitFor()
    await own.close()
    const later = await context.newPage()
    await later.goto(`${own.origin}${UNDER}#ex2`)
    await later.locator('h1', { hasText: 'ex2' }).waitFor()
    await later.goto(`${own.origin}${UNDER}#ex1`)
    await later.locator('h1', { hasText: 'ex1' }).waitFor()
    await type(later, RIGHT)
    await verdict(later, 'passed')
  })

  it.each([
    ['en', 'light', 'not yet'],
    ['zh-CN', 'dark', '尚未通过'],
  ] as const)('fits a phone, in %s and %s', async (locale, colorScheme, notYet) => {
    const viewport = { width: 360, height: 640 }
    const { view } = await open('', { viewport, isMobile: true, locale, colorScheme })
    await type(view, WRONG)
    await verdict(view, notYet)
    await view.locator('.pictures svg').first().waitFor()
    for (const summary of await view.locator('.told:not([open]) summary').all()) {
      await summary.click()
    }
    expect(await view.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await misfitsOf(view)).toEqual([])
  })

  it('speaks the language of the browser, and another one when it is asked', async () => {
    const { view, problems } = await open('', { locale: 'zh-CN' })
    expect(await view.locator('h1').textContent()).toBe('ex1：tanh 的导数')
    expect(await view.locator('.statement').textContent()).toContain('双曲正切')
    expect(await view.locator('.statement').getAttribute('lang')).toBe('zh-CN')
    expect(await view.locator('nav li').nth(1).textContent()).toContain('pReLU 的导数')
    expect(await view.locator('.cm-content').textContent()).toContain('在这里作答')
    await type(view, WRONG)
    await verdict(view, '尚未通过')
    expect(await view.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await view.locator('.told').first().textContent()).toContain('应为')
    expect(await view.locator('.verdict').textContent()).toContain('写成了 1 - tanh(x)，漏了平方')
    const said: string = await view.evaluate(PROSE)
    const faults = said
      .split('\n')
      .flatMap((line) => [
        ...latinWordsIn(line, names).map((word) => `${word}: ${line}`),
        ...spacingFaultsIn(line).map((fault) => `${fault}: ${line}`),
      ])
    expect(faults).toEqual([])
    await view.getByLabel('语言').selectOption('en')
    await verdict(view, 'not yet')
    expect(await view.locator('.verdict').textContent()).toContain(
      '1 - tanh(x), without the square',
    )
    expect(await view.locator('h1').textContent()).toBe('ex1: The derivative of tanh')
    expect(problems).toEqual([])
    await view.reload()
    await verdict(view, 'not yet')
  })

  it.each(['light', 'dark'] as const)('has no accessibility defect in %s', async (colorScheme) => {
    const { view } = await open('', { colorScheme })
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const defects = async () => {
      const { violations }: { violations: { id: string }[] } = await view.evaluate('axe.run()')
      return violations.map(({ id }) => id)
    }
    // Through the debugger, which the page's policy does not bind.
    await view.evaluate(axe)
    expect(await defects()).toEqual([])
    await type(view, WRONG)
    await verdict(view, 'not yet')
    await view.locator('.pictures svg').first().waitFor()
    await view.getByRole('button', { name: 'Show hint 1' }).click()
    await view.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    expect(await defects()).toEqual([])
    await view.evaluate("document.documentElement.dir = 'rtl'")
    expect(await defects()).toEqual([])
    expect(await view.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  })

  it('shows an answer that came with a link, and keeps one’s own', async () => {
    const { view, context } = await open()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await type(view, RIGHT)
    await verdict(view, 'passed')
    await view.getByRole('button', { name: 'Copy a link' }).click()
    await view.getByText('The link is copied').waitFor()
    const link = String(await view.evaluate('navigator.clipboard.readText()'))
    expect(link).toMatch(/#ex1\/a\/[\w-]+$/)
    const other = await visit()
    await other.view.goto(`${host.origin}${UNDER}`)
    await type(other.view, WRONG)
    await verdict(other.view, 'not yet')
    await other.view.goto(link)
    await verdict(other.view, 'passed')
    await other.view.getByRole('button', { name: 'Back to mine' }).click()
    await verdict(other.view, 'not yet')
  })

  it('gives the work away as a file, and takes it back', async () => {
    const { view } = await open()
    await type(view, RIGHT)
    await verdict(view, 'passed')
    const saved = view.waitForEvent('download')
    await view.locator('.menu summary').click()
    await view.getByRole('button', { name: 'Save to a file' }).click()
    const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-work-')), 'work.json')
    await (await saved).saveAs(file)
    const work = JSON.parse(readFileSync(file, 'utf8'))
    expect(work).toMatchObject({ version: 1, exercises: { ex1: { status: 'passed' } } })
    expect(work.answers.ex1).toBe(RIGHT)
    const other = await open()
    await other.view.locator('input[type=file]').setInputFiles(file)
    await verdict(other.view, 'passed')
    await other.view.getByRole('button', { name: 'Undo' }).click()
    await other.view.getByText('it is judged as you type').waitFor()
  })

  it('downloads the answer as it stands, and the report', async () => {
    const { view } = await open()
    await type(view, WRONG)
    await verdict(view, 'not yet')
    const textOf = async (name: string) => {
      const download = view.waitForEvent('download')
      await view.getByRole('button', { name }).click()
      return readFileSync(await (await download).path(), 'utf8')
    }
    expect(await textOf('Download ex1.ts')).toBe(WRONG)
    const report = JSON.parse(await textOf('Download the report'))
    expect(report.submissions[0]).toMatchObject({ exercise: 'ex1', status: 'failed' })
    expect(await view.locator('.actions').textContent()).toContain('never a grade')
  })

  it('stands in a page of somebody else, and says how it went', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'mlp-check-embed-'))
    const script = `${host.origin}${UNDER}embed.js`
    writeFileSync(
      join(outside, 'index.html'),
      `<!doctype html><script src="${script}"></script><mlp-check exercise="ex1"></mlp-check>
       <script>addEventListener('mlp-check-verdict', ({ detail }) => { heard = detail })</script>`,
    )
    const other = await staticHost({ '/': outside })
    const { view } = await visit()
    await view.goto(other.origin)
    const frame = view.frameLocator('mlp-check iframe')
    await frame.locator('.cm-content').click()
    await view.keyboard.press('Control+A')
    await view.keyboard.press('Delete')
    await view.keyboard.insertText(RIGHT)
    await frame.locator('.line', { hasText: 'passed' }).waitFor()
    await view.waitForFunction('globalThis.heard')
    expect(await view.evaluate('globalThis.heard')).toMatchObject({
      exercise: 'ex1',
      status: 'passed',
    })
    await other.close()
  })

  it('answers a script of the page with a report', async () => {
    const { view } = await open()
    const request = { exercise: 'ex1', source: WRONG, seed: 11 }
    const report: { seed: number; totals: object } = await view.evaluate(
      `mlpCheck.grade(${JSON.stringify(request)})`,
    )
    expect(report).toMatchObject({ seed: 11, totals: { failed: 1 } })
  })
})
