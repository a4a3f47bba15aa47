import { Command, CommanderError, Option } from 'commander'
import type { Locale } from '../messages/catalogue.ts'
import { learn, translate } from '../messages/languages.ts'
import { fitLines } from '../messages/line-breaks.ts'
import { version } from '../version.ts'
import { asAskedForHelp } from './asked-for-help.ts'
import type { CommandSpec, Invocation, OptionSpec, World } from './command.ts'
import { commands } from './commands/index.ts'
import { ExitCode, reportProblem, type Say } from './exit-code.ts'
import { fitToScreen } from './fit-to-screen.ts'
import { exampleLines, helpLayout } from './help-layout.ts'
import { refuseIdle } from './idle-options.ts'
import { spokenLocale } from './locale.ts'
import { heardByRunner } from './runner-output.ts'
import { type SpokenHelp, spokenHelp } from './spoken-help.ts'
import { surroundingsFor } from './surroundings.ts'
import { localeIn } from './workspaces.ts'

/** `mlp-check …` → exit code. Everything goes out through the surroundings. */
export async function main(argv: readonly string[], whole: World): Promise<number> {
  const { world: heard, close } = heardByRunner(whole)
  const world = {
    ...heard,
    stdout: fitToScreen(heard.stdout),
    stderr: fitToScreen(heard.stderr),
  }
  let locale = spokenLocale(argv, world)
  await learn(locale)
  let exitCode: number = ExitCode.passed
  const asked = asAskedForHelp(argv, commands)
  const program = programOf(
    askedCommands(asked),
    world,
    locale,
    async (command, spec, invocation) => {
      const { run } = await spec.load()
      const surroundings = surroundingsFor(command, invocation.options, world)
      locale = localeIn(invocation.options, surroundings)
      await learn(locale)
      exitCode = await run(invocation, surroundings)
    },
  )
  try {
    await program.parseAsync(asked, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? ExitCode.passed : ExitCode.usage
    }
    return reportProblem(error as Error, world, (text) => translate(text, locale))
  } finally {
    close()
  }
}

/** For what is told after `main`: its language is loaded by then. */
export async function sayFor(argv: readonly string[], world: Pick<World, 'env'>): Promise<Say> {
  const locale = spokenLocale(argv, world)
  await learn(locale)
  return (text) => translate(text, locale)
}

type Runner = (name: string, spec: CommandSpec, invocation: Invocation) => Promise<void>

/** The one that its first word asks for; all of them where that is for commander to say. */
function askedCommands([first = '-']: readonly string[]): [string, CommandSpec][] {
  const all = Object.entries<CommandSpec>(commands)
  if (first.startsWith('-') || first === 'help') return all
  const named = all.filter(([name]) => name === first)
  return named.length > 0 ? named : all.filter(([name]) => name === DEFAULT)
}

/** What a word is an argument of that names no command. */
const DEFAULT = 'check'

function programOf(
  offered: readonly [string, CommandSpec][],
  world: World,
  locale: Locale,
  run: Runner,
): Command {
  const { say, help, outputError } = spokenHelp(locale)
  const columns = () => world.stdout.columns
  const short = `\n${say('`mlp-check ex1` is short for `mlp-check check ex1`.')}`
  const program = new Command('mlp-check')
    .description(say('Checks answers to the exercises of the Multilayer Perceptrons chapter.'))
    .version(version, '-V, --version', say('print the version'))
    .helpOption('-h, --help', say('print help'))
    .helpCommand('help [command]', say('display help for command'))
    .addHelpText('after', () => fitLines(short, columns()))
    .configureHelp({ ...helpLayout, ...help })
    .exitOverride()
    .configureOutput({
      // Laid out already, and commands to copy are never broken.
      writeOut: (text) => world.stdout.write(text, 'data'),
      writeErr: world.stderr.write,
      getOutHelpWidth: columns,
      getErrHelpWidth: () => world.stderr.columns,
      outputError,
    })
    .showHelpAfterError(say('(mlp-check --help shows what there is)'))
  for (const [name, spec] of offered) addCommand(program, [name, spec], { run, say, columns })
  return program
}

function addCommand(
  program: Command,
  [name, spec]: readonly [string, CommandSpec],
  {
    run,
    say,
    columns,
  }: {
    readonly run: Runner
    readonly say: SpokenHelp['say']
    readonly columns: () => number
  },
): void {
  const summary = say(spec.summary)
  const examples = () => spec.examples.map((line) => say(line))
  const command = program
    .command(name, { isDefault: name === DEFAULT })
    .summary(summary)
    .description(say(`${spec.summary[0]?.toUpperCase()}${spec.summary.slice(1)}.`))
    .allowExcessArguments(false)
    .addHelpText('after', () => `\n${say('Examples:')}\n${exampleLines(examples(), columns())}`)
    .action(async () => {
      refuseIdle(spec.options, command.opts())
      await run(name, spec, { words: command.args, options: command.opts(), commands })
    })
  if (spec.arguments !== '') command.arguments(spec.arguments)
  for (const option of spec.options) command.addOption(optionOf(option, say))
}

function optionOf(spec: OptionSpec, say: SpokenHelp['say']): Option {
  const option = new Option(spec.flags, say(spec.summary))
  if (spec.choices) option.choices([...spec.choices])
  if (spec.repeatable) {
    option.argParser((value: string, previous: string[] | undefined) => [
      ...(previous ?? []),
      value,
    ])
  }
  return option
}
