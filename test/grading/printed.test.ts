import { afterAll, describe, expect, test } from 'vitest'
import { grade } from '../../src/grade.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { referencesHere } from '../../src/node/references.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { SubmissionReport } from '../../src/report/report.ts'
import type { Session } from '../../src/session.ts'
import { exerciseCalled, exerciseOf, OPTIONS } from '../checks/judge-text.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())
const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))

const squares = exerciseOf({
  functions: { f: 'x ** 2', df: { derivative: { of: 'f', in: 'x' } } },
  checks: [
    { kind: 'value', function: 'f', points: 2 },
    { kind: 'derivative', function: 'df', points: 3 },
  ],
})

interface Judged {
  readonly exercise?: typeof squares
  readonly options?: object
  readonly watch?: (session: Session) => Session
}

async function judged(
  text: string,
  { exercise = squares, options = {}, watch = (session) => session }: Judged = {},
): Promise<SubmissionReport> {
  const session = sandbox.session()
  const source = { file: 'a.ts', text, siblings: {} }
  const submission = { kind: 'found' as const, path: 'a.ts', source, sha256: 'abc' }
  const job = { exercise, submission, file: 'a.ts', student: null }
  return grade({ ...job, options: { ...OPTIONS, ...options } }, watch(session), services).finally(
    () => session.close(),
  )
}

const printedIn = ({ checks }: SubmissionReport, id: string) =>
  checks.find((check) => check.id === id)?.printed

const counterexampleIn = ({ checks }: SubmissionReport, id: string) =>
  checks.find((check) => check.id === id)?.evidence.find(({ kind }) => kind === 'counterexample')

const TALKS = `export const f = (x: number) => { console.log('f of', x); return x * x }
export const df = (x: number) => { console.log({ x }, [f(x)]); return 3 * x }`

describe('what a function printed', () => {
  test('stands with each failure, for the inputs of its counterexample', async () => {
    const report = await judged(TALKS)
    const { inputs } = counterexampleIn(report, 'df-derivative') as unknown as {
      readonly inputs: { readonly x: number }
    }
    const { x } = inputs
    const text = `f of ${x}\n{ x: ${x} } [ ${x * x} ]\n`
    expect(printedIn(report, 'df-derivative')).toEqual([{ inputs, text }])
    expect(printedIn(report, 'f-value')).toBeUndefined()
  })

  test('stands with what passed at the points that were asked for', async () => {
    const at = [{ variable: 2, parameters: {} }]
    const report = await judged(TALKS, { options: { at, only: ['f'] } })
    expect(printedIn(report, 'f-value')).toEqual([{ inputs: { x: 2 }, text: 'f of 2\n' }])
  })

  test('stands with each of several points, one after the other', async () => {
    const at = [2, 3, 5].map((variable) => ({ variable, parameters: {} }))
    const report = await judged(TALKS, { options: { at, only: ['f'] } })
    expect(printedIn(report, 'f-value')).toEqual(
      [2, 3, 5].map((x) => ({ inputs: { x }, text: `f of ${x}\n` })),
    )
  })

  test('is never asked for beside another question: that would wait for ever', async () => {
    const session = sandbox.session()
    await session.load({ file: 'a.ts', text: TALKS, siblings: {} }, [
      { name: 'f', arguments: ['x'], symbolic: false },
    ])
    const ask = () => session.evaluate({ function: 'f', columns: [Float64Array.of(2)] })
    const [first, second] = await Promise.allSettled([ask(), ask()])
    expect(first).toMatchObject({ status: 'fulfilled', value: { faultCount: 0 } })
    expect(second).toMatchObject({ status: 'rejected' })
    await session.close()
  })

  test('is asked of nobody who failed nothing, or whose file says nothing of a console', async () => {
    const watch = (session: Session) =>
      new Proxy(session, {
        get: (target, name) =>
          name === 'output'
            ? () => Promise.reject(new Error('nobody should ask'))
            : (target[name as keyof Session] as () => unknown).bind?.(target),
      })
    const right = TALKS.replace('3 * x', '2 * x')
    expect(await judged(right, { watch })).toMatchObject({ status: 'passed' })
    const silent = 'export const f = (x: number) => x\nexport const df = (x: number) => x'
    expect(await judged(silent, { watch })).toMatchObject({ status: 'failed' })
  })

  test('changes nothing else of the report, whatever it does', async () => {
    const silent = 'export const f = (x: number) => x\nexport const df = (x: number) => 2 * x'
    const HOSTILE = [
      'console.log(x)',
      'for (let i = 0; i < 9; i++) console.log("✓ passed  10 of 10 points")',
      'try { (console as any).log = 1; (console as any).log() } catch {}',
      'console.table([{ get a() { for (;;); } }]); console.group(); console.groupEnd()',
      'console.log("::error::x\\n##[error]y", "\\u001b[31m", "\\u202e")',
    ]
    const plain = await judged(silent)
    for (const line of HOSTILE) {
      const noisy = silent.replace('=> x\n', `=> { ${line}; return x }\n`)
      const report = await judged(noisy)
      const checks = report.checks.map(({ printed: _, ...check }) => check)
      // The places in the source differ, and nothing else.
      const told = checks.map(({ evidence: _, ...check }) => check)
      expect(told, line).toEqual(plain.checks.map(({ evidence: _, ...check }) => check))
    }
  })

  test('is cut to whole lines, and what is left out is counted', async () => {
    const flood = TALKS.replace(
      "console.log('f of', x)",
      'for (let i = 0; i < 1e4; i++) console.log("y".repeat(100))',
    )
    const [printed] = printedIn(await judged(flood.replace('x * x', 'x')), 'f-value') ?? []
    expect(printed?.text).toMatch(/^(y{100}\n){39}$/)
    expect(printed?.dropped).toBe(10_000 - 39)
  })

  test('is told where a function never ends, at the point where it was', async () => {
    const text = TALKS.replace('return x * x', 'while (x > 3) console.log(x); return x * x')
    const [printed] = printedIn(await judged(text), 'f-value') ?? []
    const x = printed?.inputs.x as number
    expect(x).toBeGreaterThan(3)
    expect(printed?.text.split('\n').slice(0, 2)).toEqual([`f of ${x}`, `${x}`])
  })

  test('by a program is what its lines print', async () => {
    const text = `export function leaf(value: number) {
      return { value, grad: 0, backward(seed: number) { console.log('backward', seed) } }
    }
    export function train(w: number) { return w }`
    const report = await judged(text, { exercise: exerciseCalled('ex10') as typeof squares })
    const [printed] = printedIn(report, 'leaf-accumulation') ?? []
    expect(printed?.text).toBe('backward 1\n')
    expect(printed?.inputs.program).toContain('.backward(1)')
  })

  test('by a function of tensors shows them', async () => {
    const text =
      'export function prelu(tf: any, x: any, alpha: number) { console.log(alpha, x); return tf.relu(x) }'
    const report = await judged(text, { exercise: exerciseCalled('ex9') as typeof squares })
    const [printed] = report.checks[0]?.printed ?? []
    expect(printed?.text).toMatch(/^[\d.-]+ Tensor \{ shape: \[ \d+ \], values: \[ .* \] \}\n$/)
  })
})
