import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import type { CheckReport } from '../../src/report/report.ts'
import { runCli } from './run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'own reference '))
const env = { MLP_CHECK_CACHE: join(root, 'cache') }
afterAll(() => rmSync(root, { recursive: true }))

/** The example of the documentation, word for word. */
const documented = (language: string, containing: string) => {
  const text = readFileSync(join(packageRoot(), 'docs', 'authoring.md'), 'utf8')
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
  const found = blocks.find((block) => block[1] === language && block[2]?.includes(containing))
  return found?.[2] ?? `the documentation has no ${language} with ${containing}`
}

const RIGHT = `export function affine(X: number[][], { W, b }: { W: number[][]; b: number[] }) {
  return X.map((x) => b.map((bias, j) => x.reduce((sum, value, k) => sum + value * W[k]![j]!, bias)))
}
export function daffine(X: number[][], p: { W: number[][]; b: number[] }, dY: number[][]) {
  const W = p.W.map((row, k) => row.map((_, j) => X.reduce((s, x, i) => s + x[k]! * dY[i]![j]!, 0)))
  return { W, b: p.b.map((_, j) => dY.reduce((s, row) => s + row[j]!, 0)) }
}
`
const BIASLESS = RIGHT.replace('value * W[k]![j]!, bias)', 'value * W[k]![j]!, 0 * bias)')

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeAll(() => {
  const spec = `id: affine
title: An affine layer
source: a course
${documented('yaml', 'reference: affine')}hints: [one, two, three]
`
  write('exercises/affine/exercise.yaml', spec)
  write('exercises/affine/reference.ts', documented('ts', 'defineReference'))
  write('right.ts', RIGHT)
  write('wrong.ts', BIASLESS)
  write('class/ada/affine.ts', RIGHT)
  write('class/bob/affine.ts', BIASLESS)
})

const pack = ['--exercises', 'exercises']

describe('a course with a reference of its own', () => {
  test('judges right and wrong answers, and knows the mistakes of its author', async () => {
    const right = await runCli(['affine', 'right.ts', ...pack], { cwd: root, env })
    expect(right.code, right.stdout + right.stderr).toBe(0)
    const wrong = await runCli(['affine', 'wrong.ts', ...pack, '--reporter', 'json'], {
      cwd: root,
      env,
    })
    expect(wrong.code).toBe(1)
    const [report] = JSON.parse(wrong.stdout).submissions
    const verdicts = report.checks.map(({ status, note }: { status: string; note?: string }) => [
      status,
      note,
    ])
    const commands = report.checks.flatMap(({ evidence }: CheckReport) =>
      evidence.flatMap((piece) => (piece.kind === 'reproduce' ? [piece.command] : [])),
    )
    expect(commands[0]).toMatch(/^mlp-check affine wrong\.ts --exercises exercises --only affine/)
    expect(verdicts).toEqual([
      ['failed', 'bias-lost'],
      ['passed', undefined],
    ])
  })

  test('judges a class by it, in threads', async () => {
    const argv = ['batch', 'class', ...pack, '--out', 'out', '--workers', '2']
    const ran = await runCli(argv, { cwd: root, env })
    expect(ran.code, ran.stderr).toBe(0)
    const run = readFileSync(join(root, 'out', 'report.json'), 'utf8')
    const of = Object.fromEntries(
      JSON.parse(run).submissions.map(({ student, score }: { student: string; score: number }) => [
        student,
        score,
      ]),
    )
    expect(of).toEqual({ ada: 1000, bob: 600 })
  })

  test('is at fault itself where its reference is, with file and line', async () => {
    const whole = readFileSync(join(root, 'exercises/affine/reference.ts'), 'utf8')
    const broken = [
      [`${whole}\nconst = 1\n`, /reference\.ts:\d+:\d+: /],
      [`import 'node:fs'\n${whole}`, /reference\.ts:1:1: imports "node:fs"/],
      [
        whole.replace('const affine', 'const afine'),
        /exports no "affine" \(did you mean "afine"\?\)/i,
      ],
      [`${whole}\nthrow new Error('on purpose')\n`, /reference\.ts:\d+:\d+: Error: on purpose/],
    ] as const
    for (const [text, message] of broken) {
      write('exercises/affine/reference.ts', text)
      const { code, stdout, stderr } = await runCli(['affine', 'right.ts', ...pack], {
        cwd: root,
        env,
      })
      expect(code).toBe(4)
      // Wrapped to the width of the terminal.
      expect((stdout + stderr).replace(/\s+/g, ' ')).toMatch(message)
    }
    write('exercises/affine/reference.ts', whole)
  })
})
