import type { CommandSpec } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'

/** One `mlp-check …` of a page, as words; what the shell does besides is cut off. */
export function callsIn(code: string): string[][] {
  const lines = typed(code.replaceAll(/\\\n\s*/g, ' ')).split(/[\n|;&]/)
  const parts = lines.filter((line) => !/\bnpm (?:i|install)\b/.test(line))
  return parts.flatMap((part) => {
    const [, rest] = CALL.exec(part) ?? []
    return rest === undefined ? [] : [rest.match(/'[^']*'|"[^"]*"|\S+/g) ?? []]
  })
}

/** What was typed, where a session was recorded with what was printed. */
function typed(code: string): string {
  const lines = code.split('\n')
  const prompted = lines.filter((line) => line.startsWith('$ '))
  return (prompted.length > 0 ? prompted : lines).join('\n')
}

const CALL = /(?<![\w/@.<-])(?:mlp-check|(?:\S*\/)?mlp-check\.js)(?= |$)([^>#`]*)/

/** What is wrong with a call: a command or an option that does not exist. */
export function faultsOf(words: readonly string[], exercises: readonly string[]): string[] {
  const [first = ''] = words
  const named = first in commands
  // A course names its own; capitals and brackets stand for something.
  const own = words.includes('--exercises')
  const asked = own || /^(?:-|$|[[<{$"'…]|[A-Z])/.test(first) || exercises.includes(first)
  const faults = named || asked ? [] : [`there is no command and no exercise ${first}`]
  const known = optionsOf(named ? first : 'check')
  const options = words.flatMap((word) => /^--?[a-z][a-z-]*/.exec(word)?.[0] ?? [])
  return [
    ...faults,
    ...options.filter((option) => !known.has(option)).map((option) => `there is no ${option}`),
  ]
}

export function optionsOf(name: string): ReadonlySet<string> {
  const spec: CommandSpec = commands[name as keyof typeof commands]
  const flags = spec.options.flatMap((option) => option.flags.match(/--?[a-z][a-z-]*/g) ?? [])
  return new Set([...flags, '--help', '-h', '--version', '-V'])
}
