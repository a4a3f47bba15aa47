import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { packageRoot } from '../../src/package-root.ts'
import { sourceFiles } from '../import-graph.ts'

/** A sentence in the source: its gaps are `{1}`, `{2}`, … */
export interface Said {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Files whose texts are no sentences for the user of a command, each with what they are. */
export const NOT_TOLD: readonly { readonly files: RegExp; readonly because: string }[] = [
  { files: /^src\/messages\//, because: 'sentences live here, in every language' },
  { files: /^src\/sandbox\/(guest|known-good)/, because: 'programs, and words between threads' },
  { files: /^src\/(symbolic|sandbox\/recorder|compiled-code)\//, because: 'programs' },
  { files: /^src\/(guest-types|formula\/print-mathml|lint\/source-mutants)/, because: 'programs' },
  { files: /^src\/node\/(write-guest-image|run-reference)/, because: 'programs' },
  { files: /^src\/node\/own-limits/, because: 'names that Linux gives its limits' },
  { files: /^src\/cli\/(completion-scripts|serve-site)/, because: 'programs' },
  { files: /^src\/workspace\/workflows\//, because: 'files for other programs' },
  { files: /^src\/pack\/(schema|json-schema|scaffold)/, because: 'a schema, for editors' },
  { files: /^src\/(report|course)\/schema/, because: 'a schema, for editors' },
  { files: /^src\/batch\/queue\/(work-queue|queue-judge|queue-trials)/, because: 'SQL' },
  { files: /^src\/batch\/people\/headings/, because: 'headings of sheets, in all languages' },
  { files: /(page-style|html-style|svg-style)\.ts$/, because: 'style sheets' },
  {
    files: /^src\/site\/(page\/|statement|index-page)/,
    because: 'the page speaks by the catalogue',
  },
  {
    files: /^src\/(exact|tensorflow)\//,
    because: 'reasons of the prover have a test of their own',
  },
  { files: /^src\/prover\//, because: 'reasons of the prover have a test of their own' },
  { files: /^src\/statement\/latex/, because: 'names of LaTeX' },
  { files: /^src\/workspace\/config/, because: 'a schema, for editors' },
  { files: /^src\/plot\/(svg|html)/, because: 'names of styles' },
]

/** Calls whose texts nobody reads in a terminal: schemas for editors, and our own bugs. */
const DOCUMENTS = new Set(['told', 'describe', 'meta'])
const BUGS = new Set(['Error', 'TypeError', 'RangeError', 'RegExp'])

/** Two words beside each other, outside of code, tags and options. */
const SENTENCE = /[A-Za-z]{2,}[,:;]? (?:\{\d\} )?[A-Za-z]{2,}/

/** Every text of the sources that reads like a sentence. */
export function saidInSources(): readonly Said[] {
  return sourceFiles()
    .filter((file) => !NOT_TOLD.some(({ files }) => files.test(file)))
    .flatMap(saidIn)
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

function saidIn(file: string): readonly Said[] {
  const text = readFileSync(join(packageRoot(), file), 'utf8')
  const found: Said[] = []
  const isDocument = /^src\/(reporters|checks)\//.test(file)
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one)
      return
    }
    if (!isNode(node) || isSkipped(node, isDocument)) return
    const said = textOf(node)
    if (said !== undefined && isSentence(said)) {
      found.push({ file, line: text.slice(0, node.start).split('\n').length, text: said })
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'type') visit(value)
  }
  visit(parseSync(file, text).program)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isSkipped(node: Node, isDocument: boolean): boolean {
  if (node.type === 'ImportDeclaration' || node.type.startsWith('TSType')) return true
  if (node.type.startsWith('TSInterface') || node.type === 'TSLiteralType') return true
  if (node.type === 'CallExpression') return DOCUMENTS.has(nameOf(node.callee))
  if (node.type === 'NewExpression') return BUGS.has(nameOf(node.callee))
  return isDocument && node.type === 'Property' && nameOf(node.key) === 'summary'
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return typeof node.name === 'string' ? node.name : nameOf(node.property)
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.map(({ value }, at) => (at === 0 ? '' : `{${at}}`) + value.cooked).join('')
}

function isSentence(text: string): boolean {
  return SENTENCE.test(plain(text))
}

/** Without what is code wherever it stands. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' | ')
    .replace(/`[^`]*`/g, '|')
    .replace(/\bmlp-check [\w -]*/g, '| ')
    .replace(/--[\w-]+/g, '|')
}
