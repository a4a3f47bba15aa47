import { fitLines } from '../messages/line-breaks.ts'
import type { Output } from './command.ts'

/**
 * On a terminal a line that is too wide ends at a word, and not wherever the window does. What is
 * written as text is laid out already, and data is nobody's to lay out.
 */
export function fitToScreen(output: Output): Output {
  return {
    write: (text, as) => {
      output.write(as === undefined ? fitted(output, text) : text, as)
    },
    get isTTY() {
      return output.isTTY
    },
    get columns() {
      return output.columns
    },
    ...(output.onLost && { onLost: output.onLost }),
  }
}

/** Text for people, in which strangers have a say, at the width of the screen. */
export function writeText(output: Output, text: string): void {
  output.write(fitted(output, text), 'text')
}

function fitted({ isTTY, columns }: Output, text: string): string {
  // What moves the cursor is a picture and no text.
  if (!isTTY || MOVES.test(text)) return text
  return fitLines(text, columns)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a cursor is moved by control sequences.
const MOVES = /\r|\u001b\[[0-9;?]*[A-Za-ln-z]/
