import { SpecError } from '../errors.ts'
import type { FunctionSpec } from '../exercise.ts'
import { switchesOf } from '../formula/branches.ts'
import { conditional, number } from '../formula/build.ts'
import { compileFloat64, holdsFloat64 } from '../formula/evaluate.ts'
import type { Condition } from '../formula/expr.ts'
import { zerosOf } from '../formula/zeros.ts'
import { say } from '../messages/render.ts'
import type { Trial } from '../reference/trials/trial-table.ts'
import { askTrials } from './data-trials.ts'
import type { CheckContext, Outcome } from './define-check.ts'
import { suspectRows } from './suspect-rows.ts'
import { turningPoints } from './turning-rows.ts'

type Row = readonly number[]

/** A function of numbers that says yes or no, when it says yes, and that it was right for its trials. */
interface Question {
  readonly holds: Condition
  readonly trials: readonly Pick<Trial, 'arguments' | 'expected'>[]
  readonly passed: Outcome
}

/**
 * Proves that the answer is right for every number; where that does not come about, asks wherever the
 * proof found it wrong or the source may turn to something else.
 */
export async function judgeYesOrNo(context: CheckContext, question: Question): Promise<Outcome> {
  const { function: spec } = context
  const { holds, trials, passed } = question
  refuseContradiction(context, question)
  const proof = context.proof(spec.name)
  const { tested } = passed.points
  if (proof.kind === 'decided' && proof.decision.verdict === 'equal') {
    return { ...passed, says: say('data.proved', { tested, variables: spec.arguments }) }
  }
  const decided =
    proof.kind === 'decided' ? suspectRows(context.exercise, spec, proof.decision) : []
  const turning = [...turningRowsOf(context), ...justOutside(spec, holds)]
  const rows = [...decided, ...turning].filter((row) => !isBeside(spec, holds, row))
  const more = await askTrials(context, {
    trials: rows.map((row) => ({
      arguments: row,
      expected: isTrue(spec, holds, row),
      mistakes: {},
    })),
    tolerance: () => ({ absolute: 0, relative: 0 }),
    normalise: (got) => got,
  })
  const points = { tested: trials.length + more.points.tested, failed: more.points.failed }
  return more.status === 'passed'
    ? { ...more, says: say('data.right', { tested: points.tested }), points }
    : { ...more, points }
}

/** Two models of one thing: the condition in `exercise.yaml`, and the function in `reference.ts`. */
function refuseContradiction({ function: spec }: CheckContext, { holds, trials }: Question): void {
  const wrong = trials.find(
    ({ arguments: args, expected }) => isTrue(spec, holds, args as Row) !== expected,
  )
  if (wrong === undefined) return
  const message = `holds says ${!wrong.expected} for ${spec.name}(${wrong.arguments.join(', ')}), and reference.ts ${wrong.expected}`
  throw new SpecError([{ file: 'exercise.yaml', message }])
}

function isTrue(spec: FunctionSpec, holds: Condition, row: Row): boolean {
  return holdsFloat64(holds, bindingsOf(spec, row))
}

function bindingsOf({ arguments: names }: FunctionSpec, row: Row) {
  return Object.fromEntries(names.map((name, k) => [name, row[k] ?? 0]))
}

/** As large as anybody is asked about. */
const LARGEST = 1e9

/** Along the first argument, the others at 0 and 1. */
function turningRowsOf({ clues, function: { name, arguments: names } }: CheckContext): Row[] {
  const [variable = '', ...others] = names
  return [0, 1].flatMap((value) => {
    const set = Object.fromEntries(others.map((other) => [other, value]))
    const near = turningPoints(clues(name), { variable, set, domain: [-32, 32] })
    const numbers = { ...clues(name), switches: [] }
    const far = turningPoints(numbers, { variable, set, domain: [-LARGEST, LARGEST] })
    return [...near, ...far].map((x) => [x, ...others.map(() => value)])
  })
}

/** Who compares with so small a tolerance compares as programs do. */
const BESIDE = 1e-9

/** Times what is forgiven: up to the steps of float32, beyond which the source's own numbers lead. */
const OUTSIDE = [2, 10, 30, 60, 100]

/**
 * Both sides of every place at which the truth turns, at once beyond what is forgiven: a comparison
 * that is too coarse shows there whatever makes it coarse, be it no number at all, as in float32.
 */
function justOutside(spec: FunctionSpec, holds: Condition): Row[] {
  const [, ...others] = spec.arguments
  return [0, 1].flatMap((value) => {
    const set = others.map(() => value)
    return turnsOf(spec, holds, { others: set, within: [-32, 32] }).flatMap((turn) =>
      OUTSIDE.flatMap((times) => {
        const off = times * reachAt(turn)
        return [
          [turn - off, ...set],
          [turn + off, ...set],
        ]
      }),
    )
  })
}

/** Whether the truth turns within a rounding of a place, other than at the place itself. */
function isBeside(spec: FunctionSpec, holds: Condition, row: Row): boolean {
  const [at = 0, ...others] = row
  const reach = reachAt(at)
  const turns = turnsOf(spec, holds, { others, within: [at - reach, at + reach] })
  return turns.some((turn) => turn !== at)
}

function reachAt(place: number): number {
  return BESIDE * Math.max(1, Math.abs(place))
}

/** A stretch of the first argument, at values of the others. */
interface Stretch {
  readonly others: Row
  readonly within: readonly [low: number, high: number]
}

function turnsOf(spec: FunctionSpec, holds: Condition, { others, within }: Stretch): number[] {
  return switchesOf(conditional(holds, number(1), number(0))).flatMap((formula) => {
    const run = compileFloat64(formula, spec.arguments)
    return zerosOf((x) => run(x, ...others), within)
  })
}
