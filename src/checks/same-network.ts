import { say } from '../messages/render.ts'
import { type Random, randomFrom, seedOf } from '../reference/random.ts'
import {
  type Nonlinearity,
  networkOutput,
  wrongConversions,
} from '../reference/structured/conversion.ts'
import { drawMatrix } from '../reference/structured/define-reference.ts'
import { drawNetwork, type Parameters } from '../reference/structured/network.ts'
import type { Json } from '../report/report.ts'
import type { CallResult } from '../session.ts'
import { DATA_TOLERANCE } from './call.ts'
import { compareData } from './compare-data.ts'
import { inputsOf, noteOf, rewritten, rewrote } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'

const TRIALS = 24

export const sameNetwork = defineCheck({
  kind: 'same-network',
  summary:
    'Asks for the parameters of a network with another nonlinearity that is the same function.',
  scope: 'function',
  options: (zod) => {
    const nonlinearity = zod.enum(['tanh', 'sigmoid', 'relu', 'identity'])
    return zod.strictObject({ from: nonlinearity, to: nonlinearity })
  },
  run: async (context): Promise<Outcome> => {
    const random = randomFrom(
      seedOf(`${context.exercise.id} ${context.spec.id}`, context.options.seed),
    )
    const answers: Answer[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      const answer = await ask(context, random, trial)
      if ('status' in answer) return answer
      answers.push(answer)
    }
    return judged(context, answers)
  },
})

interface Answer {
  readonly net: Parameters
  readonly got: Parameters
  readonly X: number[][]
  readonly result: CallResult
}

/** One network and what the submission makes of it; an outcome where that is no network. */
async function ask(
  context: CheckContext,
  random: Random,
  trial: number,
): Promise<Answer | Outcome> {
  const net = drawNetwork(random, trial)
  const given = net as unknown as Json
  const X = drawMatrix(random, 6, net.W1.length)
  const name = context.function.name
  const result = await context.session.call({ function: name, arguments: [given] })
  const failed = {
    status: 'failed' as const,
    points: { tested: trial + 1, failed: 1 },
    evidence: [],
  }
  if (result.kind === 'fault') {
    const says = say('submission.fault', { message: result.message })
    return { ...failed, cause: result.cause, says, evidence: result.place ? [result.place] : [] }
  }
  const wrong = { ...failed, cause: 'wrong-answer' as const }
  if (result.kind === 'not-data') {
    const says = say('data.not-data', { function: name, where: result.where, found: result.found })
    return { ...wrong, says }
  }
  const problem = networkProblem(result.value, given)
  if (problem === undefined) return { net, got: result.value as unknown as Parameters, X, result }
  const inputs = { net: '…' }
  return { ...wrong, says: say('data.shape', { function: name, inputs, ...problem }) }
}

/** Where a value is no network with the layers of another one. */
function networkProblem(got: Json, net: Json): { where: string; problem: string } | undefined {
  const everything = { absolute: Number.POSITIVE_INFINITY, relative: 0 }
  const mismatch = compareData(got, net, everything)
  if (mismatch?.problem === undefined) return undefined
  return { where: mismatch.where, problem: mismatch.problem }
}

function judged(context: CheckContext, answers: readonly Answer[]): Outcome {
  const { from, to } = context.spec.options as { from: Nonlinearity; to: Nonlinearity }
  const outputs = answers.map(({ net, got, X }) => ({
    expected: networkOutput(X, net, from) as unknown as Json,
    is: networkOutput(X, got, to) as unknown as Json,
  }))
  const mismatches = outputs.map(({ is, expected }) => compareData(is, expected, DATA_TOLERANCE))
  const failed = mismatches.filter((mismatch) => mismatch !== undefined).length
  const points = { tested: answers.length, failed }
  const first = mismatches.findIndex((mismatch) => mismatch !== undefined)
  const [answer, mismatch] = [answers[first], mismatches[first]]
  const rewriting = answers.find(({ result }) => rewrote(result))
  if (first < 0 && rewriting !== undefined) {
    const args = [rewriting.net as unknown as Json]
    return { ...rewritten(context, args, rewriting.result), points }
  }
  if (answer === undefined || mismatch === undefined) {
    return {
      status: 'passed',
      says: say('data.right', { tested: points.tested }),
      points,
      evidence: [],
    }
  }
  const recognition = recognised(context, answers)
  const name = context.function.name
  const text = `the network from ${name} is another function: for the input ${JSON.stringify(answer.X[rowOf(mismatch.where)])} it gives ${mismatch.got}, the original ${mismatch.expected}`
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text }),
    points,
    evidence: [
      {
        kind: 'counterexample',
        inputs: inputsOf(context, [answer.net as unknown as Json]),
        got: answer.got as unknown as Json,
        expected: { kind: 'property', text: `the same outputs with ${to} as with ${from} before` },
        where: `output${mismatch.where}`,
        ...(mismatch.difference !== undefined && { difference: mismatch.difference }),
        ...(mismatch.tolerance !== undefined && { tolerance: mismatch.tolerance }),
      },
    ],
    ...(recognition && { recognition }),
  }
}

function rowOf(where: string): number {
  return Number(/^\[(\d+)\]/.exec(where)?.[1] ?? 0)
}

function recognised(context: CheckContext, answers: readonly Answer[]) {
  const { from, to } = context.spec.options as { from: string; to: string }
  const wrong = wrongConversions(from, to)
  const note = Object.keys(wrong).find((name) =>
    answers.every(({ net, got }) => {
      const mistaken = wrong[name]?.(net) as unknown as Json
      return compareData(got as unknown as Json, mistaken, DATA_TOLERANCE) === undefined
    }),
  )
  return note === undefined ? undefined : noteOf(context, note)
}
