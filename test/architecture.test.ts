import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

/** Where files live, and which places they may import from. A place may always import from itself. */
const LAYERS: Record<string, { mayImport: readonly string[]; because: string }> = {
  report: { mayImport: [], because: 'the verdict model is what everything else speaks' },
  errors: { mayImport: [], because: 'anybody may throw them' },
  totals: { mayImport: ['report'], because: "adding up a record is nobody's alone" },
  'near-names': {
    mayImport: ['formula'],
    because: 'anybody may offer near names; edits are counted below',
  },
  'package-root': { mayImport: [], because: 'it only knows where the package lies' },
  version: { mayImport: [], because: 'it only reads package.json' },
  formula: { mayImport: [], because: 'formulas are pure data and pure functions of data' },
  messages: { mayImport: ['report'], because: 'sentences are made of values of the report' },
  plot: { mayImport: ['report', 'messages'], because: 'a plot is a pure function of data' },
  workspace: {
    mayImport: ['report', 'reporters', 'submission', 'exercise', 'errors', 'near-names', 'version'],
    because: 'a workspace is files and what is remembered of them; it judges nothing',
  },
  typecheck: {
    mayImport: ['report', 'package-root'],
    because: 'types are evidence beside the numbers, and nothing else',
  },
  submission: {
    mayImport: ['formula', 'report', 'errors', 'near-names', 'package-root', 'exercise'],
    because: 'running a submission needs no checks and no verdicts',
  },
  reference: {
    mayImport: ['formula', 'exercise', 'errors', 'package-root', 'version', 'report'],
    because: 'the truth does not depend on any submission',
  },
  mistakes: {
    mayImport: ['formula', 'exercise', 'reference', 'report'],
    because: 'a mistake is a formula held against numbers',
  },
  checks: {
    mayImport: [
      'exercise',
      'formula',
      'reference',
      'submission',
      'mistakes',
      'messages',
      'plot',
      'report',
      'errors',
      'grading',
    ],
    because: 'a check judges; of grading it knows only the types of its services',
  },
  exercise: {
    mayImport: [
      'checks',
      'formula',
      'reference',
      'submission',
      'mistakes',
      'errors',
      'near-names',
      'package-root',
      'report',
    ],
    because: 'an exercise names checks; how a run goes is not its business',
  },
  'report-schema': { mayImport: ['report', 'errors'], because: 'a saved report needs no judging' },
  course: {
    mayImport: ['report', 'errors', 'near-names'],
    because: "a course's rules are a pure function of the record",
  },
  gradebook: {
    mayImport: ['report', 'exercise', 'reporters', 'package-root'],
    because: 'the page is made of rows; where they come from is not its business',
  },
  batch: {
    mayImport: [
      'grade',
      'grading',
      'gradebook',
      'exercise',
      'submission',
      'reference',
      'reporters',
      'messages',
      'report',
      'totals',
      'errors',
      'near-names',
      'package-root',
      'version',
    ],
    because: 'a batch calls the one pipeline many times, and knows no command line',
  },
  reporters: {
    mayImport: [
      'report',
      'totals',
      'messages',
      'plot',
      'errors',
      'near-names',
      'version',
      'report-schema',
    ],
    because: 'a reporter is a pure function of the record',
  },
}

/** Packages that only some files may import at run time: they are slow to load, or dangerous. */
const KEEPERS: Record<string, RegExp> = {
  '@tensorflow/': /^src\/reference\/(tensorflow|backend)[^/]*\.ts$/,
  '@jitl/': /^src\/submission\/sandbox[^/]*\.ts$/,
  'oxc-parser': /^src\/submission\/parse-typescript\.ts$/,
  zod: /^src\/(exercise\/schema|course\/schema|report-schema)[^/]*\.ts$/,
  yaml: /^src\/(exercise\/(load|spec-positions)|course\/|batch\/layouts\/gradescope)[^/]*\.ts$/,
  pg: /^src\/batch\/queue\/connect\.ts$/,
  'pg-boss': /^src\/batch\/queue\/connect\.ts$/,
  'csv-parse': /^src\/batch\/roster\.ts$/,
  'cli-progress': /^src\/cli\/batch-progress\.ts$/,
  commander: /^src\/cli\/main\.ts$/,
}

const root = packageRoot()
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))

interface Import {
  readonly file: string
  readonly target: string
}

/** Imports that exist at run time: `import type` costs nothing and binds nobody. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?!type\s)[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?['"]([^'"]+)['"]|import\('([^']+)'\)/g
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    target: (match[1] ?? match[2]) as string,
  }))
}

function place(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? ''
}

describe('the layout', () => {
  const imports = files.flatMap(importsOf)

  it('is really looked at', () => {
    expect(imports.length).toBeGreaterThan(50)
  })

  it.each(Object.entries(LAYERS))(
    '%s imports only what it may',
    (layer, { mayImport, because }) => {
      const strangers = imports
        .filter(({ file, target }) => place(file) === layer && target.startsWith('.'))
        .map(({ file, target }) => ({
          file,
          to: place(relative(root, resolve(root, dirname(file), target))),
        }))
        .filter(({ to }) => to !== layer && to !== '' && !mayImport.includes(to))
      expect(strangers, because).toEqual([])
    },
  )

  it.each(Object.entries(KEEPERS))('%s stays in its files', (name, keepers) => {
    const strangers = imports
      .filter(
        ({ target }) =>
          target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`),
      )
      .filter(({ file }) => !keepers.test(file))
    expect(strangers).toEqual([])
  })
})
