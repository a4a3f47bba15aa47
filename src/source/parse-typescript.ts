import type { Program } from '@oxc-project/types'
import type { Comment } from 'oxc-parser'
// The package's index also loads its visitors: ten times as long as the parser itself.
import { parseSync } from 'oxc-parser/src-js/bindings.js'
import { wrap } from 'oxc-parser/src-js/wrap.js'

/** One parse of a TypeScript file. Offsets in it are UTF-16 and match the text as given. */
export interface ParsedFile {
  readonly program: Program
  readonly comments: readonly Comment[]
  readonly errors: readonly SyntaxProblem[]
}

interface SyntaxProblem {
  readonly message: string
  /** UTF-16 offset of the first label, or 0. */
  readonly start: number
  readonly end: number
}

/**
 * Parses TypeScript. The parser is native code: deep nesting overflows a thread's stack and ends
 * the process, so text that is not trusted must be parsed in a worker with a large stack.
 */
export function parseTypeScript(file: string, text: string): ParsedFile {
  const { program, comments, errors } = wrap(
    parseSync(file, text, { sourceType: 'module', lang: 'ts' }),
  )
  return {
    program,
    comments,
    errors: errors.map((error) => ({
      message: error.message,
      start: error.labels[0]?.start ?? 0,
      end: error.labels[0]?.end ?? 0,
    })),
  }
}
