import { Chalk } from 'chalk'
import { readTranslated } from '../../pack/read-translated.ts'
import { statementText } from '../../statement/terminal.ts'
import { askedExercise, looksLikeFile } from '../asked-exercise.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { knownExercise } from '../known-exercise.ts'
import { chosenPackToRead } from '../packs.ts'
import { localeIn } from '../workspaces.ts'

/**
 * The statement as text, in a pipe as in a terminal, as `man` does; `--raw` is for who wants the
 * Markdown. A starter is a program: it is printed as it is.
 */
export const run: CommandModule['run'] = async (
  { words: [word], options, commands },
  surroundings,
) => {
  const pack = await chosenPackToRead(options, surroundings)
  const { cwd } = surroundings
  const entry =
    word === undefined || looksLikeFile(word)
      ? await askedExercise(word, pack, surroundings)
      : knownExercise(word, pack, { commands, cwd, after: [] })
  const file = options.starter ? 'starter.ts' : 'README.md'
  const text = await readTranslated(pack, entry, file, localeIn(options, surroundings))
  const { stdout } = surroundings
  if (options.raw || options.starter) stdout.write(text.endsWith('\n') ? text : `${text}\n`, 'data')
  else {
    const chalk = new Chalk({ level: colorLevel(options.color, surroundings, stdout) })
    stdout.write(statementText(text, { columns: stdout.columns, chalk }), 'text')
  }
  return ExitCode.passed
}
