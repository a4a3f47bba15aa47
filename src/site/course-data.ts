/** What the page knows of a course before an exercise is opened. */
export interface CourseOutline {
  /** A folder's or a package's name; absent for the exercises that come with the checker. */
  readonly name?: string
  readonly version: string
  readonly exercises: readonly OutlineEntry[]
}

interface OutlineEntry {
  readonly id: string
  readonly title: string
  /** Hundredths of a point. */
  readonly points: number
}

/** One exercise, as whoever answers it sees it. */
export interface ExerciseText extends OutlineEntry {
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
