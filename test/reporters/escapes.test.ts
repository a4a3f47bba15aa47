import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { parse as parseJUnit } from 'junit2json'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { Parser as TapParser } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import { csvRow } from '../../src/reporters/escape-csv.ts'
import { escapeHtml } from '../../src/reporters/escape-html.ts'
import { escapeMarkdown, markdownBlock, markdownCode } from '../../src/reporters/escape-markdown.ts'
import { escapeTap } from '../../src/reporters/escape-tap.ts'
import { escapeWorkflowData, escapeWorkflowProperty } from '../../src/reporters/escape-workflow.ts'
import {
  breakCommands,
  cleanLine,
  cleanText,
  cutText,
  cutToBytes,
} from '../../src/text/clean-text.ts'
import { escapeXml, escapeXmlAttribute } from '../../src/text/escape-xml.ts'
import { eightMegabytes, hostileText, hostileTexts } from './hostile-text.ts'

/** Every hostile text, then hundreds of random ones. */
function forHostileText(law: (text: string) => void | Promise<void>): Promise<void> {
  const examples = hostileTexts.map((text): [string] => [text])
  return fc.assert(
    fc.asyncProperty(hostileText, async (text) => law(text)),
    { seed: 7, examples, numRuns: 300 },
  )
}

describe('cleanText', () => {
  it('leaves nothing that is invisible, moves the cursor, or turns the direction', () =>
    forHostileText((text) => {
      expect(cleanText(text)).not.toMatch(
        /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u,
      )
    }))

  it('leaves clean text alone, whatever its language', () => {
    const text = 'tanh′(−½) ≠ ¼\tنص 中文 👩‍🏫\n'
    expect(cleanText(text)).toBe(text)
  })

  it('shows what it replaces', () => {
    expect(cleanText('\u001b[31m\r\n\r\u202e\ud800\u0085')).toBe('␛[31m\n␍<U+202E>\ufffd<U+0085>')
  })

  it('cuts eight megabytes to size and says how much is gone', () => {
    expect(cleanText(eightMegabytes, 4)).toBe('x␛]]… (7340028 more characters)')
  })

  it('never cuts a pair in half', () => {
    expect(cutText('a😀b', 2)).toBe('a… (3 more characters)')
    expect(cutToBytes('a😀bcdef', 7)).toBe('a…')
    expect(cutToBytes('a😀bcdef', 8)).toBe('a😀…')
    expect(cutToBytes('a😀b', 6)).toBe('a😀b')
  })

  it('puts a line on one line', () =>
    forHostileText((text) => {
      expect(cleanLine(text)).not.toMatch(/[\n\r]/)
    }))
})

describe('escapeXml', () => {
  it('comes back from a JUnit parser as the clean text, from attributes and elements', () =>
    forHostileText(async (text) => {
      const xml = `<testsuites><testsuite name="s" tests="1"><testcase name="n${escapeXmlAttribute(text)}"><failure message="n${escapeXmlAttribute(text)}" type="t">n${escapeXml(text)}</failure></testcase></testsuite></testsuites>`
      const parsed = await parseJUnit(xml)
      const testCase =
        parsed && 'testsuite' in parsed ? parsed.testsuite?.[0]?.testcase?.[0] : undefined
      expect(testCase?.name).toBe(`n${cleanText(text)}`)
      expect(testCase?.failure?.[0]?.message).toBe(`n${cleanText(text)}`)
      expect(testCase?.failure?.[0]?.inner).toBe(`n${cleanText(text)}`)
    }))
})

describe('escapeHtml', () => {
  it('is one text node in an element and one value in an attribute', () =>
    forHostileText((text) => {
      const [element, ...rest] = parseFragment(
        `<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`,
      ).childNodes
      expect(rest).toEqual([])
      if (element === undefined || !('attrs' in element)) throw new Error('No element.')
      expect(element.attrs.map(({ name, value }) => [name, value])).toEqual([
        ['title', cleanText(text)],
      ])
      expect(element.childNodes.every(({ nodeName }) => nodeName === '#text')).toBe(true)
      expect(textOf(element)).toBe(cleanText(text))
    }))
})

describe('csvRow', () => {
  it('comes back from a CSV parser as the same cells', () =>
    forHostileText((text) => {
      const rows = parseCsv(csvRow([text, 1.5, null, text]) + csvRow(['end']), {
        relaxColumnCount: true,
      })
      expect(rows).toHaveLength(2)
      const [first, second, third, fourth] = rows[0] as string[]
      const plain = first?.replace(/^'(?=[\s'"]*[=+\-@＝＋－＠|%])/, '')
      expect(plain).toBe(breakCommands(cleanText(text)))
      expect([second, third, fourth]).toEqual(['1.5', '', first])
    }))

  it('starts no cell as a formula', () =>
    forHostileText((text) => {
      const [[cell]] = parseCsv(csvRow([text, 'x'])) as [[string]]
      expect(cell).not.toMatch(/^\s*["]?\s*[=+\-@＝＋－＠]/)
    }))

  it('keeps negative numbers numbers', () => {
    expect(csvRow([-0.5, '-0.5'])).toBe("-0.5,'-0.5\r\n")
  })
})

describe('escapeWorkflow', () => {
  it('is read back by the rules of the runner and never starts a second command', () =>
    forHostileText((text) => {
      const line = `::error file=${escapeWorkflowProperty(text)},title=${escapeWorkflowProperty(text)}::${escapeWorkflowData(text)}`
      expect(line).not.toMatch(/[\r\n]/)
      expect(runnerReads(line)).toEqual({
        command: 'error',
        properties: { file: cleanText(text), title: cleanText(text) },
        data: cleanText(text),
      })
    }))
})

describe('escapeMarkdown', () => {
  it('shows as written, in a paragraph and in a table', () =>
    forHostileText((text) => {
      const shown = cleanLine(text).replace(/\s+/g, ' ')
      expect(rendered(`a${escapeMarkdown(text)}b`)).toBe(`a${shown}b`)
      expect(rendered(`| a |\n|---|\n| x${escapeMarkdown(text)}y |`)).toBe(`a x${shown}y`)
      expect(rendered(`a${markdownCode(text)}b`)).toBe(`a${shown}b`)
    }))

  it('makes no element out of a text', () =>
    forHostileText((text) => {
      const html = micromark(`x${escapeMarkdown(text)}`, {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      })
      expect(html).toMatch(/^<p>[^<]*<\/p>$/)
    }))

  it('keeps every line of a block inside its fence', () =>
    forHostileText((text) => {
      const html = micromark(`${markdownBlock(text)}\n\nend`, { extensions: [gfm()] })
      const { childNodes } = parseFragment(html)
      const [block, , end] = childNodes
      if (block === undefined || end === undefined) throw new Error(html)
      expect(textOf(block).replace(/\n+$/, '')).toBe(cleanText(text).replace(/\n+$/, ''))
      expect(textOf(end)).toBe('end')
    }))
})

describe('escapeTap', () => {
  it('is one point with no directive, under the same name', () =>
    forHostileText((text) => {
      const tap = `TAP version 13\n1..1\nnot ok 1 - a ${escapeTap(text)}\n`
      const events = TapParser.parse(tap)
      const asserts = events.filter(([kind]) => kind === 'assert').map(([, point]) => point)
      expect(asserts).toHaveLength(1)
      expect(asserts[0]).toMatchObject({ ok: false, skip: false, todo: false })
      expect(asserts[0].name).toBe(`a ${cleanLine(text)}`.trim())
    }))
})

type Node = DefaultTreeAdapterMap['node']

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function rendered(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  })
  return textOf(parseFragment(html)).replaceAll('\u200b', '').replace(/\s+/g, ' ').trim()
}

/** The documented grammar, `::name key=value,…::data`, with its escapes undone. */
function runnerReads(line: string) {
  const [, command = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
  const undo = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  const properties = list.split(',').map((pair) => {
    const split = pair.indexOf('=')
    return [pair.slice(0, split), undo(pair.slice(split + 1))]
  })
  return { command, properties: Object.fromEntries(properties), data: undo(data) }
}
