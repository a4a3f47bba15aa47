import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  batch,
  type Checker,
  defineCheck,
  defineReporter,
  exercise,
  exercises,
  grade,
  lint,
  openChecker,
  render,
  SpecError,
  show,
  UsageError,
} from '../../src/index.ts'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { packageRoot } from '../../src/package-root.ts'

const RIGHT =
  'export const tanh = (x: number) => Math.tanh(x)\nexport const dtanh = (x: number) => 1 - Math.tanh(x) ** 2'
const ENDLESS = 'export const tanh = (x: number) => { for (;;); }\nexport const dtanh = tanh'
const options = { backend: 'tfjs', cache: false } as const

const course = mkdtempSync(join(tmpdir(), 'mlp-check-library-'))
for (const { path, text } of scaffoldFiles('cube')) {
  mkdirSync(join(course, path, '..'), { recursive: true })
  writeFileSync(join(course, path), text)
}
const spec = join(course, 'exercises/cube/exercise.yaml')
afterAll(() => rmSync(course, { recursive: true }))

describe('a checker', () => {
  let checker: Checker
  beforeAll(async () => {
    checker = await openChecker({ ...options, cwd: packageRoot(), atOnce: 2 })
  })
  afterAll(() => checker.close())

  it('judges a text as it judges a file of it', async () => {
    const file = join(mkdtempSync(join(course, 'text-')), 'ex1.ts')
    writeFileSync(file, RIGHT)
    const [text, read] = await Promise.all([
      checker.grade({ exercise: 'ex1', source: RIGHT }),
      checker.grade({ exercise: 'ex1', file }),
    ])
    const verdicts = (report: typeof text) =>
      report.submissions[0]?.checks.map(({ id, status, score }) => ({ id, status, score }))
    expect(verdicts(text)).toEqual(verdicts(read))
    expect(text.submissions[0]).toMatchObject({ status: 'passed', file: 'ex1.ts' })
    expect(text.submissions[0]?.sha256).toBe(read.submissions[0]?.sha256)
  })

  it('gives what a checker of its own for each call gives', async () => {
    const request = { exercise: 'ex1', source: RIGHT.replace('** 2', '') }
    const plain = ({ submissions }: Awaited<ReturnType<typeof grade>>) =>
      submissions.map(({ durationMs: _, ...rest }) => rest)
    const [warm, again, cold] = [
      await checker.grade(request),
      await checker.grade(request),
      await grade({ ...request, ...options }),
    ]
    expect(plain(again)).toEqual(plain(warm))
    expect(plain(cold)).toEqual(plain(warm))
  })

  it('judges many in the order of the requests, and goes on after one that never ends', async () => {
    const requests = [ENDLESS, RIGHT, RIGHT.replace('1 -', '2 -'), RIGHT].map((source, index) => ({
      exercise: 'ex1',
      source,
      student: String(index),
      only: ['tanh-value', 'dtanh-derivative'],
    }))
    const seen: string[] = []
    for await (const { submissions } of checker.batch(requests)) {
      seen.push(`${submissions[0]?.student} ${submissions[0]?.status}`)
    }
    expect(seen).toEqual(['0 failed', '1 passed', '2 failed', '3 passed'])
  })

  it('gives a call up where its signal says so, and judges the next', async () => {
    const controller = new AbortController()
    const judging = checker.grade({ exercise: 'ex1', source: ENDLESS, signal: controller.signal })
    // A warm thread ends the loop by its budget before long.
    setImmediate(() => controller.abort(new Error('enough')))
    await expect(judging).rejects.toThrow('enough')
    const late = checker.grade({ exercise: 'ex1', source: RIGHT, signal: controller.signal })
    await expect(late).rejects.toThrow('enough')
    const next = await checker.grade({ exercise: 'ex1', source: RIGHT, only: ['tanh-value'] })
    expect(next.submissions[0]?.status).toBe('passed')
  })

  it('shows what there is', async () => {
    expect(checker.exercises()[0]).toMatchObject({ id: 'ex1', functions: ['tanh', 'dtanh'] })
    const page = await checker.exercise('tanh')
    expect(page.statement).toBe(await checker.show('ex01'))
    expect(page.functions[0]).toMatchObject({ name: 'tanh', signature: '(x: number) => number' })
    expect(page.hints).toHaveLength(3)
    await expect(checker.exercise('tahn')).rejects.toThrow(UsageError)
  })

  it('renders a record by name, and refuses what is none', async () => {
    const report = await checker.grade({ exercise: 'ex1', source: RIGHT })
    expect(await checker.render(report, 'markdown')).toContain('ex1')
    await expect(checker.render(report, 'markdwon')).rejects.toThrow(/no reporter "markdwon"/)
    const forged = { ...report, totals: { ...report.totals, score: 1e9 } }
    await expect(checker.render(forged, 'markdown')).rejects.toThrow(UsageError)
  })
})

describe('one call', () => {
  it('does what a checker does', async () => {
    const own = { ...options, cwd: course, exercises: 'exercises' }
    expect((await exercises(own)).map(({ id }) => id)).toEqual(['cube'])
    expect((await exercise('cube', own)).points).toBe(5)
    expect(await show('cube', own)).toMatch(/^# cube/)
    const source = readFileSync(join(course, 'solutions/cube/solution.ts'), 'utf8')
    for await (const report of batch([{ exercise: 'cube', source }], own)) {
      expect(await render(report, 'csv')).toContain('cube')
      expect(report.pack?.source).toBe('exercises: exercises')
    }
  })

  it('takes several packs', async () => {
    const both = { ...options, cwd: course, exercises: ['exercises', 'builtin'] }
    const ids = (await exercises(both)).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['cube', 'ex1']))
    await expect(lint(both).next()).rejects.toThrow(/one pack/)
    await expect(exercises({ exercises: [] })).rejects.toThrow(/empty list/)
  })

  it('lints a pack', async () => {
    const results = []
    for await (const result of lint({ ...options, cwd: course, exercises: 'exercises' }))
      results.push(result)
    expect(results).toMatchObject([{ exercise: 'cube', problems: [], rightSolutions: 3 }])
  })

  it.each<[Record<string, unknown>, RegExp]>([
    [{ atOnce: 0 }, /atOnce takes a whole number from 1/],
    [{ exercies: 'x' }, /takes no "exercies"/],
    [{ backend: 'cuda' }, /backend is one of/],
    [{ checks: [defineCheck(never('even')), defineCheck(never('even'))] }, /two checks "even"/],
    [{ reporters: [named('json')] }, /a reporter "json" already/],
  ])('refuses to open with %j', async (given, says) => {
    await expect(openChecker(given)).rejects.toThrow(says)
  })

  it.each<[Record<string, unknown>, RegExp]>([
    [{ source: RIGHT, file: 'ex1.ts' }, /file and source are both given/],
    [{ source: 7 }, /source is a text/],
    [{ source: RIGHT, signal: 'now' }, /signal is an AbortSignal/],
    [{}, /file is a text/],
  ])('refuses to judge %j', async (given, says) => {
    const request = { exercise: 'ex1', ...given } as unknown as Parameters<typeof grade>[0]
    await expect(grade(request)).rejects.toThrow(says)
  })
})

describe('checks and reporters of one’s own', () => {
  const even = defineCheck({
    ...never('even'),
    options: (zod) => zod.strictObject({ at: zod.number() }),
    run: async ({ function: { name }, spec: { options: asked }, session }) => {
      const at = asked.at as number
      const { values } = await session.evaluate({
        function: name,
        columns: [Float64Array.of(at, -at)],
      })
      const isEven = values[0] === values[1]
      return {
        status: isEven ? 'passed' : 'failed',
        says: `${name}(${at}) is ${values[0]}, and ${name}(-${at}) is ${values[1]}`,
        points: { tested: 1, failed: isEven ? 0 : 1 },
        evidence: [],
      }
    },
  })
  const text = readFileSync(spec, 'utf8').replace(
    'checks:',
    'checks:\n  - { kind: even, function: dcube, points: 1, at: 2 }',
  )
  const own = { ...options, cwd: course, exercises: 'own/exercises' }
  beforeAll(() => {
    cpSync(join(course, 'exercises'), join(course, 'own/exercises'), { recursive: true })
    writeFileSync(join(course, 'own/exercises/cube/exercise.yaml'), text)
  })

  it('are asked by specs of the checker that they were handed to', async () => {
    await using checker = await openChecker({ ...own, checks: [even], reporters: [named('brief')] })
    const source =
      'export const cube = (x: number) => x ** 3\nexport const dcube = (x: number) => x'
    const report = await checker.grade({ exercise: 'cube', source })
    expect(report.submissions[0]?.checks[0]).toMatchObject({
      kind: 'even',
      status: 'failed',
      cause: 'wrong-answer',
      message: 'dcube(2) is 2, and dcube(-2) is -2',
    })
    expect(await checker.render(report, 'brief')).toBe('brief: failed')
    for (const name of ['terminal', 'tap', 'junit']) {
      expect(await checker.render(report, name)).toContain('dcube(2) is 2')
    }
  })

  it('may judge single points, and are then asked for them', async () => {
    const atPoints = defineCheck({
      ...never('even'),
      points: 'domain',
      options: even.options,
      run: async ({ function: { name }, reference, values }) => {
        const [table, { values: got }] = await Promise.all([reference(name), values(name)])
        const says = `${got.length} at ${table.columns[0]?.[0]}: ${got[0]}`
        return { status: 'passed', says, points: { tested: got.length, failed: 0 }, evidence: [] }
      },
    })
    await using checker = await openChecker({ ...own, checks: [atPoints] })
    const source =
      'export const cube = (x: number) => x ** 3\nexport const dcube = (x: number) => 3 * x ** 2'
    const report = await checker.grade({ exercise: 'cube', source, at: [2] })
    const found = report.submissions[0]?.checks.find(({ kind }) => kind === 'even')
    expect(found?.message).toBe('1 at 2: 12')
  })

  it('and are unknown to every other', async () => {
    await expect(grade({ ...own, exercise: 'cube', source: RIGHT })).rejects.toThrow(SpecError)
    await expect(grade({ ...own, exercise: 'cube', source: RIGHT })).rejects.toThrow(
      /no kind "even"/,
    )
  })

  it('have names of their own', () => {
    expect(() => defineCheck(never('value'))).toThrow(/a check "value" already/)
    expect(() => defineCheck(never('Not A Name'))).toThrow(/no kind of check/)
  })
})

describe('the built library', () => {
  it('is imported and required', () => {
    const place = mkdtempSync(join(tmpdir(), 'mlp-check-required-'))
    mkdirSync(join(place, 'node_modules'))
    symlinkSync(packageRoot(), join(place, 'node_modules/mlp-check'), 'junction')
    const ask = "({ proveEqual }) => console.log(proveEqual('x + x', '2 * x').verdict)"
    const run = (...args: string[]) =>
      execFileSync(process.execPath, args, { cwd: place }).toString()
    expect(run('-e', `(${ask})(require('mlp-check'))`)).toBe('equal\n')
    expect(run('--input-type=module', '-e', `import('mlp-check').then(${ask})`)).toBe('equal\n')
    rmSync(place, { recursive: true })
  })
})

function never(kind: string): Parameters<typeof defineCheck>[0] {
  return {
    kind,
    summary: 'Asks nothing.',
    scope: 'function',
    options: (zod) => zod.strictObject({}),
    run: () => ({ status: 'passed', says: '', points: { tested: 0, failed: 0 }, evidence: [] }),
  }
}

function named(name: string) {
  return defineReporter({
    name,
    summary: 'the first status',
    render: ({ submissions }) => `${name}: ${submissions[0]?.status}`,
  })
}
