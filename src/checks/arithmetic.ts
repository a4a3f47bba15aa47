import { isInside } from '../formula/domain.ts'
import type { Expr } from '../formula/expr.ts'
import { outline } from '../formula/outline.ts'
import { printFormula } from '../formula/print.ts'
import { type TraceStep, traceFloat64 } from '../formula/trace.ts'
import type { Decision } from '../prover/decision.ts'
import { isNear } from '../reference/near.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { type Arithmetic, encodeScalar } from '../report/report.ts'
import type { CheckContext } from './define-check.ts'
import { inputsAt } from './evidence.ts'
import { suspectRows } from './suspect-rows.ts'

/**
 * Where the source is proved right and its numbers are wrong all the same: the part of the formula
 * that overflows, or that loses its digits.
 */
export function arithmeticEvidence(
  context: CheckContext,
  table: ReferenceTable,
  { index, got }: { readonly index: number; readonly got: number },
): Arithmetic[] {
  const proof = context.proof(context.function.name)
  if (proof.kind !== 'decided' || !isProved(proof.decision)) return []
  const inputs = inputsAt(table, index)
  const culprit = culpritOf(proof.formula, inputsOf(table, index), got)
  return culprit ? [{ kind: 'arithmetic', ...culprit, inputs }] : []
}

/** Whether the formula is right, but for single points and for what lies outside of the domain. */
function isProved({ verdict }: Decision): boolean {
  return verdict === 'equal' || verdict === 'equal-on-domain' || verdict === 'null-set'
}

/** Whether the source is proved right at this very point, so that only its numbers can be wrong. */
export function isProvedAt(context: CheckContext, table: ReferenceTable, index: number): boolean {
  const proof = context.proof(context.function.name)
  if (proof.kind !== 'decided' || !isProved(proof.decision)) return false
  const onDomainOnly = 'within' in proof.decision && proof.decision.within !== undefined
  if (onDomainOnly && !isInside(proof.domain, inputsOf(table, index))) return false
  const apart = suspectRows(context.exercise, context.function, proof.decision)
  return !apart.some((row) => row.every((value, k) => value === table.columns[k]?.[index]))
}

function inputsOf(table: ReferenceTable, index: number): { readonly [name: string]: number } {
  return Object.fromEntries(
    table.names.map((name, column) => [name, table.columns[column]?.[index] as number]),
  )
}

type Culprit = Pick<Arithmetic, 'problem' | 'expression' | 'value'>

/**
 * The innermost part that is no finite number; else the subtraction that loses the most digits.
 * @param got what the submission itself gave. The parts are computed here, by functions of Math whose
 *   last digits are others than in the sandbox: where that leads elsewhere, nothing is known of a part.
 */
export function culpritOf(
  formula: Expr,
  bindings: { readonly [name: string]: number },
  got: number,
): Culprit | undefined {
  const steps = traceFloat64(formula, bindings)
  const found = brokenIn(steps)
  const whole = steps.at(-1)?.value ?? Number.NaN
  if (found === undefined || isAlike(whole, got)) return found && culprit(found)
  const isMeasured = found.expr === formula && found.problem === 'cancellation'
  return isMeasured && Number.isFinite(got) ? culprit({ ...found, value: got }) : undefined
}

function isAlike(a: number, b: number): boolean {
  return Object.is(a, b) || isNear(a, b, 1e-9 * Math.abs(b))
}

interface Broken extends TraceStep {
  readonly problem: Arithmetic['problem']
}

function brokenIn(steps: readonly TraceStep[]): Broken | undefined {
  const broken = steps.find(({ value }) => !Number.isFinite(value))
  // A NaN that stands in the source was meant, and explains nothing.
  if (broken?.expr.kind === 'constant') return undefined
  if (broken) {
    return { ...broken, problem: Number.isNaN(broken.value) ? 'not-a-number' : 'overflow' }
  }
  const values = new Map(steps.map(({ expr, value }) => [expr, value]))
  const losses = steps.map((step) => ({ step, loss: lossOf(step.expr, step.value, values) }))
  const worst = losses.reduce((best, next) => (next.loss > best.loss ? next : best), {
    step: steps[0],
    loss: 0,
  })
  return worst.step && worst.loss > LOST ? { ...worst.step, problem: 'cancellation' } : undefined
}

/** Half of a double's digits. */
const LOST = 2 ** 26

/** By what factor a sum is smaller than its terms: that many digits are lost in it. */
function lossOf(expr: Expr, value: number, values: ReadonlyMap<Expr, number>): number {
  if (expr.kind !== 'operation' || (expr.operator !== '+' && expr.operator !== '-')) return 0
  const largest = Math.max(
    Math.abs(values.get(expr.left) ?? 0),
    Math.abs(values.get(expr.right) ?? 0),
  )
  if (largest === 0) return 0
  return value === 0 ? Infinity : largest / Math.abs(value)
}

/** Parts of a formula that are told: of a series of many terms only the last step says something. */
const TOLD = 40

function culprit({ problem, expr, value }: Broken): Culprit {
  return { problem, expression: printFormula(outline(expr, TOLD)), value: encodeScalar(value) }
}
