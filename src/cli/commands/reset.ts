import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { speaker } from '../../messages/render.ts'
import {
  answerFile,
  existingAnswer,
  isStarter,
  starterText,
  starterTexts,
} from '../../workspace/files.ts'
import { writeOwnFile } from '../../workspace/own-files.ts'
import { updateState } from '../../workspace/state.ts'
import { askedExercise } from '../asked-exercise.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'
import { answerPlace, localeIn, requiredWorkspace, tell } from '../workspaces.ts'

/** Puts the starter back. The answer is never lost: it is kept beside the file. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const { root } = requiredWorkspace(surroundings)
  const pack = await chosenPack(surroundings)
  const entry = await askedExercise(words[0], pack, surroundings)
  const locale = localeIn(options, surroundings)
  const speak = speaker(locale)
  const place = answerPlace(surroundings)
  const existing = await existingAnswer(place, entry)
  const file = existing ?? answerFile(entry, place.pattern)
  const starters = await starterTexts(pack, entry)
  const say = (text: string) => surroundings.stdout.write(`${text}\n`)
  if (existing !== undefined && isStarter(await readFile(join(root, file)), starters)) {
    say(speak('reset.fresh', { file }))
    return ExitCode.passed
  }
  const backup = `.mlp-check/answers/${entry.folder}-${Date.now()}.ts`
  if (existing !== undefined) await keep(root, file, backup)
  writeOwnFile(root, file, await starterText(pack, entry, locale))
  // Hints seen and attempts are history, and stay.
  const problem = updateState(root, entry.id, ({ attempts, hints }) => ({ attempts, hints }))
  if (problem !== undefined) tell(problem, surroundings, options)
  say(
    existing === undefined
      ? speak('reset.created', { file })
      : speak('reset.done', { file, backup }),
  )
  return ExitCode.passed
}

async function keep(root: string, file: string, backup: string): Promise<void> {
  writeOwnFile(root, backup, await readFile(join(root, file)))
}
