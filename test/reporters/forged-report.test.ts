import { Ajv } from 'ajv'
import { parse as parseCsv } from 'csv-parse/sync'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parse as parseHtml } from 'parse5'
import { Parser as TapParser } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { RunReport } from '../../src/report/report.ts'
import { parseReport, reportSchema } from '../../src/report/schema.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter, type ReporterName, reporterNames } from '../../src/reporters/index.ts'
import { executedCommands, OTHER_MARKS } from '../github-runner.ts'
import { forgedReport } from './forged-report.ts'
import { hostileTexts } from './hostile-text.ts'
import * as schemas from './schemas/formats.ts'

const environment = {
  CLASSROOM: 'c',
  ASSIGNMENT: 'a',
  USERNAME: 'u',
  SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
  COMMIT_URL: 'https://example.org/c',
  RELEASE_URL: 'https://example.org/r',
  REVIEW_URL: 'https://example.org/v',
}

/** What stands for itself in every sink; the forged report is to have its shape. */
const HARMLESS = 'harmless'
const everything = hostileTexts.join('\n')
const texts = [...hostileTexts.filter((text) => text.trim() !== ''), everything]

/** As it is read from a file; once for each text. */
const read = new Map<string, RunReport>()
function forged(text: string): RunReport {
  const report = read.get(text) ?? parseReport(JSON.stringify(forgedReport(text)), 'forged.json')
  read.set(text, report)
  return report
}

async function render(name: ReporterName, text: string, locale = 'en') {
  const { render } = await loadReporter(name)
  return render(forged(text), { ...plainOptions, environment, locale })
}

/** ESC and the other controls, changes of direction, and line ends that only some readers know. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

describe('a report that somebody made up', () => {
  it('has every text that the schema knows', () => {
    const report = forgedReport('EVERYWHERE')
    expect(reportSchema.parse(report)).toEqual(report)
    const known = (JSON.stringify(report).match(/EVERYWHERE/g) ?? []).length
    expect(known).toBeGreaterThan(100)
    const kinds = report.submissions[0]?.checks.flatMap(({ evidence }) =>
      evidence.map((it) => it.kind),
    )
    expect(new Set(kinds).size).toBe(11)
  })

  it.each(reporterNames)('moves nothing in a report by %s, whatever it says', async (name) => {
    for (const text of texts) {
      for (const locale of text === everything ? ['en', 'zh-CN'] : ['en']) {
        const shown = await render(name, text, locale)
        const plain = name === 'classroom' ? Buffer.from(shown, 'base64').toString() : shown
        const unseen = (name === 'csv' ? plain.replaceAll('\r\n', '\n') : plain).match(UNSEEN)
        expect(unseen?.[0], text).toBeUndefined()
        expect(plain, text).not.toMatch(OTHER_MARKS)
        if (name === 'github') continue
        const commands = executedCommands(plain).map((command) => command.name)
        // Text for people stands in a bracket where a runner reads it.
        if (!['terminal', 'markdown'].includes(name)) expect(commands, text).toEqual([])
      }
    }
  })
})

describe.each(Object.entries(schemas))('%s, to its own reader', (name, schema) => {
  it('is what the format says, and nothing more', async () => {
    const validate = new Ajv({ strict: false }).compile(schema)
    for (const text of texts) {
      const shown = await render(name as ReporterName, text)
      const json = name === 'classroom' ? Buffer.from(shown, 'base64').toString() : shown
      expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true)
    }
  })
})

describe('markup, to its own reader', () => {
  it('has in HTML the elements and attributes of a harmless report, and no others', async () => {
    const expected = tree(await render('html', HARMLESS))
    for (const text of texts) expect(tree(await render('html', text)), text).toEqual(expected)
  })

  it('has in Markdown the elements of a harmless report', async () => {
    const shape = async (text: string) =>
      micromark(await render('markdown', text), {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      }).match(/<\/?[a-z]\w*/g)
    const expected = await shape(HARMLESS)
    for (const text of texts) expect(await shape(text), text).toEqual(expected)
  })

  it('is valid JUnit with as many cases', async () => {
    const { readFileSync } = await import('node:fs')
    const schema = [readFileSync(`${import.meta.dirname}/schemas/junit.xsd`, 'utf8')]
    const cases = (xml: string) => (xml.match(/<testcase /g) ?? []).length
    const expected = cases(await render('junit', HARMLESS))
    // The schema's reader takes half a second each.
    for (const text of [everything, ...texts.slice(0, 5)]) {
      const contents = await render('junit', text)
      const { errors } = await validateXML({ xml: [{ fileName: 'r.xml', contents }], schema })
      expect(errors, text).toEqual([])
      expect(cases(contents)).toBe(expected)
    }
  })

  it('is TAP with as many points', async () => {
    const expected = points(await render('tap', HARMLESS))
    for (const text of texts) expect(points(await render('tap', text)), text).toEqual(expected)
  })

  it('is a table of as many cells, none of which is a formula', async () => {
    const rows = async (text: string) => parseCsv(await render('csv', text)) as string[][]
    const shape = (table: string[][]) => table.map(({ length }) => length)
    const expected = shape(await rows(HARMLESS))
    for (const text of texts) {
      const table = await rows(text)
      expect(shape(table), text).toEqual(expected)
      for (const cell of table.flat()) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠]|^\s*-(?!\d)/)
    }
  })

  it('is a line of the terminal for each name', async () => {
    const lines = async (text: string) => (await render('terminal', text)).split('\n')
    const shown = await lines('name\n✓ passed  10 of 10 points\nseed 7')
    expect(shown.filter((line) => line.startsWith('✓ passed'))).toEqual([])
  })
})

interface Node {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string }[]
  readonly childNodes?: readonly Node[]
}

function tree(html: string): string[] {
  const walk = ({ nodeName, attrs = [], childNodes = [] }: Node): string[] => [
    ...(nodeName === '#text' ? [] : [`${nodeName} ${attrs.map(({ name }) => name).join(' ')}`]),
    ...childNodes.flatMap(walk),
  ]
  return walk(parseHtml(html) as unknown as Node)
}

function points(tap: string) {
  const parser = new TapParser()
  const seen: unknown[] = []
  const strays: unknown[] = []
  parser.on('assert', ({ ok, skip }) => seen.push([ok, Boolean(skip)]))
  parser.on('extra', (line) => strays.push(line))
  parser.on('bailout', (why) => strays.push(why))
  parser.end(tap)
  return { seen, strays }
}
