import { withoutReturns } from '../text/lines.ts'

/** What a starter writes where the student is to write. */
const MARK = /your answer here|在这里作答/i

/** A function of a starter, from its first word to the brace that ends it at the line's start. */
const FUNCTION = /^export (?:async )?function ([A-Za-z_$][\w$]*)[\s\S]*?^\}/gm

/**
 * The functions whose text is still a starter's, line for line, so that nobody has begun them; a
 * starter may stand in several languages.
 * A function that the starter gives whole has no mark in it and counts as written.
 */
export function unbegunFunctions(text: string, starters: readonly string[]): readonly string[] {
  const written = lines(text)
  const begunNever = starters
    .flatMap((starter) => [...withoutReturns(starter).matchAll(FUNCTION)])
    .filter(([body]) => MARK.test(body) && written.includes(lines(body)))
    .map(([, name = '']) => name)
  return [...new Set(begunNever)]
}

/** However deep they stand, whatever an editor left behind them, and not what is commented out. */
function lines(text: string): string {
  return withoutReturns(text)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}
