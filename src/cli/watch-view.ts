import { cleanLine } from '../text/clean-text.ts'
import type { Surroundings } from './command.ts'

/** Where `watch` shows things: a screen that is replaced each time, or lines one after another. */
export interface View {
  /** Replaces what was shown by a report, and by what to do next where it has passed. */
  readonly report: (text: string, next?: string) => void
  /** Adds below. */
  readonly add: (text: string) => void
  /** What is worked on, and which save is waited for. */
  readonly greet: (heading: string, waiting: string) => void
  /** Around everything that one save says: an editor tells old problems from new ones by it. */
  readonly begin: (says: string) => void
  readonly end: (says: string) => void
}

/** Clears the screen and what had scrolled out of it, and goes to the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

export function screenView({ stdout }: Surroundings, keys: string): View {
  const footer = `\n${keys}\n`
  return forPeople(
    (text) => stdout.write(`${CLEAR}${text}${footer}`),
    (text) => stdout.write(`\n${text}${footer}`),
  )
}

/** For pipes and logs: nothing is ever erased. */
export function plainView({ stdout }: Surroundings): View {
  const write = (text: string) => stdout.write(`${text}\n`)
  return forPeople(write, write)
}

function forPeople(show: (text: string) => void, add: View['add']): View {
  const both = (above: string, below: string) => show(`${above}\n\n${below}`)
  return {
    report: (text, next) => (next === undefined ? show(text) : both(text, next)),
    add,
    greet: both,
    begin: () => {},
    end: () => {},
  }
}

/**
 * For an editor's problem matcher: what speaks of no line begins with the program's name, and two
 * signs behind it say in any language that judging begins and ends.
 */
export function editorView({ stdout }: Surroundings): View {
  const say = (mark: string) => (text: string) => {
    for (const line of text.split('\n').filter((part) => part !== '')) {
      stdout.write(`mlp-check${mark} ${cleanLine(line)}\n`, 'data')
    }
  }
  const [begin, add, end] = [say(' >'), say(':'), say(' <')]
  return {
    report: (text, next) => {
      stdout.write(`${text}\n`, 'data')
      if (next !== undefined) add(next)
    },
    add,
    greet: (heading, waiting) => {
      add(heading)
      end(waiting)
    },
    begin,
    end,
  }
}
