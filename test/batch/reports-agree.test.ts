import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { mlpCheck } from './command.ts'
import { folderWith } from './folders.ts'
import { drawn } from './identity/class.ts'

/**
 * All reports of a class are views of one record: people, exercises, states and points of each are
 * held against the table of grades, and that against what was drawn.
 */

const SEED = Number(process.env.MLP_CHECK_SEED ?? 7)

const solution = (name: string, file: string) =>
  readFileSync(join(packageRoot(), 'solutions', name, file), 'utf8')
const RIGHT: Record<string, string> = {
  ex1: solution('ex01-tanh', 'solution.ts'),
  ex2: solution('ex02-prelu', 'solution.ts'),
}
const TITLES: Record<string, string> = { ex1: 'tanh', ex2: 'prelu' }
const EXERCISES = ['ex1', 'ex2'] as const

type Files = Record<string, string>

const FILES = {
  json: 'r.json',
  junit: 'j.xml',
  csv: 'c.csv',
  gcc: 'g.txt',
  markdown: 'm.md',
  tap: 't.tap',
}

/** What somebody may hand in for an exercise, and what becomes of it. */
const STORIES: Record<string, { files: (exercise: string) => Files; state: string }> = {
  right: { files: (id) => ({ [`${id}.ts`]: RIGHT[id] ?? '' }), state: 'passed' },
  wrong: { files: (id) => ({ [`${id}.ts`]: 'export const x = 1' }), state: 'failed' },
  broken: { files: (id) => ({ [`${id}.ts`]: 'export const = (' }), state: 'failed' },
  page: { files: (id) => ({ [`${id}.pdf`]: '%PDF' }), state: 'set-aside' },
  several: {
    files: (id) => ({ [`${id}.ts`]: RIGHT[id] ?? '', [`${TITLES[id]}.ts`]: `${RIGHT[id]}\n// 2` }),
    state: 'set-aside',
  },
  nothing: { files: () => ({}), state: 'missing' },
}

/** By person, the story of each exercise; everybody has handed in something. */
function drawClass(seed: number) {
  const draw = drawn(seed)
  const names = Object.keys(STORIES)
  return new Map(
    Array.from({ length: 12 }, (_, at): [string, string[]] => {
      const stories = EXERCISES.map(() => names[draw(names.length)] as string)
      const silent = stories.every((one) => one === 'nothing')
      return [`person${String(at).padStart(2, '0')}`, silent ? ['page', 'nothing'] : stories]
    }),
  )
}

type Row = Record<string, string>

const rowsIn = (file: string) =>
  parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Row[]
const whoOf = ({ student, id }: Row) =>
  id === '' || id === student ? student : `${student} (${id})`

/** What each report says of whom: `person, exercise: points of most`. */
function toldBy(folder: string): Record<string, string[]> {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const record = JSON.parse(text('r.json')) as RunReport
  const line = (who: unknown, exercise: unknown, score: number, most: number) =>
    `${who}, ${exercise}: ${score} of ${most}`
  const suites = [
    ...text('j.xml').matchAll(
      /<testsuite name="(\w+): ([^"]*)"[\s\S]*?"score" value="([^"]*)"[\s\S]*?"maxScore" value="([^"]*)"/g,
    ),
  ]
  const sums = new Map<string, [number, number]>()
  for (const { student, exercise, score, max_score } of rowsIn(join(folder, 'c.csv'))) {
    const key = `${student}, ${exercise}`
    const [sum, most] = sums.get(key) ?? [0, 0]
    sums.set(key, [sum + Number(score), most + Number(max_score)])
  }
  return {
    json: record.submissions.map((one) =>
      line(one.student, one.exercise, one.score / 100, one.maxScore / 100),
    ),
    junit: suites.map(([, exercise, who, score, most]) =>
      line(who, exercise, Number(score), Number(most)),
    ),
    csv: [...sums].map(([key, [score, most]]) => `${key}: ${score} of ${most}`),
    gcc: [...text('g.txt').matchAll(/^mlp-check: (\w+): (.*): (\S+) of (\S+) points?$/gm)].map(
      ([, exercise, who, score, most]) => line(who, exercise, Number(score), Number(most)),
    ),
    markdown: [
      ...text('m.md').matchAll(/^\| \S+ [^|]*\| ([^|]+) \| (\w+): [^|]* \| (\S+) \/ (\S+) \|$/gm),
    ].map(([, who, exercise, score, most]) =>
      line(who?.replaceAll('\\', ''), exercise, Number(score), Number(most)),
    ),
  }
}

/** Who stands in those that list checks and no sums. */
function namedBy(folder: string): Record<string, Set<string>> {
  const text = readFileSync(join(folder, 't.tap'), 'utf8')
  const lines = [...text.matchAll(/^(?:not )?ok \d+ - ([^:]*): (\w+): /gm)]
  return { tap: new Set(lines.map(([, who, exercise]) => `${who}, ${exercise}`)) }
}

async function runClass(seed: number, listed: boolean) {
  const people = drawClass(seed)
  const files: Files = {}
  for (const [person, stories] of people) {
    for (const [at, exercise] of EXERCISES.entries()) {
      const own = STORIES[stories[at] ?? '']?.files ?? (() => ({}))
      for (const [name, text] of Object.entries<string>(own(exercise)))
        files[`hw/${person}/${name}`] = text
    }
  }
  // Two on the list are called so, and one who hands in is not on it, as is person11.
  files['hw/Ann Lee/ex1.ts'] = RIGHT.ex1 ?? ''
  files['hw/stranger/ex1.ts'] = 'export const y = 1'
  files['class.csv'] = [
    'name,id',
    ...[...people.keys()].slice(0, -1).map((name) => `${name},${name}`),
    'Ann Lee,71\nAnn Lee,72\nsilent,73\nill,74\n',
  ].join('\n')
  files['by-hand.csv'] = listed
    ? 'person,exercise,points,comment,excused\n74,ex1,,ill,yes\nperson00,ex1,7.5,,\nperson01,ex2,,,yes\n'
    : 'person,exercise,points,comment,excused\nperson00,ex1,7.5,,\nperson01,ex2,,,yes\n'
  const folder = folderWith(files)
  const reporters = Object.entries(FILES).map(([name, file]) => `${name}=${join(folder, file)}`)
  const words = [
    ...EXERCISES.flatMap((id) => ['--exercise', id]),
    ...(listed ? ['--roster', 'class.csv'] : []),
    ...['--overrides', 'by-hand.csv', '--out', 'out', '--workers', '1'],
    ...reporters.flatMap((one) => ['--reporter', one]),
  ]
  await mlpCheck(folder, 'batch', 'hw', ...words)
  return { folder, people, grades: rowsIn(join(folder, 'out', 'grades.csv')) }
}

describe.each([
  ['without a list', false],
  ['with a list', true],
])('all reports of a drawn class, %s', (_, listed) => {
  it.each([0, 1, 2])('say the same of the same people, class %i', async (at) => {
    const { folder, people, grades } = await runClass(SEED + 7919 * at, listed)
    const rows = grades.map((row) => `${whoOf(row)}, ${row.exercise}`)
    const sums = grades.map(
      (row, index) => `${rows[index]}: ${Number(row.score)} of ${Number(row.max_score)}`,
    )
    for (const [report, told] of Object.entries(toldBy(folder))) {
      expect([...told].sort(), report).toEqual([...sums].sort())
    }
    for (const [report, named] of Object.entries(namedBy(folder))) {
      expect([...named].sort(), report).toEqual([...rows].sort())
    }
    const stateOf = new Map(grades.map((row) => [`${row.student}, ${row.exercise}`, row.status]))
    for (const [person, stories] of people) {
      for (const [index, exercise] of EXERCISES.entries()) {
        const key = `${person}, ${exercise}`
        const fate = STORIES[stories[index] ?? '']?.state
        const unlisted = listed && person === 'person11' && fate !== 'missing'
        const state = key === 'person01, ex2' ? 'excused' : unlisted ? 'set-aside' : fate
        expect(stateOf.get(key), key).toBe(state)
      }
    }
    // What is missing or set aside hides nothing.
    for (const name of ['g.txt', 'm.md', 't.tap']) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('not shown')
    }
    // Feedback says the points that stand in the table.
    const students = join(folder, 'out', 'students')
    const feedback = readdirSync(students).filter((name) => name.endsWith('.json'))
    const own = feedback.flatMap(
      (name) => (JSON.parse(readFileSync(join(students, name), 'utf8')) as RunReport).submissions,
    )
    expect(
      own
        .map(
          ({ student, exercise, score, maxScore }) =>
            `${student}, ${exercise}: ${score / 100} of ${maxScore / 100}`,
        )
        .filter((one) => !sums.includes(one)),
    ).toEqual([])
  })
})
