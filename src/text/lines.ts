/** What ends a line in a TypeScript file (ECMA-262, LineTerminatorSequence), and in any other text. */
export const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/

/** The line that an offset lies in, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, onItsLine(text, offset)).split(LINE_BREAK).length
}

/** Inside of `\r\n` is still on the line that it ends. */
export function onItsLine(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset
}

/** With the line ends of POSIX, whatever an editor or Git has turned them into. */
export function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
