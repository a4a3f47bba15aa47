import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { holdsFloat64 } from '../formula/evaluate.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { partsOf } from '../formula/parts.ts'
import { printCondition } from '../formula/print.ts'
import { trialRequestOf } from '../grading/trial-request.ts'
import { runReference } from '../node/run-reference.ts'
import { REFERENCE_FILE } from '../pack/reference-script.ts'
import { type Random, randomFrom } from '../reference/random.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Trial } from '../reference/trials/trial-table.ts'
import type { Json } from '../report/report.ts'
import type { ExerciseBench } from './bench.ts'
import { pathOfTruth } from './places.ts'
import { HITS, markBranches } from './reference-branches.ts'
import { isPointwise } from './references.ts'

/** What is right in a place that nobody is asked about may as well be wrong. */
export async function lintCoverage(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  return [
    ...(await lintPieces(exercise, bench)),
    ...(exercise.references ? await lintBranches(exercise, bench) : []),
  ]
}

async function lintPieces(exercise: Exercise, bench: ExerciseBench): Promise<SpecProblem[]> {
  const problems: SpecProblem[] = []
  for (const spec of Object.values(exercise.functions).filter(isPointwise)) {
    if (spec.formula === undefined) continue
    const request = { ...bench.options, function: spec.name, rows: [] }
    const table = await bench.services.referenceTable(exercise, request)
    const place = bench.placeOf(pathOfTruth(exercise, spec.name))
    problems.push(
      ...unreachedPieces(spec.formula, table).map((where) => ({
        ...place,
        message: `no point reaches the piece of ${spec.name} where ${where}`,
        advice: 'widen the domain, or add parameter values',
      })),
    )
  }
  return problems
}

/** The conditions under which a formula says something that no row of the table asks for. */
export function unreachedPieces(
  formula: Expr,
  { names, columns }: Pick<ReferenceTable, 'names' | 'columns'>,
): readonly string[] {
  const all = [...(columns[0] ?? []).keys()]
  const bindingsAt = (row: number) =>
    Object.fromEntries(names.map((name, k) => [name, columns[k]?.[row] ?? Number.NaN]))
  const found: string[] = []
  const visit = (expr: Expr, rows: readonly number[]): void => {
    if (expr.kind !== 'conditional') {
      for (const part of partsOf(expr)) visit(part, rows)
      return
    }
    const holding = new Set(rows.filter((row) => holdsFloat64(expr.test, bindingsAt(row))))
    const others = rows.filter((row) => !holding.has(row))
    if (rows.length > 0 && holding.size === 0) found.push(printCondition(expr.test))
    if (rows.length > 0 && others.length === 0) found.push(notHolding(expr.test))
    visit(expr.then, [...holding])
    visit(expr.otherwise, others)
  }
  visit(formula, all)
  return found
}

function notHolding(test: Condition): string {
  return `not ${printCondition(test)}`
}

async function lintBranches(exercise: Exercise, bench: ExerciseBench): Promise<SpecProblem[]> {
  const { references } = exercise
  const { script, branches } = markBranches(references?.script ?? '')
  if (branches.length === 0) return []
  const marked = { ...exercise, references: { names: references?.names ?? [], script } }
  const exported = await runReference(marked)
  for (const check of exercise.checks) {
    const request = trialRequestOf(check, bench.options)
    if (request === undefined) continue
    const { trials } = await bench.services.trialTable(exercise, request)
    runOn(exported[request.reference] as Ran, trials, bench.options.seed)
  }
  const taken = new Set(Object.keys(exported[HITS] as readonly unknown[]).map(Number))
  const file = `${bench.shownAs.exercises}/${exercise.folder}/${REFERENCE_FILE}`
  return branches.flatMap(({ line, when }, index) =>
    taken.has(index)
      ? []
      : [
          {
            ...{ file, line },
            message: `no trial takes the branch \`${when}\``,
            advice: 'add a corner that does, or leave the branch out',
          },
        ],
  )
}

type Mistaken = { readonly [note: string]: (...args: readonly Json[]) => unknown }

interface Ran {
  readonly exact?: (...args: readonly Json[]) => unknown
  readonly inputs: (random: Random, trial: number) => unknown
  readonly mistakes?: Mistaken
  readonly gradientMistakes?: Mistaken
}

/** What draws, what is right and what is wrong; of what runs on tensors nothing is known. */
function runOn(reference: Ran, trials: readonly Trial[], seed: number): void {
  const random = randomFrom(seed)
  for (const [index, { arguments: args }] of trials.entries()) {
    attempt(() => reference.inputs(random, index))
    attempt(() => reference.exact?.(...structuredClone(args)))
    for (const wrong of Object.values({ ...reference.mistakes, ...reference.gradientMistakes })) {
      attempt(() => wrong(...structuredClone(args)))
    }
  }
}

/** What throws has taken its branches before. */
function attempt(run: () => unknown): void {
  try {
    run()
  } catch {}
}
