/** Somebody called the command wrongly: shown without a stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  /** What to do next, on a line of its own. */
  readonly advice: string | undefined

  constructor(message: string, advice?: string) {
    super(message)
    this.advice = advice
  }
}

/** An exercise is at fault: shown without a stack, with file and position, exit code 4. */
export class SpecError extends Error {
  override name = 'SpecError'
  readonly problems: readonly SpecProblem[]

  constructor(problems: readonly SpecProblem[]) {
    super(problems.map(describeProblem).join('\n'))
    this.problems = problems
  }
}

/** One defect of an exercise, at a place of its files. Lines and columns count from 1. */
export interface SpecProblem {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
  readonly advice?: string
}

/** `file:line:column: message (advice)`, with only the parts that are known. */
export function describeProblem(problem: SpecProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const advice = problem.advice === undefined ? '' : ` (${problem.advice})`
  return `${place.join(':')}: ${problem.message}${advice}`
}
