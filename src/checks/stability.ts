import { say } from '../messages/render.ts'
import { hiddenOverflow, recogniseOtherSide, recogniseOverflow } from '../mistakes/far-out.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import { type Arithmetic, encodeScalar, type Message, type Recognition } from '../report/report.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import { culpritOf } from './arithmetic.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import {
  counterexample,
  counterexampleWith,
  expectedValues,
  faultPlaces,
  inputsAt,
  spread,
} from './evidence.ts'
import { isKink, type Judgement, judgePoints } from './judge-points.ts'
import { nothingJudged } from './nothing-judged.ts'
import { brokenEvaluation } from './point-check.ts'
import { earnedShare } from './share.ts'
import { tellFaults } from './tell-faults.ts'
import { farTurningRows } from './turning-rows.ts'
import { lackOf } from './usable.ts'

export const stability = defineCheck({
  kind: 'stability',
  summary: 'Looks for overflow and lost digits far from zero, wherever the truth is finite.',
  scope: 'function',
  needs: 'formula',
  partial: true,
  points: 'far-out',
  // What is right on paper passes, unless the exercise asks for more.
  defaultSeverity: 'warning',
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const { name } = context.function
    const table = context.extremes(name)
    const evaluated = await context.session.evaluate({ function: name, columns: table.columns })
    const broken = brokenEvaluation(context, table, evaluated)
    if (broken) return broken
    const at = [...evaluated.values.keys()]
    const result = await tellFaults(context, table, { result: evaluated, at })
    // A kink is near, not far out, and has a check of its own.
    const select = (index: number) => Number.isFinite(table.low[index]) && !isKink(table, index)
    const judgement = judgePoints(table, result, { select, tolerance: defaultTolerance })
    if (judgement.failing.length > 0) return unstable(context, table, { result, judgement })
    const beyond = await atOwnNumbers(context)
    if (beyond !== undefined && 'status' in beyond) return beyond
    const points = { tested: judgement.tested.length + (beyond?.tested ?? 0), failed: 0 }
    return points.tested === 0
      ? nothingJudged(context)
      : {
          status: 'passed',
          says: say('stability.right', { tested: points.tested }),
          points,
          evidence: [],
        }
  },
})

/** Far out a program may turn to something else at a number of its own: how many such points are right. */
async function atOwnNumbers(
  context: CheckContext,
): Promise<{ readonly tested: number } | Outcome | undefined> {
  const { exercise, function: spec, options } = context
  const rows =
    options.at.length > 0 ? [] : farTurningRows(exercise, spec, context.clues(spec.name).numbers)
  if (rows.length === 0) return undefined
  const table = context.referenceAt(spec.name, rows)
  const result = await context.session.evaluate({ function: spec.name, columns: table.columns })
  const broken = result.ended && brokenEvaluation(context, table, result)
  if (broken) return broken
  const select = (index: number) => Number.isFinite(table.low[index]) && !isKink(table, index)
  const judgement = judgePoints(table, result, { select, tolerance: defaultTolerance })
  if (judgement.failing.length === 0) return { tested: judgement.tested.length }
  const told = await tellFaults(context, table, { result, at: judgement.failing })
  return unstable(context, table, { result: told, judgement })
}

interface Findings {
  readonly result: EvaluationResult
  readonly judgement: Judgement
}

async function unstable(
  context: CheckContext,
  table: ReferenceTable,
  { result, judgement }: Findings,
): Promise<Outcome> {
  const { failing } = judgement
  const points = { tested: judgement.tested.length, failed: failing.length }
  const earlier = await earlierMistake(context)
  if (earlier) {
    return { status: 'skipped', cause: 'dependency', says: earlier, points, evidence: [] }
  }
  const failures = spread(table, judgement)
  const { index, why } = decisive(table, { result, failing })
  const fault = result.faults.find((candidate) => candidate.index === index)
  const got = result.values[index] ?? Number.NaN
  const part = brokenPart(context, table, { index, got })
  const recognised = recognition(context, { table, result, judgement, why, part })
  return {
    status: 'failed',
    cause: fault?.kind === 'threw' ? 'crashed' : 'wrong-answer',
    says: describe(context, table, {
      index,
      got,
      fault,
      nearer: nearerThan(table, index, judgement),
    }),
    points,
    share: earnedShare(context.spec.partial, table, failures),
    evidence: [
      counterexampleWith(fault, counterexample(table, index, got, defaultTolerance)),
      ...(typeof part === 'string' ? [] : [part]),
      failures,
      ...faultPlaces(result, index),
    ],
    ...((why === 'fault' || why === 'wrong') && { neverWarns: true as const }),
    ...(recognised && { recognition: recognised }),
  }
}

/** What is known of a function that is right nearer to 0. */
function recognition(
  { exercise, function: { name } }: CheckContext,
  {
    table,
    result,
    judgement,
    why,
    part,
  }: Findings & {
    readonly table: ReferenceTable
    readonly why: Why
    readonly part: Arithmetic | 'nothing' | 'not followed'
  },
): Recognition | undefined {
  if (why === 'wrong') {
    const hidden = typeof part !== 'string' && part.problem !== 'cancellation'
    return hidden ? hiddenOverflow() : recogniseOtherSide(table, result.values, judgement.failing)
  }
  // A NaN that stands in the source overflows nowhere.
  return why === 'overflow' && part !== 'nothing' ? recogniseOverflow(exercise, name) : undefined
}

/** A formula that is wrong nearer to zero is wrong out there too: that is not a second mistake. */
async function earlierMistake(context: CheckContext): Promise<Message | undefined> {
  const { name } = context.function
  const lack = await lackOf(context, name)
  if (lack) return say('dependency', { on: lack })
  const samples = await context.everywhere(name)
  // What is wrong at a kink alone says nothing of any other place.
  const failed = (await context.wrongAt(name)).filter((index) => !isKink(samples, index)).length
  return failed > 0 ? say('stability.after-wrong', { function: name, failed }) : undefined
}

interface FailingPoint {
  readonly index: number
  readonly got: number
  readonly fault: PointFault | undefined
  /** How many points with smaller |x| were tested. */
  readonly nearer: number
}

function describe(
  context: CheckContext,
  table: ReferenceTable,
  { index, got, fault, nearer }: FailingPoint,
) {
  const common = { function: context.function.name, inputs: inputsAt(table, index) }
  if (fault) {
    const id = fault.kind === 'threw' ? 'points.threw' : 'points.not-a-number'
    return say(id, { ...common, got: fault.message })
  }
  return say('stability.wrong', {
    ...common,
    ...expectedValues(table, index),
    got: encodeScalar(got),
    nearer,
  })
}

/** The part of the source's formula that breaks at a point: `nothing` where none does. */
function brokenPart(
  context: CheckContext,
  table: ReferenceTable,
  { index, got }: { readonly index: number; readonly got: number },
): Arithmetic | 'nothing' | 'not followed' {
  const found = context.found(context.function.name)
  if (found?.kind !== 'function' || found.formula.kind !== 'formula') return 'not followed'
  const bindings = Object.fromEntries(
    table.names.map((name, column) => [name, table.columns[column]?.[index] as number]),
  )
  const culprit = culpritOf(found.formula.expr, bindings, got)
  return culprit ? { kind: 'arithmetic', ...culprit, inputs: inputsAt(table, index) } : 'nothing'
}

/** Up to here a finite answer is a right one or a wrong one; beyond, digits run out in sound formulas too. */
export const FAR = 1e4

/** Why a point fails: it gives no number at all, a wrong one, none that is finite, or one without digits. */
type Why = 'fault' | 'wrong' | 'overflow' | 'cancellation'

/**
 * The point that decides, and why. A value that is no finite number, or that is wrong where digits
 * run out, is arithmetic; any other is a wrong answer, and so is what throws or returns no number.
 * It makes no difference how the function is written, nor what is proved of it.
 */
function decisive(
  table: ReferenceTable,
  { result, failing }: { readonly result: EvaluationResult; readonly failing: readonly number[] },
): { readonly index: number; readonly why: Why } {
  const faulty = new Set(result.faults.map(({ index }) => index))
  const whyAt = (index: number): Why => {
    if (faulty.has(index)) return 'fault'
    if (!Number.isFinite(result.values[index])) return 'overflow'
    return farOut(table, index) <= FAR ? 'wrong' : 'cancellation'
  }
  const reasons = new Set(failing.map(whyAt))
  const why = WEIGHTIEST.find((reason) => reasons.has(reason)) as Why
  return {
    index: nearestToZero(
      table,
      failing.filter((index) => whyAt(index) === why),
    ),
    why,
  }
}

const WEIGHTIEST: readonly Why[] = ['fault', 'wrong', 'overflow', 'cancellation']

function nearestToZero(table: ReferenceTable, indices: readonly number[]): number {
  return indices.reduce((best, index) =>
    farOut(table, index) < farOut(table, best) ? index : best,
  )
}

/** How many points nearer to 0 were tried; 0 where one of them is wrong too. */
function nearerThan(table: ReferenceTable, index: number, { tested, failing }: Judgement): number {
  const isNearer = (other: number) => farOut(table, other) < farOut(table, index)
  return failing.some(isNearer) ? 0 : tested.filter(isNearer).length
}

function farOut(table: ReferenceTable, index: number): number {
  return Math.abs(table.columns[0]?.[index] ?? 0)
}
