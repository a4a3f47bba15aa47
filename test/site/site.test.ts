import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makeSite, type SiteInput } from '../../src/site/site.ts'

const input: SiteInput = {
  outline: {
    name: 'A course & </script><script>more',
    version: '1.2.3',
    exercises: [{ id: 'one', title: '<b>One</b>', points: 100 }],
  },
  texts: [
    {
      id: 'one',
      language: 'en',
      title: 'One',
      points: 100,
      source: 'a book',
      statement: '<p>Write it.</p>',
      starter: 'export const f = 0\n',
      functions: [],
      hints: ['a hint'],
    },
    {
      id: 'one',
      language: 'zh-CN',
      title: '一',
      points: 100,
      source: 'a book',
      statement: '<p>写出它。</p>',
      starter: 'export const f = 0\n',
      functions: [],
      hints: ['一条提示'],
    },
  ],
  assets: [
    { path: 'page.js', content: 'run()' },
    { path: 'page.css', content: 'body {}' },
  ],
  data: [{ path: 'data/one.json', content: new Uint8Array([1, 2, 3]) }],
  scripts: { embed: 'embed()', serviceWorker: 'serve()' },
}

type Node = DefaultTreeAdapterMap['node']
const site = makeSite(input)
const textOf = (path: string) =>
  String(site.files.find((file) => file.path === path)?.content ?? '')

function elements(node: Node): readonly (readonly [string, Record<string, string>])[] {
  const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : []
  const children = 'childNodes' in node ? node.childNodes : []
  return [
    [node.nodeName, Object.fromEntries(attributes)] as const,
    ...children.flatMap((child) => elements(child)),
  ]
}

describe('a site', () => {
  it('has all that the page loads in a folder of its version, and the page last', () => {
    const folder = `v-${site.version}`
    expect(site.files.map(({ path }) => path)).toEqual([
      `${folder}/page.js`,
      `${folder}/page.css`,
      `${folder}/data/one.json`,
      `${folder}/texts/one.json`,
      `${folder}/texts/one.zh-CN.json`,
      'site.json',
      'embed.js',
      'sw.js',
      'index.html',
    ])
  })

  it('names only files of its own, relative to itself', () => {
    const paths = new Set(site.files.map(({ path }) => `./${path}`))
    const named = elements(parse(textOf('index.html'))).flatMap(([, { src, href }]) =>
      [src, href].filter((one) => one !== undefined && !one.startsWith('data:')),
    )
    expect(named).toHaveLength(2)
    expect(named.filter((one) => !paths.has(one as string))).toEqual([])
  })

  it('lets nothing of a course become an element', () => {
    const names = elements(parse(textOf('index.html'))).map(([name]) => name)
    expect(names.filter((name) => name === 'script')).toHaveLength(2)
    expect(names).not.toContain('b')
  })

  it('allows no inline script, no inline style and no eval but that of WebAssembly', () => {
    const [, { content = '' } = {}] = elements(parse(textOf('index.html'))).find(
      ([name, { 'http-equiv': kind }]) => name === 'meta' && kind === 'Content-Security-Policy',
    ) ?? ['', {}]
    expect(content).toContain("default-src 'none'")
    expect(content.match(/'unsafe-[\w-]+'|'wasm-unsafe-eval'|https?:|\*/g)).toEqual([
      "'wasm-unsafe-eval'",
    ])
  })

  it('has another version where anything of it is another', () => {
    const others: SiteInput[] = [
      { ...input, outline: { ...input.outline, version: '1.2.4' } },
      { ...input, texts: input.texts.map((text) => ({ ...text, starter: '' })) },
      { ...input, data: [{ path: 'data/one.json', content: new Uint8Array([1, 2, 4]) }] },
      { ...input, scripts: { ...input.scripts, embed: 'other()' } },
      { ...input, scripts: { ...input.scripts, serviceWorker: 'other()' } },
    ]
    const versions = [input, ...others].map((one) => makeSite(one).version)
    expect(new Set(versions).size).toBe(versions.length)
    expect(makeSite(structuredClone(input)).version).toBe(site.version)
  })

  it('tells its service worker every file, so that none is missing without a connection', () => {
    const [first = ''] = textOf('sw.js').split('\n')
    const { version, kept } = JSON.parse(first.replace('self.SITE = ', '').replace(/;$/, ''))
    expect(version).toBe(site.version)
    const loaded = site.files.filter(({ path }) => path.startsWith('v-'))
    expect(kept).toEqual(['./', ...loaded.map(({ path }) => path)])
  })
})
