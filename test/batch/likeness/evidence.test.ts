import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { evidenceOf, type MarkedFile } from '../../../src/batch/likeness/evidence.ts'
import { evidencePage } from '../../../src/batch/likeness/evidence-page.ts'
import { fingerprintsOf } from '../../../src/source/likeness/fingerprints.ts'
import { findChromium, needing } from '../../machine.ts'
import { PATIENCE } from '../../patience.ts'
import { DISGUISES, ORIGINAL } from './disguises.ts'

const file = (text: string, name = 'ex1.ts') => [{ name, text }]
const textOf = ({ pieces }: MarkedFile) => pieces.map(({ text }) => text).join('')
const markedIn = (files: readonly MarkedFile[]) =>
  files.flatMap(({ pieces }) => pieces.filter(({ stretch }) => stretch !== undefined))
const nothing: ReadonlySet<number> = new Set()

describe('what two answers have in common', () => {
  it.each(Object.entries(DISGUISES))('is marked in both, whole, in spite of %s', (_, text) => {
    const { one, other, stretches } = evidenceOf(file(ORIGINAL), file(text), nothing)
    expect([one, other].map(([only]) => textOf(only as MarkedFile))).toEqual([ORIGINAL, text])
    const numbers = [one, other].map((files) =>
      [...new Set(markedIn(files).map(({ stretch }) => stretch))].sort(),
    )
    const all = Array.from({ length: stretches }, (_, at) => at + 1)
    expect(numbers).toEqual([all, all])
    const written = markedIn(one).map((piece) => piece.text)
    expect(written.join(' ')).toContain('4 * Math.exp(-2 * Math.abs(x))')
    expect(written.join('').length).toBeGreaterThan(ORIGINAL.length * 0.4)
  })

  it('leaves unmarked what only one has', () => {
    const { one, other } = evidenceOf(
      file(ORIGINAL),
      file(DISGUISES['a dead line'] as string),
      nothing,
    )
    const texts = [one, other].map((files) =>
      markedIn(files)
        .map(({ text }) => text)
        .join('\n'),
    )
    expect(texts.join('\n')).not.toMatch(/Math\.sqrt|unused|exponentials/)
  })

  it('is nothing where all of it is the starter’s', () => {
    const starter = new Set(fingerprintsOf(ORIGINAL))
    const { stretches, one } = evidenceOf(file(ORIGINAL), file(ORIGINAL), starter)
    expect([stretches, markedIn(one)]).toEqual([0, []])
  })

  it('goes over the files of an answer, and none into the next function', () => {
    const [head = '', tail = ''] = ORIGINAL.split('export function dtanh')
    const parts = [...file(head), ...file(`export function dtanh${tail}`, 'more.ts')]
    const { other } = evidenceOf(file(ORIGINAL), parts, nothing)
    expect(other.map((one) => markedIn([one]).length > 0)).toEqual([true, true])
  })

  it('ends, however long and even the programs are', () => {
    const long = `export const f = (x: number) => { let y = x; ${'y += x * 2;\n'.repeat(4000)} return y }`
    const { cut, stretches } = evidenceOf(file(long), file(long), nothing)
    expect(cut).toBe(true)
    expect(stretches).toBeGreaterThan(0)
  })
})

const HOSTILE = '</pre><script>globalThis.hurt = 1</script><img src=x onerror="hurt = 1">'

function pageOf(name: string, text = ORIGINAL) {
  const one = { people: [name, `${name} too`], file: `${name}/ex1.ts` }
  const other = { people: ['Ann Lee (5001)'], file: 'ann/ex1.ts' }
  const own = [{ name: `${name}.ts`, text }]
  return evidencePage({
    title: `ex1: 2 answers that are alike (1 of 1)`,
    authors: [one, other],
    pairs: [
      { one, other, text: 'about 100', evidence: evidenceOf(own, file(ORIGINAL), nothing) },
      { one, other, text: 'about 100' },
    ],
    more: 3,
  })
}

type Node = DefaultTreeAdapterMap['node']

function elements(node: Node): string[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return [node.nodeName, ...children.flatMap(elements)].filter((name) => name !== '#text')
}

describe('the page of like answers', () => {
  it('has the same elements whatever the names and the code hold', () => {
    const comment = (text: string) => `// ${text}\n${ORIGINAL}`
    const harmless = elements(parse(pageOf('Bob', comment('mine'))))
    expect(elements(parse(pageOf(HOSTILE, comment(HOSTILE))))).toEqual(harmless)
    expect(harmless).not.toContain('script')
    expect(pageOf('Bob')).not.toMatch(/https?:|<link|<iframe|@import|url\(/i)
  })

  it('leads from each stretch to its place in the other column', () => {
    const page = pageOf('Bob')
    const ids = new Set([...page.matchAll(/ id="(p\d+[ab]\d+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(1)
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
  })
})

const browser = findChromium()

needing('Chromium', browser).describe('the page of like answers in Chromium', () => {
  it.each(['light', 'dark'] as const)('has no accessibility defect in %s', async (colorScheme) => {
    const opened = await chromium.launch({
      executablePath: browser as string,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    })
    try {
      const context = await opened.newContext({ colorScheme })
      context.setDefaultTimeout(PATIENCE.waitMs)
      const view = await context.newPage()
      const path = join(mkdtempSync(join(tmpdir(), 'mlp-check-')), 'page.html')
      writeFileSync(path, pageOf('Bob'))
      await view.goto(pathToFileURL(path).href)
      await view.evaluate(
        readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      )
      for (const width of [1280, 360]) {
        await view.setViewportSize({ width, height: 740 })
        const found: { violations: { id: string }[] } = await view.evaluate('axe.run()')
        expect(found.violations.map(({ id }) => id)).toEqual([])
        expect(await view.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
      }
    } finally {
      await opened.close()
    }
  })
})
