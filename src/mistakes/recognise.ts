import type { Exercise, FunctionSpec } from '../exercise.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Recognition } from '../report/report.ts'
import type { Candidate } from './candidate.ts'
import { genericMistakes } from './generic-mistakes.ts'
import { GENERIC_NOTES, type NoteText } from './generic-notes.ts'
import { compileCandidate, matches, type Run } from './match.ts'
import { shapeMistake } from './shape-mistakes.ts'
import { type TableView, viewOf } from './table-view.ts'

/**
 * The known mistake that a wrong answer is, told by its numbers at the table's points. The first
 * that fits, from the most specific on: the exercise's own mistakes in their order; the right thing
 * done to the wrong object; one wrong step of differentiation; one slip in writing; off by a
 * constant. A mistake that agrees with the truth at these points is no evidence and never reported.
 */
export function recogniseMistake(
  exercise: Exercise,
  functionName: string,
  table: ReferenceTable,
  got: Float64Array,
): Recognition | undefined {
  const spec = exercise.functions[functionName]
  if (spec === undefined) return undefined
  const view = viewOf(table)
  const found =
    candidatesFor(exercise, spec).find((candidate) =>
      candidate.runs.some((run) => matches(run, view, got)),
    ) ?? shape(exercise, spec, { view, got })
  if (found === undefined) return undefined
  const { note, title, hint } = found
  return { kind: 'note', note, title, hint, by: 'values' }
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

/** A batch asks the same question of every submission: specs are immutable, so their candidates are kept. */
const compiled = new WeakMap<FunctionSpec, readonly CompiledCandidate[]>()

function candidatesFor(exercise: Exercise, spec: FunctionSpec): readonly CompiledCandidate[] {
  const known = compiled.get(spec)
  if (known !== undefined) return known
  const fresh = [...ownMistakes(exercise, spec.name), ...generic(exercise, spec)].map(
    (candidate) => ({
      note: candidate.note,
      title: candidate.title,
      hint: candidate.hint,
      runs: compileCandidate(candidate, spec.arguments),
    }),
  )
  compiled.set(spec, fresh)
  return fresh
}

/** What an exercise says of a generic mistake comes before what is said of it everywhere. */
function generic(exercise: Exercise, spec: FunctionSpec): readonly Candidate[] {
  const own = new Map(
    exercise.mistakes
      .filter((mistake) => mistake.function === spec.name)
      .map((mistake) => [mistake.note, mistake]),
  )
  return genericMistakes(exercise, spec).map((candidate) => {
    const said = own.get(candidate.note)
    // Its formula is another one, so only words that fit any formula may be taken over.
    return said?.formula === undefined && said
      ? { ...candidate, title: said.title, hint: said.hint }
      : candidate
  })
}

function shape(
  exercise: Exercise,
  spec: FunctionSpec,
  { view, got }: { readonly view: TableView; readonly got: Float64Array },
): Found | undefined {
  const formula = spec.derivative && exercise.functions[spec.derivative.of]?.formula
  const of = formula && spec.derivative && { formula, variable: spec.derivative.in }
  const note = shapeMistake(view, got, of)
  return note && { note, ...GENERIC_NOTES[note] }
}
