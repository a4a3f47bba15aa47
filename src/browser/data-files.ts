import type { Exercise, Solution } from '../exercise.ts'
import type { GradingServices } from '../grading/services.ts'
import { trialRequestOf } from '../grading/trial-request.ts'
import { KIT_PARAMETER } from '../reference/structured/kit-parameter.ts'
import type { PackReport } from '../report/report.ts'
import { packed } from './get-file.ts'
import { filesOf, INDEX, type PageExercise, type SiteIndex } from './site-files.ts'
import { encodeShelf } from './table-shelf.ts'

/** One file of a site, by its path from the site's folder, with slashes. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array
}

interface Translated {
  readonly language: string
  readonly exercise: Exercise
  readonly page: PageExercise
}

export interface SiteContent {
  readonly pack: PackReport
  readonly exercises: readonly {
    readonly exercise: Exercise
    readonly page: PageExercise
    readonly solutions: readonly Solution[]
    /** The same in other languages, where its author's texts were translated. */
    readonly translations: readonly Translated[]
  }[]
}

/** Where tables come from: the embedded TensorFlow.js, as in the page. */
export type TableServices = Pick<GradingServices, 'referenceTable' | 'trialTable'>

/** The data of a site: what a page asks for by `filesOf`, with tables for what is asked by default. */
export async function* dataFiles(
  { pack, exercises }: SiteContent,
  services: TableServices,
): AsyncGenerator<SiteFile> {
  const index: SiteIndex = { pack, exercises: exercises.map(({ page }) => page) }
  yield { path: INDEX, content: JSON.stringify(index) }
  for (const { exercise, solutions, translations } of exercises) {
    const files = filesOf(exercise.id)
    yield { path: files.exercise, content: spokenOnce(exercise) }
    for (const { language, exercise: spoken } of translations) {
      yield { path: filesOf(exercise.id, language).exercise, content: spokenOnce(spoken) }
    }
    yield { path: files.solutions, content: JSON.stringify(solutions) }
    yield { path: files.tables, content: await packed(await tablesOf(exercise, services)) }
    if (exercise.references !== undefined) {
      yield { path: files.reference, content: asModule(exercise.references.script) }
    }
  }
}

/** Each language is a file of its own. */
function spokenOnce({ translations: _, ...exercise }: Exercise): string {
  return JSON.stringify(exercise)
}

/** An exercise's `reference.ts`, which the command line runs as the body of a function. */
function asModule(script: string): string {
  return `export default function (${KIT_PARAMETER}) {${script}\n}\n`
}

/** What `askedOptions` gives where nothing is asked. */
const DEFAULTS = { seed: 7, points: 4096, exhaustive: false }

async function tablesOf(exercise: Exercise, services: TableServices): Promise<Uint8Array> {
  const names = Object.values(exercise.functions)
    .filter(({ shape, formula, derivative }) => shape === 'scalar' && (formula ?? derivative))
    .map(({ name }) => name)
  const tables = names.map(async (name) => ({
    request: {
      exercise: exercise.id,
      specSha256: exercise.sha256,
      function: name,
      ...DEFAULTS,
      extra: [],
    },
    table: await services.referenceTable(exercise, { function: name, ...DEFAULTS, rows: [] }),
  }))
  const trials = exercise.checks
    .map((check) => trialRequestOf(check, DEFAULTS))
    .filter((request) => request !== undefined)
    .map(async (request) => ({ request, table: await services.trialTable(exercise, request) }))
  return encodeShelf(exercise, {
    tables: await Promise.all(tables),
    trials: await Promise.all(trials),
  })
}
