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

/** The machine could not do its part, as where a disk is full: shown without a stack, exit code 5. */
export class MachineError extends Error {
  override name = 'MachineError'
  /** What to do next, on a line of its own. */
  readonly advice: string | undefined

  constructor(message: string, advice?: string, options?: ErrorOptions) {
    super(message, options)
    this.advice = advice
  }
}

/** What the operating system said, as the sentence that `doing` begins. Any other error is left as it is. */
export function machineError(error: unknown, doing: string): unknown {
  if (!isSystemError(error)) return error
  const [what, advice] = SYSTEM_WORDS[error.code] ?? [error.message, undefined]
  return new MachineError(`${doing}: ${what} (${error.code})`, advice, { cause: error })
}

type SystemError = Error & { readonly code: string }

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

const SYSTEM_WORDS: { readonly [code: string]: readonly [what: string, advice: string] } = {
  ENOSPC: ['the disk is full', 'free some space, then run the same command again'],
  EDQUOT: ['your share of the disk is used up', 'free some space, then run the same command again'],
  EFBIG: ['the file would be larger than is allowed here', 'raise ulimit -f, or use another disk'],
  EROFS: ['the file system can only be read', 'choose a folder that can be written to'],
  EACCES: ['this user may not', 'choose another place, or change whom it belongs to'],
  EPERM: ['this user may not', 'choose another place, or change whom it belongs to'],
  EMFILE: ['too many files are open', 'raise ulimit -n, or ask for fewer --workers'],
  ENFILE: ['too many files are open on this machine', 'try again when it has less to do'],
  ENOMEM: ['there is too little memory', 'ask for fewer --workers, or use a larger machine'],
  EIO: ['the disk reports an error', 'use another disk'],
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
