import { Command, CommanderError, Option } from 'commander'
import { version } from '../version.ts'
import type { CommandSpec, Invocation, OptionSpec, World } from './command.ts'
import { commands } from './commands/index.ts'
import { ExitCode, reportProblem } from './exit-code.ts'
import { heardByRunner } from './runner-output.ts'
import { surroundingsFor } from './surroundings.ts'

/** `mlp-check …` → exit code. Everything goes out through the surroundings. */
export async function main(argv: readonly string[], whole: World): Promise<number> {
  const { world, close } = heardByRunner(whole)
  let exitCode: number = ExitCode.passed
  const program = programOf(world, async (command, spec, invocation) => {
    const { run } = await spec.load()
    exitCode = await run(invocation, surroundingsFor(command, invocation.options, world))
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? ExitCode.passed : ExitCode.usage
    }
    return reportProblem(error as Error, world)
  } finally {
    close()
  }
}

type Runner = (name: string, spec: CommandSpec, invocation: Invocation) => Promise<void>

function programOf(world: World, run: Runner): Command {
  const program = new Command('mlp-check')
    .description('Checks answers to the exercises of the Multilayer Perceptrons chapter.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', '\n`mlp-check ex1` is short for `mlp-check check ex1`.')
    .exitOverride()
    .configureOutput({
      writeOut: world.stdout.write,
      writeErr: world.stderr.write,
      getOutHelpWidth: () => world.stdout.columns,
      getErrHelpWidth: () => world.stderr.columns,
    })
    .showHelpAfterError('(mlp-check --help shows what there is)')
  for (const [name, spec] of Object.entries<CommandSpec>(commands))
    addCommand(program, name, spec, run)
  return program
}

function addCommand(program: Command, name: string, spec: CommandSpec, run: Runner): void {
  const command = program
    .command(name, { isDefault: name === 'check' })
    .summary(spec.summary)
    .description(`${spec.summary[0]?.toUpperCase()}${spec.summary.slice(1)}.`)
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  ${line}`).join('\n')}`)
    .action(async () => {
      await run(name, spec, { words: command.args, options: command.opts(), commands })
    })
  if (spec.arguments !== '') command.arguments(spec.arguments)
  for (const option of spec.options) command.addOption(optionOf(option))
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.summary)
  if (spec.choices) option.choices([...spec.choices])
  if (spec.repeatable) {
    option.argParser((value: string, previous: string[] | undefined) => [
      ...(previous ?? []),
      value,
    ])
  }
  return option
}
