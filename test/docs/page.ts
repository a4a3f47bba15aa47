import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { packageRoot } from '../../src/package-root.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A page of Markdown as GitHub shows it. */
export interface Page {
  /** From the root, with slashes. */
  readonly path: string
  readonly links: readonly string[]
  /** What a link may name behind its `#`. */
  readonly anchors: ReadonlySet<string>
  /** Blocks of code, and code inside of sentences. */
  readonly blocks: readonly string[]
  readonly spans: readonly string[]
}

export function readPage(path: string): Page {
  const text = readFileSync(join(packageRoot(), path), 'utf8')
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }
  const elements = [...elementsIn(parse(micromark(text, options)).childNodes)]
  const slugger = new GithubSlugger()
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName))
  const isBlock = (element: Element) => (element.parentNode as Element).tagName === 'pre'
  const code = elements.filter(({ tagName }) => tagName === 'code')
  return {
    path,
    links: elements.flatMap(({ attrs }) =>
      attrs.flatMap(({ name, value }) => (name === 'href' || name === 'src' ? [value] : [])),
    ),
    anchors: new Set(headings.map((heading) => slugger.slug(textOf(heading)))),
    blocks: code.filter(isBlock).map(textOf),
    spans: code.filter((element) => !isBlock(element)).map(textOf),
  }
}

/** Why a link leads nowhere; undefined where it leads somewhere. Other sites are not asked. */
export function deadEnd(page: Page, link: string): string | undefined {
  if (/^[a-z]+:/i.test(link)) return URL.canParse(link) ? undefined : 'is no address'
  const [path = '', anchor] = decodeURI(link).split('#')
  const target = path === '' ? page.path : posix.join(posix.dirname(page.path), path)
  if (!existsSync(join(packageRoot(), target))) return `${target} is not there`
  if (anchor === undefined || !target.endsWith('.md')) return undefined
  return readPage(target).anchors.has(anchor) ? undefined : `${target} has no heading #${anchor}`
}

function* elementsIn(nodes: readonly Node[]): Iterable<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    yield node
    yield* elementsIn(node.childNodes)
  }
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
