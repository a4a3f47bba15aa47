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
    super(problems.map((problem) => describeProblem(problem)).join('\n'))
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
  if (isLackOfMemory(error)) {
    const sentence = `${doing}: ${TOO_LITTLE_MEMORY} (${error.message})`
    return new MachineError(sentence, ALLOW_MORE_MEMORY, { cause: error })
  }
  if (!isSystemError(error)) return error
  const known = { ...SYSTEM_WORDS, ...PATH_WORDS }[error.code]
  if (known === undefined) return new MachineError(`${doing}: ${error.message}`)
  const [what, advice] = known
  const place = [error.code, ...(error.path === undefined ? [] : [error.path])].join(', ')
  return new MachineError(`${doing}: ${what} (${place})`, advice, { cause: error })
}

const TOO_LITTLE_MEMORY = 'there is too little memory'
export const ALLOW_MORE_MEMORY = 'Allow more memory (ulimit -v), then run: mlp-check doctor'

/** V8 could not allocate what is no heap: it has no code for that, only these words. */
function isLackOfMemory(error: unknown): error is RangeError {
  const words = /^WebAssembly\..*: Out of memory|^Array buffer allocation failed/
  return error instanceof RangeError && words.test(error.message)
}

type SystemError = Error & { readonly code: string; readonly path?: string }

/** Whether the machine is to blame, whatever was to be read or written: a full disk, a lack of memory. */
export function isMachineFault(error: unknown): boolean {
  return isSystemError(error) && Object.hasOwn(SYSTEM_WORDS, error.code)
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

type Words = { readonly [code: string]: readonly [what: string, advice: string] }

const SYSTEM_WORDS: Words = {
  ENOSPC: ['the disk is full', 'free some space, then run the same command again'],
  EDQUOT: ['your share of the disk is used up', 'free some space, then run the same command again'],
  EFBIG: ['the file would be larger than is allowed here', 'raise ulimit -f, or use another disk'],
  EROFS: ['the file system can only be read', 'choose a folder that can be written to'],
  EMFILE: ['too many files are open', 'raise ulimit -n, or ask for fewer --workers'],
  ENFILE: ['too many files are open on this machine', 'try again when it has less to do'],
  ENOMEM: [TOO_LITTLE_MEMORY, 'ask for fewer --workers, or use a larger machine'],
  EIO: ['the disk reports an error', 'use another disk'],
}

/** What may be the fault of whoever named or made a file. */
const PATH_WORDS: Words = {
  EACCES: ['this user may not', 'choose another place, or change whom it belongs to'],
  EPERM: ['this user may not', 'choose another place, or change whom it belongs to'],
  ENOENT: ['it is not there, and cannot be made', 'check the path'],
  ENOTDIR: ['a file stands where a folder should', 'check the path'],
  EISDIR: ['a folder stands where a file should', 'check the path'],
}

/** One defect of an exercise, at a place of its files. Lines and columns count from 1. */
export interface SpecProblem {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
  readonly advice?: string
}

/** `file:line:column: message (advice)`, with only the parts that are known, as `say` has them. */
export function describeProblem(
  problem: SpecProblem,
  say: (text: string) => string = (text) => text,
): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const advice = problem.advice === undefined ? '' : ` (${say(problem.advice)})`
  return `${place.join(':')}: ${say(problem.message)}${advice}`
}
