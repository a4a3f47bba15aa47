import type { PackReport } from '../report/report.ts'

/** What a site holds beside its scripts: for each exercise some files, and one list of all. */
export const INDEX = 'data/index.json'

export function filesOf(id: string, language = 'en') {
  const name = `data/${encodeURIComponent(id)}`
  return {
    /** The compiled exercise, its texts in the language. */
    exercise: language === 'en' ? `${name}.json` : `${name}.${language}.json`,
    /** What is right for it, packed. */
    tables: `${name}.tables`,
    /** Its `reference.ts` as a module, where it has one. */
    reference: `${name}.reference.js`,
    solutions: `${name}.solutions.json`,
  }
}

/** All that a student may see of an exercise. */
export interface PageExercise {
  readonly id: string
  readonly aliases: readonly string[]
  readonly title: string
  /** Where the question comes from. */
  readonly source: string
  readonly domain: readonly [low: number, high: number]
  readonly points: number
  readonly functions: readonly {
    readonly name: string
    readonly signature: string
    readonly summary: string
  }[]
  /** Markdown. */
  readonly statement: string
  /** TypeScript. */
  readonly starter: string
  readonly hints: readonly string[]
  /** That its texts were translated into. */
  readonly languages: readonly string[]
}

export interface SiteIndex {
  readonly pack: PackReport
  readonly exercises: readonly PageExercise[]
}
