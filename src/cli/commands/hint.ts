import { wrapped } from '../../messages/line-breaks.ts'
import { speaker } from '../../messages/render.ts'
import { exerciseState } from '../../progress/remembered.ts'
import { shellWord } from '../../text/shell-word.ts'
import { nextHint } from '../../workspace/hints.ts'
import { readState, updateState } from '../../workspace/state.ts'
import { askedExercise } from '../asked-exercise.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead, packNaming } from '../packs.ts'
import { localeIn, tell } from '../workspaces.ts'

/** The next hint of an exercise; a workspace remembers which was the last. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const pack = await chosenPackToRead(options, surroundings)
  const exercise = pack.load(await askedExercise(words[0], pack, surroundings))
  const { id } = exercise
  const { workspace } = surroundings
  const seen = workspace ? exerciseState(readState(workspace.root), id).hints : 0
  const speak = speaker(localeIn(options, surroundings))
  const hint = nextHint(exercise, options.number === undefined ? seen : Number(options.number) - 1)
  if (hint === undefined) {
    surroundings.stdout.write(`${speak('hint.none', { id })}\n`)
    return ExitCode.passed
  }
  if (workspace) {
    const remember = (before: { hints: number }) => Math.max(before.hints, hint.number)
    const problem = updateState(workspace.root, id, (before) => {
      return { ...before, hints: remember(before) }
    })
    if (problem !== undefined) tell(problem, surroundings, options)
  }
  const { number, of, text } = hint
  const lines = wrapped(
    text.trim().replace(/\s+/g, ' '),
    Math.min(80, surroundings.stdout.columns) - 2,
  )
  // Where nothing is remembered, the command itself says which comes next.
  const next = workspace ? '' : ` --number ${number + 1}`
  const command =
    ['mlp-check hint', id, ...packNaming(surroundings).map(shellWord)].join(' ') + next
  const more = number < of ? speak('hint.more', { left: of - number, command }) : speak('hint.last')
  const heading = speak('hint.heading', { id, number, of })
  surroundings.stdout.write(
    `${heading}\n\n${lines.map((line) => `  ${line}`).join('\n')}\n\n${more}\n`,
  )
  return ExitCode.passed
}
