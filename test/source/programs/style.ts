/** How a program is written: what a parser must not depend on. */
export interface Style {
  /** Whether statements end in semicolons, or only where a line break would not end them. */
  readonly semicolons: boolean
  readonly newline: '\n' | '\r\n'
  /** What stands before the first statement: a byte-order mark, a hashbang. */
  readonly head: string
}

/** Where a statement or a member of a class ends, in a text that is not yet in any style. */
const END = '¶'

/** A line that begins so goes on with the line before it, unless a semicolon ends that. */
const GOES_ON = /^[([{`+\-/*<]/

/**
 * Writes a program in a style. Without semicolons, one is left where two statements stand on one
 * line, and is put before a line that would otherwise go on with the statement before it.
 */
export function write(text: string, { semicolons, newline, head }: Style): string {
  const written = semicolons ? text.replaceAll(END, ';') : withoutSemicolons(text)
  return head + written.replaceAll('\n', newline)
}

function withoutSemicolons(text: string): string {
  return text.replace(/¶([ \t]*)(\n[ \t]*|(?=\}))?([\s\S]?)/g, (_all, space, line, next) => {
    if (line === undefined) return `;${space}${next}`
    const guard = line !== '' && GOES_ON.test(next) ? ';' : ''
    return `${space}${line}${guard}${next}`
  })
}
