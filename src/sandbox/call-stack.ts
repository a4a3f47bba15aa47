/** In the words of all browsers. */
const STACK_ENDED = /^Maximum call stack size exceeded|^too much recursion/

/** Whether the machine's call stack came to its end: which it does sooner on one thread than on another. */
export function isOfStack(error: unknown): boolean {
  return error instanceof Error && STACK_ENDED.test(error.message)
}

/** For whoever finds that it did, and has no error of it. */
export function stackEnded(): RangeError {
  return new RangeError('Maximum call stack size exceeded')
}
