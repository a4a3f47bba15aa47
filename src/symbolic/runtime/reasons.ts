/**
 * Why a program is not followed; most name the construct. The sentences are in the catalogue of
 * messages, under `not-followed.` and the name.
 */
export const REASONS = [
  /** A change of something that is older than the call: of a variable, or of a member. */
  'state',
  /** A loop whose rounds depend on the input, without an end in sight. */
  'loop',
  /** Too many ways through the program. */
  'cases',
  'length',
  'depth',
  'memory',
  /** Syntax that is not followed. */
  'syntax',
  /** An operator on something that is no number. */
  'operand',
  /** An operator on whole numbers, on the input. */
  'whole-number',
  'rounding',
  /** The input as a text, as a key, or as an object. */
  'text',
  'key',
  'object',
  /** A function of the language that is not followed at all, of the input, or of such a value. */
  'native',
  'native-input',
  'native-value',
  /** What the function returns. */
  'result',
  'throws',
  'module',
  'missing',
  /** Text that becomes code. */
  'code',
  /** Rounding to float32 that decides something. */
  'float32',
  /** It matters whether further arguments are given. */
  'argument',
  /** Nobody asked for a formula. */
  'unasked',
  /** A fault of the checker's own. */
  'bug',
] as const

export type Reason = (typeof REASONS)[number]
