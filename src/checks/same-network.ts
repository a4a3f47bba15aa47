import { say } from '../messages/render.ts'
import { type Random, randomFrom, seedOf } from '../reference/random.ts'
import {
  type Nonlinearity,
  networkOutput,
  wrongConversions,
} from '../reference/structured/conversion.ts'
import { drawMatrix } from '../reference/structured/define-reference.ts'
import { drawNetwork, type Parameters } from '../reference/structured/network.ts'
import { decodeData, encodeData } from '../reference/trials/data.ts'
import type { Json } from '../report/report.ts'
import { DATA_TOLERANCE } from './call.ts'
import { answerOf, type Call, inputsOf, rewrittenArguments, shortInputs } from './called.ts'
import { compareData } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
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
    const answers: Conversion[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      const answer = await ask(context, random, trial)
      if ('status' in answer) return answer
      answers.push(answer)
    }
    return judged(context, answers)
  },
})

interface Conversion {
  readonly net: Parameters
  readonly got: Parameters
  readonly X: number[][]
  readonly call: Call
}

/** One network and what the submission makes of it; an outcome where that is no network. */
async function ask(
  context: CheckContext,
  random: Random,
  trial: number,
): Promise<Conversion | Outcome> {
  const net = drawNetwork(random, trial)
  const args = [net as unknown as Json]
  const X = drawMatrix(random, 6, net.W1.length)
  const name = context.function.name
  const call = { args, result: await context.session.call({ function: name, arguments: args }) }
  const points = { tested: trial + 1, failed: 1 }
  const answer = answerOf(context, call)
  if ('broken' in answer) return { ...answer.broken, points }
  const problem = networkProblem(answer.value, args[0] as Json)
  if (problem === undefined) {
    return { net, got: decodeData(answer.value) as unknown as Parameters, X, call }
  }
  const says = say('data.shape', {
    function: name,
    inputs: shortInputs(inputsOf(context, args)),
    ...problem,
  })
  return { status: 'failed', cause: 'wrong-answer', says, points, evidence: [] }
}

/** Where a value is no network with the layers of another one. */
function networkProblem(got: Json, net: Json): { where: string; problem: string } | undefined {
  const everything = { absolute: Number.POSITIVE_INFINITY, relative: 0 }
  const mismatch = compareData(got, net, everything)
  if (mismatch?.problem === undefined) return undefined
  return { where: mismatch.where, problem: mismatch.problem }
}

function judged(context: CheckContext, answers: readonly Conversion[]): Outcome {
  const { from, to } = context.spec.options as { from: Nonlinearity; to: Nonlinearity }
  const outputs = answers.map(({ net, got, X }) => ({
    expected: encodeData(networkOutput(X, net, from) as unknown as Json),
    is: encodeData(networkOutput(X, got, to) as unknown as Json),
  }))
  const mismatches = outputs.map(({ is, expected }) => compareData(is, expected, DATA_TOLERANCE))
  const failed = mismatches.filter((mismatch) => mismatch !== undefined).length
  const points = { tested: answers.length, failed }
  const first = mismatches.findIndex((mismatch) => mismatch !== undefined)
  const [answer, mismatch] = [answers[first], mismatches[first]]
  if (answer === undefined || mismatch === undefined) {
    const calls = answers.map(({ call }) => call)
    const says = say('data.right', { tested: points.tested })
    return rewrittenArguments(context, calls) ?? { status: 'passed', says, points, evidence: [] }
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
        got: encodeData(answer.got as unknown as Json),
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

function recognised(context: CheckContext, answers: readonly Conversion[]) {
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
