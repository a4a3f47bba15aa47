/**
 * `mlp-check help ex1` asks what the exercise asks, and `mlp-check ex1 --help` how it is judged:
 * help on its own knows commands only, and would print everything there is.
 */
export function asAskedForHelp(
  argv: readonly string[],
  commands: { readonly [name: string]: unknown },
): readonly string[] {
  const [first = '', second = '', ...more] = argv
  if (first === 'help') {
    return isWord(second) && !Object.hasOwn(commands, second) ? ['show', second, ...more] : argv
  }
  const word = HELP.includes(first) ? second : first
  const asks = argv.some((other) => HELP.includes(other))
  return asks && isWord(word) && !Object.hasOwn(commands, word) ? ['check', ...argv] : argv
}

const HELP: readonly string[] = ['-h', '--help']

function isWord(word: string): boolean {
  return word !== '' && !word.startsWith('-')
}
