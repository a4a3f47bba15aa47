import { UsageError } from '../../errors.ts'
import type { CommandModule, Invocation } from '../command.ts'
import { completionScripts, type Shell, type Vocabulary } from '../completion-scripts.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'

/** Prints the script that a shell evaluates at its start. */
export const run: CommandModule['run'] = async ({ words, commands }, surroundings) => {
  const shell = words[0] as string
  if (!Object.hasOwn(completionScripts, shell)) {
    throw new UsageError(`no completion for "${shell}"`, 'there is one for bash, zsh and fish')
  }
  const pack = await chosenPack(surroundings)
  const exercises = pack.entries.map(({ id }) => id)
  const vocabulary: Vocabulary = { commands: commandWords(commands), exercises }
  surroundings.stdout.write(completionScripts[shell as Shell](vocabulary), 'data')
  return ExitCode.passed
}

function commandWords(commands: Invocation['commands']): Vocabulary['commands'] {
  return Object.entries(commands).map(([name, { summary, options }]) => ({
    name,
    summary,
    options: options.map(({ flags, summary: what }) => ({
      flag: /--[\w-]+/.exec(flags)?.[0] ?? flags,
      summary: what,
    })),
  }))
}
