import { readTranslated } from '../../pack/read-translated.ts'
import { askedExercise } from '../asked-exercise.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead } from '../packs.ts'
import { localeIn } from '../workspaces.ts'

export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const pack = await chosenPackToRead(options, surroundings)
  const entry = await askedExercise(words[0], pack, surroundings)
  const file = options.starter ? 'starter.ts' : 'README.md'
  const text = await readTranslated(pack, entry, file, localeIn(options, surroundings))
  surroundings.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return ExitCode.passed
}
