import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { circlesIn, floorsOf } from './graph.ts'
import { type Import, importsOf, sourceFiles } from './import-graph.ts'
import { roomGraph, roomOf } from './rooms.ts'

/**
 * Where files live, and which rooms each may know: types count, for a type is knowledge. A room
 * may always import from itself; a row allows no more than is used.
 */
const ROOMS: Record<string, { mayKnow: readonly string[]; because: string }> = {
  errors: { mayKnow: [], because: 'anybody may throw them' },
  'package-root': { mayKnow: [], because: 'it only knows where the package lies' },
  clock: { mayKnow: [], because: 'it only asks what the machine counts' },
  version: { mayKnow: [], because: 'it only reads package.json' },
  'whole-file': { mayKnow: [], because: 'whoever writes a file writes it whole' },
  paths: { mayKnow: [], because: "what each system takes for a path is nobody's in particular" },
  'keep-file': {
    mayKnow: ['whole-file'],
    because: 'what could be computed again is kept without knowing what it is',
  },
  'cache-folder': {
    mayKnow: [],
    because: "where a user keeps what is computed is the system's to say",
  },
  text: { mayKnow: [], because: "strangers' text and near names are nobody's in particular" },
  trust: {
    mayKnow: ['errors', 'text', 'whole-file'],
    because: 'what the working folder may say is decided before anything of it is known',
  },
  'compiled-code': {
    mayKnow: ['cache-folder', 'keep-file', 'trust'],
    because: 'what V8 made of our files is kept without knowing what is in them',
  },
  'read-text': { mayKnow: ['text'], because: 'whoever reads a text reads its mark' },
  exact: { mayKnow: [], because: 'exact numbers know nothing of formulas' },
  report: { mayKnow: ['errors'], because: 'the verdict as data is what everything else speaks' },
  formula: { mayKnow: ['text'], because: 'formulas are pure data and pure functions of data' },
  'guest-types': { mayKnow: [], because: 'what a submission finds is a text for compilers' },
  'grading-options': { mayKnow: [], because: 'what a run was asked for is said to everybody' },
  session: {
    mayKnow: ['formula', 'report'],
    because: 'what is asked of a running submission is types; how it is run is the sandbox',
  },
  progress: {
    mayKnow: ['report'],
    because: 'what is remembered of exercises is data, in a file and in a browser alike',
  },
  exercise: {
    mayKnow: ['formula'],
    because: 'an exercise is types; how it was loaded is the pack',
  },
  messages: { mayKnow: ['report'], because: 'sentences are made of values of the report' },
  statement: {
    mayKnow: ['messages', 'text'],
    because: 'what an exercise says is Markdown, whoever reads it and wherever it is shown',
  },
  plot: { mayKnow: ['report', 'messages', 'text'], because: 'a plot is a pure function of data' },
  prover: {
    mayKnow: ['exact', 'formula'],
    because: 'a proof depends on two formulas and on nothing else',
  },
  tensorflow: {
    mayKnow: ['formula', 'report', 'text'],
    because: 'TensorFlow.js knows no submission and no exercise',
  },
  reference: {
    mayKnow: ['errors', 'exercise', 'formula', 'report', 'tensorflow'],
    because: 'what is right does not depend on any submission',
  },
  source: {
    mayKnow: ['formula', 'messages', 'paths', 'report', 'session', 'text'],
    because: "a submission's text is read and parsed without knowing how it runs",
  },
  symbolic: {
    mayKnow: ['formula', 'session', 'source', 'text'],
    because: 'a formula is derived from the parse alone',
  },
  policy: {
    mayKnow: ['messages', 'session', 'source', 'text'],
    because: 'a policy is a pure function of the source and of what was seen of a run',
  },
  sandbox: {
    mayKnow: ['errors', 'policy', 'report', 'session', 'source', 'symbolic', 'text'],
    because: 'running a submission needs no checks; its thread watches over what is returned too',
  },
  mistakes: {
    mayKnow: ['exercise', 'formula', 'reference', 'report'],
    because: 'a mistake is a formula held against numbers',
  },
  course: {
    mayKnow: ['errors', 'read-text', 'report', 'text'],
    because: "a course's rules are a pure function of the record",
  },
  reporters: {
    mayKnow: ['errors', 'messages', 'paths', 'plot', 'report', 'text'],
    because: 'a reporter is a pure function of the record',
  },
  typecheck: {
    mayKnow: ['guest-types', 'package-root', 'paths', 'report', 'text', 'whole-file'],
    because: 'types are evidence beside the numbers, and nothing else',
  },
  checks: {
    mayKnow: [
      'errors',
      'exact',
      'exercise',
      'formula',
      'grading-options',
      'messages',
      'mistakes',
      'plot',
      'prover',
      'reference',
      'report',
      'session',
    ],
    because: 'a check asks one question; how a run goes is not its business',
  },
  drawing: {
    mayKnow: [
      'checks',
      'exercise',
      'formula',
      'messages',
      'plot',
      'reference',
      'report',
      'session',
    ],
    because: 'an answer is sampled for a picture in a terminal and in a browser alike',
  },
  pack: {
    mayKnow: [
      'checks',
      'course',
      'errors',
      'exercise',
      'formula',
      'package-root',
      'paths',
      'read-text',
      'reference',
      'report',
      'source',
      'text',
      'whole-file',
    ],
    because: 'a pack is loaded before anything runs',
  },
  grading: {
    mayKnow: [
      'checks',
      'clock',
      'errors',
      'exercise',
      'formula',
      'grading-options',
      'messages',
      'mistakes',
      'prover',
      'reference',
      'report',
      'session',
      'source',
      'text',
      'version',
    ],
    because: 'one submission goes through all checks, whoever hands it in',
  },
  node: {
    mayKnow: [
      'cache-folder',
      'compiled-code',
      'errors',
      'keep-file',
      'package-root',
      'paths',
      'reference',
      'report',
      'sandbox',
      'session',
      'source',
      'symbolic',
      'tensorflow',
      'text',
      'trust',
      'version',
    ],
    because: 'what Node gives to those who judge stands in one room; a browser gives the same',
  },
  browser: {
    mayKnow: [
      'drawing',
      'errors',
      'exercise',
      'grading',
      'messages',
      'plot',
      'reference',
      'report',
      'reporters',
      'sandbox',
      'source',
      'tensorflow',
    ],
    because: 'what a browser gives to those who judge, and the page that asks them',
  },
  gradebook: {
    mayKnow: ['exercise', 'messages', 'package-root', 'report', 'reporters', 'session', 'text'],
    because: 'the page is made of rows; where they come from is not its business',
  },
  site: {
    mayKnow: [
      'browser',
      'exercise',
      'formula',
      'messages',
      'pack',
      'plot',
      'progress',
      'report',
      'reporters',
      'source',
      'text',
    ],
    because: 'a site is a pack and a page that asks what judges; where it goes is not its business',
  },
  workspace: {
    mayKnow: [
      'errors',
      'exercise',
      'guest-types',
      'messages',
      'node',
      'pack',
      'progress',
      'report',
      'text',
      'trust',
      'whole-file',
    ],
    because: 'a workspace is files and what is remembered of them; it judges nothing',
  },
  batch: {
    mayKnow: [
      'compiled-code',
      'course',
      'errors',
      'exercise',
      'gradebook',
      'grading',
      'grading-options',
      'messages',
      'node',
      'pack',
      'package-root',
      'paths',
      'read-text',
      'reference',
      'report',
      'reporters',
      'session',
      'source',
      'text',
      'trust',
      'version',
      'whole-file',
    ],
    because: 'a batch calls the one pipeline many times, and knows no command line',
  },
  lint: {
    mayKnow: [
      'checks',
      'errors',
      'exercise',
      'formula',
      'grading',
      'grading-options',
      'mistakes',
      'node',
      'pack',
      'paths',
      'read-text',
      'reference',
      'report',
      'source',
      'text',
      'trust',
    ],
    because: 'a pack is tested by judging with it, as anybody would',
  },
  library: {
    mayKnow: [
      'checks',
      'clock',
      'errors',
      'formula',
      'grading',
      'grading-options',
      'lint',
      'messages',
      'node',
      'pack',
      'prover',
      'read-text',
      'reference',
      'report',
      'reporters',
      'sandbox',
      'source',
      'text',
      'trust',
    ],
    because:
      "a program's words are held to what the command line's are held to, and no argv is read",
  },
  cli: {
    mayKnow: [
      'batch',
      'browser',
      'cache-folder',
      'checks',
      'clock',
      'compiled-code',
      'course',
      'drawing',
      'errors',
      'exercise',
      'formula',
      'grading',
      'grading-options',
      'keep-file',
      'lint',
      'messages',
      'node',
      'pack',
      'package-root',
      'paths',
      'plot',
      'progress',
      'prover',
      'read-text',
      'report',
      'reporters',
      'session',
      'site',
      'source',
      'statement',
      'text',
      'trust',
      'typecheck',
      'version',
      'whole-file',
      'workspace',
    ],
    because: 'the command line is above everything',
  },
}

/** What judges, proves and explains: it runs in a browser too, so nothing of it asks Node for anything. */
const CORE = [
  'browser',
  'checks',
  'clock',
  'drawing',
  'errors',
  'exact',
  'exercise',
  'formula',
  'grading',
  'grading-options',
  'messages',
  'mistakes',
  'plot',
  'policy',
  'prover',
  'reference',
  'report',
  'reporters',
  'sandbox',
  'session',
  'source',
  'symbolic',
  'tensorflow',
  'text',
  'version',
]

/** The prover's rooms from the ground up: each may import only what stands to its left. */
const PROVER = ['rational-pieces', 'normal-form', 'witness', 'signs', 'cells', '']

/** Packages that only some files may import: they are slow to load, dangerous, or a room's own. */
const KEEPERS: Record<string, RegExp> = {
  '@tensorflow/': /^src\/tensorflow\//,
  '@jitl/': /^src\/sandbox\//,
  '@noble/hashes': /^src\/(node\/hash|gradebook\/behaviour)\.ts$/,
  '@babel/parser': /^src\/source\/parse-typescript\.ts$/,
  '@oxc-project/types': /^src\/(source|symbolic|formula\/from-ast|pack\/compile)/,
  // A check describes its options with the zod that the pack's schema hands to it.
  zod: /^src\/((pack|course|report)\/schema|pack\/(json-schema|schema-part|issue-words)|checks\/(define-check|data-trials)|reference\/tolerance)\.ts$/,
  yaml: /^src\/(pack\/(syntax-words|spec-positions)|course\/load-course|batch\/layouts\/gradescope)\.ts$/,
  pg: /^src\/batch\/queue\/connect\.ts$/,
  'pg-boss': /^src\/batch\/queue\/connect\.ts$/,
  yauzl: /^src\/batch\/archive\.ts$/,
  '@codemirror/': /^src\/site\/page\/editor(-theme)?\.ts$/,
  '@lezer/': /^src\/site\/page\/editor-theme\.ts$/,
  micromark: /^src\/statement\/html\.ts$/,
  'micromark-extension-gfm-table': /^src\/statement\/(html|markdown)\.ts$/,
  'micromark-extension-math': /^src\/statement\/markdown\.ts$/,
  'micromark-util-types': /^src\/statement\/math-html\.ts$/,
  mdast: /^src\/statement\//,
  'mdast-util-from-markdown': /^src\/statement\/terminal\.ts$/,
  'mdast-util-gfm-table': /^src\/statement\/terminal\.ts$/,
  'mdast-util-math': /^src\/statement\/terminal\.ts$/,
  'cli-progress': /^src\/cli\/batch-progress\.ts$/,
  'd3-shape': /^src\/plot\//,
  'get-east-asian-width': /^src\/messages\/display-width\.ts$/,
  chalk: /^src\/(cli|reporters|statement)\//,
  commander: /^src\/cli\/(main|spoken-help)\.ts$/,
}

/** Of rooms that stand on each other; a newcomer learns them one by one. */
const MOST_FLOORS = 10

const files = sourceFiles()
const imports = files.flatMap(importsOf)
const own = imports.filter(({ to }) => to.startsWith('src/'))

const rooms = roomGraph()

describe('the layout', () => {
  it('is really looked at', () => {
    expect(own.length).toBeGreaterThan(1000)
    expect(own.filter(({ isType }) => isType).length).toBeGreaterThan(300)
    expect(own.every(({ to }) => files.includes(to))).toBe(true)
  })

  it('has a row for every room, and no row without one', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort())
  })

  it.each(Object.entries(ROOMS))('%s knows what its row says', (room, { mayKnow, because }) => {
    const strangers = own.filter(
      ({ from, to }) => roomOf(from) === room && ![room, ...mayKnow].includes(roomOf(to)),
    )
    expect(strangers, because).toEqual([])
    expect(mayKnow.filter((other) => !rooms.get(room)?.has(other))).toEqual([])
  })

  it('lets no file go round to itself', () => {
    const graph = new Map(files.map((file) => [file, new Set<string>()]))
    for (const { from, to } of own) graph.get(from)?.add(to)
    expect(circlesIn(graph)).toEqual([])
  })

  it('lets no room go round to itself, and has few floors', () => {
    expect(circlesIn(rooms)).toEqual([])
    expect(Math.max(...floorsOf(rooms).values())).toBeLessThanOrEqual(MOST_FLOORS)
  })

  it('has no room that is larger than a tenth of the house', () => {
    const folders = new Map<string, number>()
    for (const file of files) {
      const folder = file.slice(0, file.lastIndexOf('/'))
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    }
    expect([...folders].filter(([, count]) => count > files.length / 10)).toEqual([])
  })

  it('lets the rooms of the prover stand on each other in one order', () => {
    const inner = (path: string) => /^src\/prover\/(?:([^/]+)\/)?[^/]+$/.exec(path)
    const upwards = own.filter(({ from, to }) => {
      const [a, b] = [inner(from), inner(to)]
      return a && b && PROVER.indexOf(b[1] ?? '') > PROVER.indexOf(a[1] ?? '')
    })
    expect(upwards).toEqual([])
  })

  it('lets the core reach nothing of Node, through whatever other file', () => {
    const reached = new Set(files.filter((file) => CORE.includes(roomOf(file))))
    for (const file of reached) {
      for (const { from, to } of own) if (from === file) reached.add(to)
    }
    expect(reached.size).toBeGreaterThan(400)
    const ofNode = ({ from, to }: Import) => to.startsWith('node:') && reached.has(from)
    expect(imports.filter(ofNode)).toEqual([])
  })

  it('makes folders in one way, which ends where none can be made', () => {
    const makers = files.filter((file) => /\bmkdir(Sync)?\b/.test(readFileSync(file, 'utf8')))
    expect(makers).toEqual(['src/whole-file.ts'])
  })

  it.each(Object.entries(KEEPERS))('%s stays in its room', (name, keepers) => {
    expect(imports.filter((one) => isOf(name, one) && !keepers.test(one.from))).toEqual([])
  })

  it('names a keeper for every package', () => {
    const packages = imports.filter(({ to }) => !/^(src\/|node:|package\.json$)/.test(to))
    const known = ({ to }: Import) => Object.keys(KEEPERS).some((name) => isOf(name, { to }))
    expect(packages.filter((one) => !known(one))).toEqual([])
  })
})

function isOf(name: string, { to }: Pick<Import, 'to'>): boolean {
  return to === name || to.startsWith(name.endsWith('/') ? name : `${name}/`)
}
