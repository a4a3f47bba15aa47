import { say } from '../messages/render.ts'
import { firstNotFinite } from '../reference/near.ts'
import { randomFrom, seedOf } from '../reference/random.ts'
import {
  type Nonlinearity,
  networkOutput,
  wrongConversions,
} from '../reference/structured/conversion.ts'
import { drawMatrix } from '../reference/structured/define-reference.ts'
import { cornerNetworks, drawNetwork, type Parameters } from '../reference/structured/network.ts'
import { decodeData, encodeData, unsigned } from '../reference/trials/data.ts'
import type { Json } from '../report/report.ts'
import type { CallResult } from '../session.ts'
import { DATA_TOLERANCE } from './call.ts'
import { answerOf, type Call, inputsOf, rewrittenArguments, shortInputs } from './called.ts'
import { compareData } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { remembers } from './dependence.ts'

const TRIALS = 24

export const sameNetwork = defineCheck({
  kind: 'same-network',
  summary:
    'Asks for the parameters of a network with another nonlinearity that is the same function.',
  scope: 'function',
  options: (zod) => {
    const nonlinearity = zod.enum(['tanh', 'sigmoid', 'relu', 'identity'])
    return zod.strictObject({
      from: nonlinearity.describe('The nonlinearity of the network that is given'),
      to: nonlinearity.describe('The one of the network that is asked for'),
    })
  },
  run: async (context): Promise<Outcome> => {
    const random = randomFrom(
      seedOf(`${context.exercise.id} ${context.spec.id}`, context.options.seed),
    )
    const drawn = Array.from({ length: context.options.cornersOnly ? 0 : TRIALS }, (_, trial) =>
      drawNetwork(random, trial),
    )
    const asked = [...cornerNetworks(), ...drawn].map(
      (net): Asked => ({ net, X: drawMatrix(random, 6, net.W1.length) }),
    )
    const calls = asked.map(({ net }) => [net as unknown as Json])
    const { name } = context.function
    const { results, memory } = await context.session.call({ function: name, calls })
    const answers: Conversion[] = []
    for (const [trial, result] of results.entries()) {
      const call = { args: calls[trial] as readonly Json[], result }
      const answer = conversionOf(context, asked[trial] as Asked, call)
      if ('status' in answer) return { ...answer, points: { tested: trial + 1, failed: 1 } }
      answers.push(answer)
    }
    const outcome = judged(context, answers)
    if (outcome.status !== 'passed' || memory === undefined) return outcome
    return remembers(context, memory, outcome.points.tested)
  },
})

interface Asked {
  readonly net: Parameters
  readonly X: number[][]
}

interface Conversion extends Asked {
  readonly got: Parameters
  readonly call: Call
}

/** What the submission made of a network; a verdict where that is no network. */
function conversionOf(
  context: CheckContext,
  asked: Asked,
  call: Call,
): Conversion | Omit<Outcome, 'points'> {
  const answer = answerOf(context, call)
  if ('broken' in answer) return answer.broken
  const problem = networkProblem(answer.value, call.args[0] as Json)
  if (problem === undefined) {
    return { ...asked, got: decodeData(answer.value) as unknown as Parameters, call }
  }
  const inputs = inputsOf(context, call.args)
  const says = say('data.shape', {
    function: context.function.name,
    inputs: shortInputs(inputs),
    ...problem,
  })
  const failedAt = { inputs, run: { arguments: call.args } }
  return { status: 'failed', cause: 'wrong-answer', says, evidence: [], failedAt }
}

type JsonObject = { readonly [name: string]: Json }

/** Where a value is no network with the layers of another one. */
function networkProblem(got: Json, net: Json): { where: string; problem: string } | undefined {
  const everything = { absolute: Number.MAX_VALUE, relative: 0 }
  const mismatch = compareData(got, net, everything)
  if (mismatch?.problem !== undefined) return { where: mismatch.where, problem: mismatch.problem }
  const layers = Object.keys(net as object).map((name) => [name, (got as JsonObject)[name] as Json])
  const found = firstNotFinite(Object.fromEntries(layers))
  return found && { where: found.where, problem: `expected a finite number, got ${found.value}` }
}

function judged(context: CheckContext, answers: readonly Conversion[]): Outcome {
  const { from, to } = context.spec.options as { from: Nonlinearity; to: Nonlinearity }
  const outputs = answers.map(({ net, got, X }) => ({
    expected: encodeData(unsigned(networkOutput(X, net, from) as unknown as Json)),
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
  const accepts = (result: CallResult) => {
    const again = conversionOf(context, answer, { ...answer.call, result })
    return !('status' in again) && judged(context, [again]).status === 'passed'
  }
  const name = context.function.name
  const text = `the network from ${name} is another function: for the input ${JSON.stringify(answer.X[rowOf(mismatch.where)])} it gives ${mismatch.got}, the original ${mismatch.expected}`
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text }),
    points,
    accepts,
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
