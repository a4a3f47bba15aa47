import { displayWidth } from '../messages/display-width.ts'
import { fitLines, wrapped } from '../messages/line-breaks.ts'

/** What is left beside the terms; where it is less, what they mean stands below them. */
const NARROWEST = 24

/** How commander lays out help: in two columns where there is room, and no line wider than the window. */
export const helpLayout = {
  displayWidth,
  boxWrap: lines,
  styleUsage(this: { readonly helpWidth?: number | undefined }, usage: string): string {
    const title = 'Usage: '
    return fitLines(title + usage, this.helpWidth ?? 80).slice(title.length)
  },
  formatItem(
    term: string,
    termWidth: number,
    description: string,
    { helpWidth = 80 }: { readonly helpWidth?: number | undefined },
  ): string {
    const room = helpWidth - termWidth - 4
    if (room >= NARROWEST) {
      const blanks = ' '.repeat(Math.max(0, termWidth - displayWidth(term)))
      const text = lines(description, room).replaceAll('\n', `\n${' '.repeat(termWidth + 4)}`)
      return `  ${term}${blanks}  ${text}`.trimEnd()
    }
    const below = lines(description, helpWidth - 6).replace(/^(?=.)/gm, ' '.repeat(6))
    return `${lines(term, helpWidth - 2).replace(/^/gm, '  ')}${below === '' ? '' : `\n${below}`}`
  },
}

function lines(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, width))
    .join('\n')
}

/** Commands to copy, which are never broken, each with what it does where that is said. */
export function exampleLines(examples: readonly string[], width: number): string {
  return examples
    .map((example) => (/ {2}/.test(example) ? fitLines(`  ${example}`, width) : `  ${example}`))
    .join('\n')
}
