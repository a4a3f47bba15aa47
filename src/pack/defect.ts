import type { SpecPath } from './spec-positions.ts'

/** A defect of a spec, at a path of the YAML document; the loader turns it into file, line and column. */
export interface SpecDefect {
  readonly path: SpecPath
  readonly message: string
  /** What to do next. */
  readonly advice?: string | undefined
  /** Set where the key at the end of the path is meant, and not its value. */
  readonly atKey?: true
  /** Where in the text at the path, such as a formula. */
  readonly offset?: number
}
