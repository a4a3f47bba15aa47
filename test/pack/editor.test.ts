import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkKinds } from '../../src/checks/index.ts'
import { SCHEMA_FILE, scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { packageRoot } from '../../src/package-root.ts'
import { openEditor } from './language-server.ts'

const schema = readFileSync(join(packageRoot(), 'schema', SCHEMA_FILE), 'utf8')
const [spec] = scaffoldFiles('cube')
const text = spec?.text ?? ''

const course = mkdtempSync(join(tmpdir(), 'mlp-check-editor-'))
const file = join(course, spec?.path ?? '')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, text)
writeFileSync(join(course, 'exercises', SCHEMA_FILE), schema)
const editor = await openEditor(file)
afterAll(() => {
  editor.close()
  rmSync(course, { recursive: true })
})

describe('an editor with the YAML language server', () => {
  it('finds the schema by the line of a new exercise, and has nothing to say of it', async () => {
    expect(await editor.problems(text)).toEqual([])
  })

  it.each([
    ['a key that is misspelt', 'domain:', 'domian:', /domian/],
    ['a key of a check', 'points: 2', 'pionts: 2', /pionts/],
    ['a kind', 'kind: value', 'kind: valeu', /not accepted/],
    ['a key of another kind', 'points: 3', 'reference: f', /reference/],
    ['a key of a mistake', "formula: 'x ** 2'", "fromula: 'x ** 2'", /fromula/],
  ])('has one thing to say of %s', async (_, from, to, message) => {
    const line = text.slice(0, text.indexOf(from)).split('\n').length
    const found = await editor.problems(text.replace(from, to))
    expect(found, JSON.stringify(found)).toEqual([
      { line, message: expect.stringMatching(message) },
    ])
  })

  it('offers the kinds of checks', async () => {
    const labels = await editor.offers(text.replace('kind: value', 'kind: |'))
    expect(labels).toEqual(expect.arrayContaining(Object.keys(checkKinds)))
  })

  it('offers the keys of a kind, and none of another', async () => {
    const check = '  - { kind: value, function: cube, points: 2 }'
    const labels = await editor.offers(text.replace(check, '  - kind: value\n    |'))
    expect(labels).toEqual(expect.arrayContaining(['function', 'points', 'tolerance', 'partial']))
    expect(labels).not.toContain('reference')
    expect(labels).not.toContain('rules')
  })
})

describe('the schema', () => {
  it('describes every key that an author may write', () => {
    expect(undescribed(JSON.parse(schema), '')).toEqual([])
  })
})

interface Node {
  readonly properties?: { readonly [key: string]: Node }
  readonly description?: string
  readonly const?: unknown
  readonly [key: string]: unknown
}

function undescribed(node: Node, path: string): string[] {
  const bare = Object.entries(node.properties ?? {}).filter(
    ([, { description, const: only }]) => description === undefined && only === undefined,
  )
  const inner = Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? undescribed(value as Node, `${path}.${key}`) : [],
  )
  return [...bare.map(([key]) => `${path}.${key}`), ...inner]
}
