import type { SpecProblem } from '../errors.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import { domainOf } from '../formula/domain.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { printFormula } from '../formula/print.ts'
import { mutantsOf } from '../mistakes/mutants.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, defaultTolerance, readTolerance, type Tolerance } from '../reference/tolerance.ts'
import type { ExerciseBench, MutantCount } from './bench.ts'
import { COMPARING } from './constants.ts'
import { pathOfTruth } from './places.ts'
import { isPointwise, truthOf } from './references.ts'

/** Another seed's points, to tell a mutant that nobody could refuse from one that slipped through. */
const OTHER_SEED_OFFSET = 1000

/** Every formula that is wrong at one place must be refused at some point. */
export async function lintMutants(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<{ readonly problems: readonly SpecProblem[]; readonly mutants: MutantCount }> {
  const problems: SpecProblem[] = []
  let mutants: MutantCount = { killed: 0, equivalent: 0, survivors: [] }
  for (const spec of Object.values(exercise.functions).filter(isPointwise)) {
    const check = exercise.checks.find(
      ({ kind, function: name }) => name === spec.name && COMPARING.includes(kind),
    )
    if (check === undefined) continue
    const counted = await countMutants(exercise, spec, { bench, check })
    const place = bench.placeOf(pathOfTruth(exercise, spec.name))
    mutants = add(mutants, counted)
    problems.push(
      ...counted.survivors.map((text) => ({
        ...place,
        message: `no check refuses ${text}`,
        advice: 'widen the domain, add parameter values, or make the tolerance smaller',
      })),
    )
  }
  return { problems, mutants }
}

function add(a: MutantCount, b: MutantCount): MutantCount {
  return {
    killed: a.killed + b.killed,
    equivalent: a.equivalent + b.equivalent,
    survivors: [...a.survivors, ...b.survivors],
  }
}

async function countMutants(
  exercise: Exercise,
  spec: FunctionSpec,
  { bench, check }: { readonly bench: ExerciseBench; readonly check: CheckSpec },
): Promise<MutantCount> {
  const { referenceTable, prove } = bench.services
  const request = { ...bench.options, function: spec.name, rows: [] }
  const seed = bench.options.seed + OTHER_SEED_OFFSET
  const table = await referenceTable(exercise, request)
  const others = await referenceTable(widened(exercise), { ...request, seed })
  const tolerance = readTolerance(check.options)
  const survivors: string[] = []
  let killed = 0
  const truth = truthOf(exercise, spec)
  const question = {
    domain: domainOf(spec.arguments, widened(exercise)),
    tolerance: defaultTolerance.float64,
  }
  const mutants = mutantsOf(truth)
  for (const { rule, formula } of mutants) {
    if (isRefused(formula, table, tolerance)) {
      killed++
      continue
    }
    // Whether it is another function is no question of how much the check lets pass.
    const { verdict } = prove(formula, truth, question)
    const differs = UNDECIDED.has(verdict)
      ? isRefused(formula, others, defaultTolerance)
      : verdict === 'different'
    if (differs) {
      survivors.push(`${spec.name} = ${printFormula(formula)} (${rule})`)
    }
  }
  return { killed, equivalent: mutants.length - killed - survivors.length, survivors }
}

/** Where the prover has no word, the numbers have. */
const UNDECIDED: ReadonlySet<string> = new Set(['domain', 'unknown', 'refused'])

/** What happens outside of a narrow domain counts as well. */
function widened(exercise: Exercise): Exercise {
  const [low, high] = exercise.domain
  const sha256 = `${exercise.sha256} widened`
  return { ...exercise, domain: [Math.min(low, -20), Math.max(high, 20)], sha256 }
}

function isRefused(formula: Expr, table: ReferenceTable, tolerance: Tolerance): boolean {
  const run = compileFloat64(formula, table.names)
  for (let index = 0; index < table.low.length; index++) {
    const got = run(...table.columns.map((column) => column[index] ?? Number.NaN))
    if (!accepts(table, index, got, tolerance)) return true
  }
  return false
}
