/** What the page knows of a course before an exercise is opened. */
export interface CourseOutline {
  /** A folder's or a package's name; absent for the exercises that come with the checker. */
  readonly name?: string
  readonly version: string
  readonly exercises: readonly OutlineEntry[]
}

export interface OutlineEntry {
  readonly id: string
  readonly title: string
  /** The title in each language that the exercise was translated into. */
  readonly titles?: { readonly [language: string]: string }
  /** Hundredths of a point. */
  readonly points: number
}

/** One exercise, as whoever answers it sees it. */
export interface ExerciseText extends Omit<OutlineEntry, 'titles'> {
  /** That all of it is written in. */
  readonly language: string
  /** Where the question comes from. */
  readonly source: string
  /** HTML without scripts, made from the statement's Markdown. */
  readonly statement: string
  /** TypeScript. */
  readonly starter: string
  readonly functions: readonly {
    readonly name: string
    /** Such as `(x: number, alpha: number) => number`. */
    readonly signature: string
    readonly summary: string
  }[]
  readonly hints: readonly string[]
}

/** Where the page finds an exercise as it is written in a language. */
export function textFile(id: string, language: string): string {
  return language === 'en' ? `texts/${id}.json` : `texts/${id}.${language}.json`
}

/** The language that an exercise is shown in to whoever reads this one. */
export function languageFor({ titles }: OutlineEntry, locale: string): string {
  return Object.hasOwn(titles ?? {}, locale) ? locale : 'en'
}

export function titleFor({ title, titles }: OutlineEntry, locale: string): string {
  return titles?.[locale] ?? title
}
