import { randomUUID } from 'node:crypto'
import { breakCommands, breakMarks } from '../text/clean-text.ts'
import type { Output, World } from './command.ts'

/** The world as a command may speak to it, and what is to be done when it has said all. */
export interface HeardWorld {
  readonly world: World
  readonly close: () => void
}

/**
 * In a GitHub job both streams are read for commands, line by line. Text for people, in which
 * strangers have a say, stands in one bracket that stops commands until a token comes that nobody
 * can know; commands of our own are kept for the end, behind it. Data for programs is as it is: its
 * formats have no line that is a command.
 */
export function heardByRunner(world: World): HeardWorld {
  if (!world.env.GITHUB_ACTIONS) return { world, close: () => {} }
  const token = randomUUID()
  const { write } = world.stdout
  const commands: string[] = []
  let last: string | undefined
  const stdout: Output['write'] = (text, as = 'data') => {
    if (as === 'commands') commands.push(text)
    else if (as === 'data') write(text)
    else {
      if (last === undefined) write(`::stop-commands::${token}\n`)
      last = text
      write(breakMarks(text))
    }
  }
  const close = () => {
    if (last !== undefined) write(`${last.endsWith('\n') ? '' : '\n'}::${token}::\n`)
    for (const text of commands) write(text)
  }
  // The runner may read a line of stderr before the bracket on stdout that was written sooner.
  const stderr: Output['write'] = (text) => world.stderr.write(breakCommands(breakMarks(text)))
  return {
    world: {
      ...world,
      stdout: speaking(world.stdout, stdout),
      stderr: speaking(world.stderr, stderr),
    },
    close,
  }
}

/** The same stream with other words; what it knows of its window it is asked each time. */
function speaking(output: Output, write: Output['write']): Output {
  return {
    write,
    get isTTY() {
      return output.isTTY
    },
    get columns() {
      return output.columns
    },
    ...(output.onLost && { onLost: output.onLost }),
  }
}
