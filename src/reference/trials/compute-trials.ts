import type { Exercise } from '../../exercise.ts'
import type { Json } from '../../report/report.ts'
import type { Engine } from '../../tensorflow/engine.ts'
import { type Random, randomFrom, seedOf } from '../random.ts'
import type { ReferenceServices } from '../reference.ts'
import { drawNumber } from '../structured/define-reference.ts'
import { leavesBudget } from '../tolerance.ts'
import { mapNumbers, numbersIn, plainData, structureOf } from './data.ts'
import { type AnyReference, blaming, referenceOf } from './evaluate-module.ts'
import { slopesOf } from './slopes.ts'
import { isSteady } from './steadiness.ts'
import { tensorAnswer, tensorGradient } from './tensor-answers.ts'
import type { Trial, TrialRequest, TrialTable } from './trial-table.ts'

/**
 * Draws the trials of a check and computes what is right for them. TensorFlow.js is loaded only for
 * a reference that computes on it.
 * @throws SpecError where the exercise's reference is at fault
 */
export async function computeTrials(
  exercise: Exercise,
  request: TrialRequest,
  { backend, runReference, bounded = (run) => run() }: Omit<ReferenceServices, 'cache'>,
): Promise<TrialTable> {
  const reference = await referenceOf(exercise, request.reference, runReference)
  const tf = reference.compute && (await backend.load())
  const { name, version } = backend.report()
  return blaming(exercise, () => ({
    ...bounded(() => drawTrials({ exercise, request, reference, tf })),
    by: reference.exact ? 'float64' : 'tensorflow',
    backend: { name, version },
  }))
}

interface Bench {
  readonly exercise: Exercise
  readonly request: TrialRequest
  readonly reference: AnyReference
  readonly tf: Engine | undefined
}

function drawTrials(bench: Bench): Pick<TrialTable, 'trials' | 'dropped' | 'agreement'> {
  const { exercise, request, reference } = bench
  const name = `${exercise.id} ${request.check}`
  const random = randomFrom(seedOf(name, request.seed))
  // Apart, so that what is tried does not depend on how its reference was examined.
  const nudges = randomFrom(seedOf(`${name} nudges`, request.seed))
  const corners = randomFrom(seedOf(`${name} corners`, 0))
  const drawn = request.cornersOnly ? 0 : reference.trials
  const { sizes } = request
  const asked = sizes
    ? sizes.map((size) => question(bench, workloadOf(bench, size), corners))
    : [
        ...(reference.corners ?? []).map((args) => question(bench, args, corners)),
        ...Array.from({ length: drawn }, (_, trial) =>
          question(bench, reference.inputs(random, trial), random),
        ),
      ]
  if (!asked.some(({ args }) => isSomething(forward(bench, args)))) {
    throw new RangeError(`${request.reference} gives NaN in every trial`)
  }
  const tried = asked.map((one) => answered(bench, one, nudges))
  const kept = tried.filter((trial) => trial !== undefined)
  if (kept.length === 0) {
    throw new RangeError(`no trial of ${request.reference} is left: all lie at kinks`)
  }
  return {
    trials: kept.map(({ trial }) => trial),
    dropped: tried.length - kept.length,
    agreement: {
      disputed: kept.filter(({ trial }) => trial.disputed).length,
      largest: Math.max(0, ...kept.map(({ apart }) => apart)),
    },
  }
}

function workloadOf({ request, reference }: Bench, size: number): readonly unknown[] {
  if (reference.workload !== undefined) return reference.workload(size)
  throw new TypeError(`${request.reference} has no workload: (size) => its arguments`)
}

/** What a trial asks, by the arguments of the reference and, of a gradient, what comes from above. */
interface Question {
  readonly args: readonly Json[]
  readonly upstream?: Json
}

function question(bench: Bench, given: readonly unknown[], random: Random): Question {
  const args = plainData(given) as readonly Json[]
  if (!Array.isArray(args)) throw new TypeError('inputs should give a list of arguments')
  if (bench.request.gradientIn === null) return { args }
  const value = forward(bench, args)
  return { args, upstream: plainData(mapNumbers(value, () => drawNumber(random))) }
}

function forward({ reference, tf }: Bench, args: readonly Json[]): Json {
  return exactly(reference, args) ?? tensorAnswer(tf as Engine, computeOf(reference), args)
}

/** What holds no number at all, such as a yes or a no, can be told from another answer too. */
function isSomething(answer: Json): boolean {
  const numbers = numbersIn(answer)
  return numbers.length === 0 || numbers.some((value) => !Number.isNaN(value))
}

/** A trial with its answers; undefined where they cannot be relied on. */
function answered(
  bench: Bench,
  question: Question,
  nudges: Random,
): { readonly trial: Trial; readonly apart: number } | undefined {
  const { reference, tf, request } = bench
  const truth = float64Answer(bench, question)
  if (truth === 'unreliable') return undefined
  const byTensorflow = (args: readonly Json[]) => float32Answer(bench, { ...question, args })
  const tensorflow = tf && byTensorflow(question.args)
  const expected = (truth ?? tensorflow) as Json
  const near = { random: nudges, position: request.gradientIn }
  if (truth === undefined && !isSteady(byTensorflow, question.args, near)) return undefined
  const given = question.upstream === undefined ? [] : [question.upstream]
  const comparison = tensorflow === undefined ? AGREED : compared(bench, question, tensorflow)
  const trial: Trial = {
    arguments: [...question.args, ...given],
    expected,
    ...(tensorflow !== undefined && { tensorflow }),
    disputed: comparison.disputed,
    mistakes: mistakenAnswers(reference, request, [...question.args, ...given]),
  }
  return { trial, apart: comparison.apart }
}

/** With the truth; or with the truth about the question as float32 sees it, where that is another one. */
function compared(bench: Bench, question: Question, tensorflow: Json): typeof AGREED {
  const ofTruth = (asked: Question) => {
    const truth = float64Answer(bench, asked)
    return truth === undefined || truth === 'unreliable' ? AGREED : compare(tensorflow, truth)
  }
  const comparison = ofTruth(question)
  return comparison.disputed ? ofTruth(asFloat32(question)) : comparison
}

function asFloat32({ args, ...rest }: Question): Question {
  return { ...rest, args: args.map((argument) => mapNumbers(argument, Math.fround)) }
}

function exactly({ exact }: AnyReference, args: readonly Json[]): Json | undefined {
  return exact && plainData(exact(...(args as readonly never[])))
}

function computeOf({ compute }: AnyReference) {
  return compute as NonNullable<AnyReference['compute']>
}

function float64Answer(
  { reference, request }: Bench,
  { args, upstream }: Question,
): Json | undefined | 'unreliable' {
  if (reference.exact === undefined) return undefined
  const position = request.gradientIn
  if (position === null) return exactly(reference, args)
  const f = (argument: Json) => exactly(reference, args.with(position, argument)) as Json
  const { gradient, smooth } = slopesOf(f, args[position] as Json, upstream as Json)
  return smooth ? gradient : 'unreliable'
}

function float32Answer({ reference, request, tf }: Bench, { args, upstream }: Question): Json {
  const [engine, compute] = [tf as Engine, computeOf(reference)]
  const position = request.gradientIn
  if (position === null) return tensorAnswer(engine, compute, args)
  return tensorGradient(engine, compute, { args, upstream: upstream as Json, position })
}

const AGREED = { disputed: false, apart: 0 }

function compare(tensorflow: Json, truth: Json): typeof AGREED {
  if (structureOf(tensorflow) !== structureOf(truth)) {
    const [is, should] = [tensorflow, truth].map((answer) => JSON.stringify(answer))
    throw new TypeError(`compute gives ${is}, which has another form than exact's ${should}`)
  }
  const exact = numbersIn(truth)
  const pairs = numbersIn(tensorflow).map((value, k) => [value, exact[k] ?? Number.NaN] as const)
  if (pairs.some(([value, right]) => leavesBudget(value, right)))
    return { disputed: true, apart: 0 }
  const apart = pairs.map(([a, b]) => (a === b ? 0 : Math.abs(a - b) / Math.max(1, Math.abs(b))))
  return { disputed: false, apart: Math.max(0, ...apart) }
}

function mistakenAnswers(
  { mistakes = {}, gradientMistakes = {} }: AnyReference,
  { gradientIn }: TrialRequest,
  args: readonly Json[],
): Trial['mistakes'] {
  const answer = (mistake: (...args: never[]) => unknown) => {
    try {
      return plainData(mistake(...(args as never[])))
    } catch {
      return null
    }
  }
  const wrong = gradientIn === null ? mistakes : gradientMistakes
  return Object.fromEntries(Object.entries(wrong).map(([note, mistake]) => [note, answer(mistake)]))
}
