/**
 * A picture as data: what is drawn, not how. The terminal, the SVG and the HTML page are made
 * from the same plot, so they cannot tell different stories.
 */
export interface Plot {
  readonly title: string
  /** The picture in a sentence or two, for those who do not see it. */
  readonly description: string
  readonly variable: string
  /** The horizontal extent that all panels share, `low < high`. */
  readonly domain: readonly [low: number, high: number]
  readonly panels: readonly Panel[]
  readonly words: PlotWords
}

/** One pair of axes. */
export interface Panel {
  readonly title: string
  readonly series: readonly Series[]
  readonly marks: readonly Mark[]
  /** Relative height; the error's panel is lower than the function's. */
  readonly weight: number
}

/** One curve. It is interrupted wherever `y` is not a finite number. */
export interface Series {
  readonly name: string
  readonly role: SeriesRole
  readonly points: readonly Point[]
}

/** What a curve stands for; decides its colour, its dash and who sets the vertical range. */
export type SeriesRole = 'reference' | 'student' | 'error' | 'tolerance'

export interface Point {
  readonly x: number
  readonly y: number
}

export type Mark =
  | { readonly kind: 'kink'; readonly x: number; readonly label: string }
  | {
      readonly kind: 'counterexample'
      readonly x: number
      readonly y: number
      readonly label: string
    }

/** The few words that the drawing itself needs. */
export interface PlotWords {
  readonly kink: string
  readonly counterexample: string
  /** The same with its place, such as `x = 0`. */
  readonly counterexampleAt: (place: string) => string
  /** Said below a panel when values lie above or below its frame. */
  readonly outside: (count: number) => string
  readonly nothing: string
}

export const ENGLISH: PlotWords = {
  kink: 'kink',
  counterexample: 'counterexample',
  counterexampleAt: (place) => `counterexample: ${place}`,
  outside: (count) => `${count} ${count === 1 ? 'value lies' : 'values lie'} outside the frame`,
  nothing: 'no finite values here',
}
