/** Two modules of oxc-parser that its exports offer and its types leave out. */
declare module 'oxc-parser/src-js/bindings.js' {
  import type { ParseResult, ParserOptions } from 'oxc-parser'
  /** The native parser; its result is for `wrap` alone. */
  export function parseSync(file: string, text: string, options: ParserOptions): ParseResult
}

declare module 'oxc-parser/src-js/wrap.js' {
  import type { ParseResult } from 'oxc-parser'
  export function wrap(result: ParseResult): ParseResult
}
