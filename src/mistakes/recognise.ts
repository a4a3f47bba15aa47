import type { Exercise, FunctionSpec } from '../exercise.ts'
import type { Expr } from '../formula/expr.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Recognition } from '../report/report.ts'
import type { Candidate } from './candidate.ts'
import { fixedParameter } from './fixed-parameter.ts'
import { formulasToFix, misapplied, slipped } from './generic-mistakes.ts'
import { GENERIC_NOTES, type NoteText } from './generic-notes.ts'
import { compileCandidate, matches, type Run } from './match.ts'
import { whereWrong } from './one-branch.ts'
import { approximation, isSameEverywhere, shapeMistake } from './shape-mistakes.ts'
import { shortConstants } from './short-constants.ts'
import { stands } from './stands-in-source.ts'
import { type TableView, viewOf } from './table-view.ts'

/** What is known of a submission besides its numbers. */
interface Known {
  /** The formula that the source computes; absent where nobody looked. */
  readonly written?: Expr | 'not followed'
}

/**
 * The known mistake that a wrong answer is, told by its numbers at the table's points. The first
 * that fits, from the most specific on: the exercise's own mistakes in their order; the same number
 * everywhere; the right thing done to the wrong object; a parameter fixed; one wrong step of
 * differentiation; one slip in writing; another function; off by a constant; wrong on one branch; an
 * approximation. A mistake that agrees with the truth at these points is no evidence and never
 * reported, nor is one that says of the source what does not stand there.
 */
export function recogniseMistake(
  exercise: Exercise,
  functionName: string,
  table: ReferenceTable,
  got: Float64Array,
  { written }: Known = {},
): Recognition | undefined {
  const spec = exercise.functions[functionName]
  if (spec === undefined) return undefined
  const view = viewOf(table)
  const numbers = { view, got }
  const fits = (candidate: CompiledCandidate) =>
    stands(candidate.note, written) && candidate.runs.some((run) => matches(run, view, got))
  const fitting = (kind: Kind) => candidatesOf(exercise, spec, kind).find(fits)
  const found =
    fitting('own') ??
    sameEverywhere(numbers) ??
    fitting('misapplied') ??
    fixed(exercise, spec, numbers) ??
    fitting('slipped') ??
    tooShort(exercise, spec, { view, written }) ??
    shape(exercise, spec, numbers) ??
    onBranch(table, got, written) ??
    near(spec, numbers)
  if (found === undefined) return undefined
  const { note, title, hint } = found
  return { kind: 'note', note, title, hint, by: 'values' }
}

interface Numbers {
  readonly view: TableView
  readonly got: Float64Array
}

type Found = { readonly note: string } & NoteText

function ownMistakes(exercise: Exercise, functionName: string): readonly Candidate[] {
  return exercise.mistakes.flatMap(({ function: of, note, title, hint, formula }) =>
    of === functionName && formula !== undefined ? [{ note, title, hint, formula }] : [],
  )
}

interface CompiledCandidate extends NoteText {
  readonly note: string
  readonly runs: readonly Run[]
}

/** The exercise's own, the right thing done to the wrong object, and slips. */
type Kind = 'own' | 'misapplied' | 'slipped'

/** A batch asks the same question of every submission: specs are immutable, so their candidates are kept. */
const compiled = new WeakMap<FunctionSpec, Map<Kind, readonly CompiledCandidate[]>>()

/** Made as they are asked for: most mistakes are found among the first. */
function candidatesOf(exercise: Exercise, spec: FunctionSpec, kind: Kind) {
  const known = compiled.get(spec) ?? new Map<Kind, readonly CompiledCandidate[]>()
  compiled.set(spec, known)
  const candidates = known.get(kind) ?? freshCandidates(exercise, spec, kind)
  known.set(kind, candidates)
  return candidates
}

function freshCandidates(exercise: Exercise, spec: FunctionSpec, kind: Kind): CompiledCandidate[] {
  return made[kind](exercise, spec).map((candidate) => ({
    note: candidate.note,
    title: candidate.title,
    hint: candidate.hint,
    runs: compileCandidate(candidate, spec.arguments),
  }))
}

const made: Record<Kind, (exercise: Exercise, spec: FunctionSpec) => readonly Candidate[]> = {
  own: (exercise, { name }) => ownMistakes(exercise, name),
  misapplied: (exercise, spec) => misapplied(exercise, spec).map(wordsFor(exercise, spec)),
  slipped: (exercise, spec) => slipped(exercise, spec).map(wordsFor(exercise, spec)),
}

function sameEverywhere({ view, got }: Numbers): Found | undefined {
  if (!isSameEverywhere(view, got)) return undefined
  return { note: 'constant-value', ...GENERIC_NOTES['constant-value'] }
}

/** A parameter that the submission has a value of its own for. */
function fixed(exercise: Exercise, spec: FunctionSpec, numbers: Numbers): Found | undefined {
  const formulas = formulasToFix(exercise, spec)
  const found = fixedParameter(formulas, Object.keys(exercise.parameters), numbers)
  if (found === undefined) return undefined
  const own = exercise.mistakes.find(
    (mistake) => mistake.note === 'parameter-ignored' && mistake.function === spec.name,
  )
  const { hint } = own?.formula === undefined && own ? own : GENERIC_NOTES['parameter-ignored']
  const title = `${found.parameter} replaced by ${found.value}, whatever is given`
  return { note: 'parameter-ignored', title, hint }
}

/** Right, but for constants that the source has the first digits of. */
function tooShort(
  exercise: Exercise,
  spec: FunctionSpec,
  { view, written }: { readonly view: TableView; readonly written: Known['written'] | undefined },
): Found | undefined {
  if (written === undefined || written === 'not followed') return undefined
  const truth = spec.formula ?? exercise.functions[spec.derivative?.of ?? '']?.formula
  const short = truth && shortConstants(written, truth, view)
  if (short === undefined) return undefined
  const { title, hint } = GENERIC_NOTES['short-constants']
  return { note: 'short-constants', title: `${title}: ${short.join('; ')}`, hint }
}

/** What an exercise says of a generic mistake comes before what is said of it everywhere. */
function wordsFor(exercise: Exercise, spec: FunctionSpec): (candidate: Candidate) => Candidate {
  const own = new Map(
    exercise.mistakes
      .filter((mistake) => mistake.function === spec.name)
      .map((mistake) => [mistake.note, mistake]),
  )
  return (candidate) => {
    const said = own.get(candidate.note)
    // Its formula is another one, so only words that fit any formula may be taken over.
    return said?.formula === undefined && said
      ? { ...candidate, title: said.title, hint: said.hint }
      : candidate
  }
}

function shape(exercise: Exercise, spec: FunctionSpec, { view, got }: Numbers): Found | undefined {
  const formula = spec.derivative && exercise.functions[spec.derivative.of]?.formula
  const of = formula && spec.derivative && { formula, variable: spec.derivative.in }
  const note = shapeMistake(view, got, of)
  return note && { note, ...GENERIC_NOTES[note] }
}

/** Right, but on a branch that the source has. */
function onBranch(table: ReferenceTable, got: Float64Array, written: Known['written']) {
  if (written === undefined || written === 'not followed') return undefined
  const where = whereWrong(written, table, got)
  if (where === undefined) return undefined
  const { hint } = GENERIC_NOTES['one-branch']
  return { note: 'one-branch', title: `wrong only where ${where} holds`, hint }
}

function near(spec: FunctionSpec, { view, got }: Numbers): Found | undefined {
  const within = approximation(view, got)
  if (within === undefined) return undefined
  const title = `an approximation: within ${within} of ${spec.name}, which was asked`
  return { note: 'approximation', title, hint: GENERIC_NOTES.approximation.hint }
}
