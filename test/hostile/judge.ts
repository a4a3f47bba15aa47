import type { Sandbox } from '../../src/node/sandbox.ts'
import type { EvaluationResult, Fault, LoadResult } from '../../src/session.ts'
import type { Outcome } from './attack.ts'

const POINTS = Float64Array.from({ length: 64 }, (_, i) => (i - 32) / 8)

const HONEST = `const half = (x: number): number => (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))
export function tanh(x: number): number { return half(x) }
`

export interface Judgement {
  readonly outcome: Outcome
  /** What the student is told. */
  readonly message: string
}

/** What comes of a submission, as every check would see it. */
export async function judge(sandbox: Sandbox, source: string): Promise<Judgement> {
  const session = sandbox.session()
  const loaded = await session.load(submission(source), WANTED)
  const judgement = await judgeLoaded(loaded)
  await session.close()
  return judgement

  async function judgeLoaded(loaded: LoadResult): Promise<Judgement> {
    if (loaded.kind === 'fault') return faulted(loaded)
    const found = loaded.functions.tanh
    if (found?.kind !== 'function')
      return { outcome: 'missing', message: found?.near.join(', ') ?? '' }
    const values = await session.evaluate({ function: 'tanh', columns: [POINTS] })
    // A structured call meets other parts of the harness; its result is not judged here.
    if (!values.ended) await session.call({ function: 'tanh', calls: [[1]] })
    return judgeValues(values)
  }
}

function judgeValues(result: EvaluationResult): Judgement {
  if (result.ended) return faulted(result.ended)
  if (result.unstable) return { outcome: 'unstable', message: 'another value the second time' }
  if (result.faultCount > 0) return { outcome: 'faulty', message: result.faults[0]?.message ?? '' }
  const right = POINTS.every(
    (x, i) => Math.abs((result.values[i] as number) - Math.tanh(x)) <= 1e-12,
  )
  return { outcome: right ? 'right' : 'wrong', message: '' }
}

function faulted(fault: Fault): Judgement {
  return { outcome: fault.cause, message: fault.message }
}

/** The bytes of an honest submission's results: the same after any attack. */
export async function honestBytes(sandbox: Sandbox): Promise<string> {
  const session = sandbox.session()
  const loaded = await session.load(submission(HONEST), WANTED)
  const result = await session.evaluate({ function: 'tanh', columns: [POINTS] })
  await session.close()
  const bytes = Buffer.from(
    result.values.buffer,
    result.values.byteOffset,
    result.values.byteLength,
  )
  return JSON.stringify([
    loaded,
    result.faults,
    result.ended,
    result.unstable,
    bytes.toString('hex'),
  ])
}

const WANTED = [{ name: 'tanh', arguments: ['x'], symbolic: true }]

function submission(text: string) {
  return { file: 'a.ts', text, siblings: {} }
}
