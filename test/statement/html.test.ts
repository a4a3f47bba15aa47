import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { statementHtml } from '../../src/statement/html.ts'

type Node = DefaultTreeAdapterMap['node']

/** Elements and attributes that a statement has. */
function marks(node: Node): readonly string[] {
  const attributes = 'attrs' in node ? node.attrs.map(({ name }) => `@${name}`) : []
  const children = 'childNodes' in node ? node.childNodes : []
  return [node.nodeName, ...attributes, ...children.flatMap((child) => marks(child))]
}

const KNOWN = new Set(
  '#document-fragment #text p h2 h3 pre code table thead tbody tr th td ul ol li em strong blockquote div a hr @class @dir @tabindex @role @align @href @start'.split(
    ' ',
  ),
)
const strangers = (html: string) => marks(parseFragment(html)).filter((mark) => !KNOWN.has(mark))

describe('a statement', () => {
  const folder = join(packageRoot(), 'exercises')
  it.each(readdirSync(folder).filter((name) => !name.includes('.')))('of %s is plain', (name) => {
    const html = statementHtml(readFileSync(join(folder, name, 'README.md'), 'utf8'))
    expect(strangers(html)).toEqual([])
    expect(html).toContain('<table>')
    expect(html).not.toContain('<h1>')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '<a href="x" onclick="alert(1)">a</a>',
    '<style>*{display:none}</style>',
    '<iframe src="https://example.org"></iframe>',
    '| a |\n|---|\n| <svg onload=alert(1)> |',
    '```"><script>\nx\n```',
  ])('brings nothing that runs: %s', (hostile) => {
    const html = statementHtml(`# title\n\n${hostile}\n`)
    expect(strangers(html)).toEqual([])
    expect(html).not.toMatch(/href="(javascript|data):/)
  })
})
