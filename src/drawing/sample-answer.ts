import type { Exercise } from '../exercise.ts'
import type { speaker } from '../messages/render.ts'
import type { Comparison } from '../plot/comparison.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Fault, LoadResult, Session, SubmissionSource } from '../session.ts'
import { kinkPlaces, type PlotRequest, plotRows, sampled, variableOf } from './samples.ts'

type Speak = ReturnType<typeof speaker>

export interface Drawing {
  readonly exercise: Exercise
  readonly source: SubmissionSource
  readonly functions: readonly string[]
  readonly request: PlotRequest
  /** Of the functions, those that are still the starter's. */
  readonly unbegun?: readonly string[]
}

interface Tools {
  readonly session: Session
  readonly services: {
    /** What is right at rows of arguments. */
    readonly referenceAt: (
      exercise: Exercise,
      functionName: string,
      rows: readonly (readonly number[])[],
    ) => ReferenceTable
  }
  readonly speak: Speak
}

/** Runs the student's functions over a grid, and sets their references beside them. */
export async function sampleAnswer(drawing: Drawing, tools: Tools): Promise<Comparison | Fault> {
  const { exercise, source, functions, request } = drawing
  const specs = functions.flatMap((name) => exercise.functions[name] ?? [])
  const wanted = specs.map((spec) => ({
    name: spec.name,
    arguments: spec.arguments,
    symbolic: false,
  }))
  const load = await tools.session.load(source, wanted)
  if (load.kind === 'fault') return load
  const pictures = []
  const sentences = []
  for (const spec of specs) {
    const variable = variableOf(exercise, spec) ?? 'x'
    const rows = plotRows(exercise, spec, request)
    const table = tools.services.referenceAt(exercise, spec.name, rows)
    const absence = absenceOf(spec.name, drawing, load)
    const { values: got } =
      absence === undefined
        ? await tools.session.evaluate({ function: spec.name, columns: table.columns })
        : { values: new Float64Array(rows.length).fill(Number.NaN) }
    const title = titleOf(drawing, spec.name)
    const kinks = kinkPlaces(exercise, spec, request)
    const compared = sampled(table, got, {
      title,
      variable,
      kinks,
      speak: tools.speak,
    })
    const { counterexample: _, ...onlyReference } = compared.picture
    pictures.push(absence === undefined ? compared.picture : onlyReference)
    sentences.push(
      absence === undefined
        ? sentence(spec.name, compared, tools.speak)
        : tools.speak(absence, { function: spec.name }),
    )
  }
  return {
    title: `${exercise.id}  ${exercise.title}`,
    description: tools.speak('plot.sentences', { sentences }),
    variable: (specs[0] && variableOf(exercise, specs[0])) ?? 'x',
    domain: request.range,
    functions: pictures,
  }
}

/** Why there is nothing of a function to be drawn, as the sentence that says it. */
function absenceOf(
  name: string,
  { unbegun = [] }: Pick<Drawing, 'unbegun'>,
  { functions }: Extract<LoadResult, { readonly kind: 'loaded' }>,
): 'plot.unbegun' | 'plot.missing' | undefined {
  if (unbegun.includes(name)) return 'plot.unbegun'
  return functions[name]?.kind === 'function' ? undefined : 'plot.missing'
}

/** `dprelu(x), alpha = 0.25` */
function titleOf({ exercise, request }: Drawing, name: string): string {
  const spec = exercise.functions[name]
  const variable = spec && variableOf(exercise, spec)
  const others = (spec?.arguments ?? []).filter((argument) => argument !== variable)
  const values = others.map(
    (other) => `${other} = ${request.parameters[other] ?? exercise.parameters[other]?.default}`,
  )
  return [`${name}(${variable})`, ...values].join(', ')
}

function sentence(
  name: string,
  { picture, tested, wrong }: ReturnType<typeof sampled>,
  speak: Speak,
): string {
  if (wrong.length === 0) return speak('plot.right', { function: name, tested })
  const errors = wrong.map((index) =>
    Math.abs((picture.student[index] ?? Number.NaN) - (picture.reference[index] ?? Number.NaN)),
  )
  const finite = errors.filter(Number.isFinite)
  const values = { function: name, tested, failed: wrong.length }
  if (finite.length === 0) return speak('plot.not-finite', values)
  return speak('plot.wrong', { ...values, largest: Math.max(...finite) })
}
