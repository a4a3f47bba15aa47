import type { GradeRequest, Grader } from '../../browser/open-grader.ts'
import type { RunReport } from '../../report/report.ts'

/** What other scripts of the page may ask of it. */
export interface MlpCheck {
  /** The report on an answer, as `mlp-check` writes it with `--reporter json`. Never a grade. */
  readonly grade: (request: GradeRequest) => Promise<RunReport>
}

declare global {
  interface Window {
    mlpCheck: MlpCheck
  }
}

export function api({ grader }: { readonly grader: () => Grader }): MlpCheck {
  return {
    grade: async ({ exercise, source, seed, signal }) =>
      grader().grade({
        exercise: String(exercise),
        source: String(source),
        ...(seed !== undefined && { seed }),
        ...(signal !== undefined && { signal }),
      }),
  }
}
