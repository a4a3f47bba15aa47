import type { Surroundings } from './command.ts'

/** Where `watch` shows things: a screen that is replaced each time, or lines one after another. */
export interface View {
  /** Replaces what was shown. */
  readonly show: (text: string) => void
  /** Adds below. */
  readonly add: (text: string) => void
}

/** Clears the screen and what had scrolled out of it, and goes to the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

export function screenView({ stdout }: Surroundings, keys: string): View {
  const footer = `\n${keys}\n`
  return {
    show: (text) => stdout.write(`${CLEAR}${text}${footer}`),
    add: (text) => stdout.write(`\n${text}${footer}`),
  }
}

/** For pipes and logs: nothing is ever erased. */
export function plainView({ stdout }: Surroundings): View {
  const write = (text: string) => stdout.write(`${text}\n`)
  return { show: write, add: write }
}
