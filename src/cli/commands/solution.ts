import { Chalk, type ChalkInstance } from 'chalk'
import { UsageError } from '../../errors.ts'
import type { Exercise, Solution } from '../../exercise.ts'
import { displayWidth } from '../../messages/display-width.ts'
import { wrapped } from '../../messages/line-breaks.ts'
import { speaker } from '../../messages/render.ts'
import { findSubmission } from '../../node/find-submission.ts'
import { solutionsOf } from '../../pack/solutions.ts'
import { askedExercise, lastExercise } from '../asked-exercise.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead } from '../packs.ts'
import { currentRow } from '../progress-now.ts'
import { answerPlace, localeIn } from '../workspaces.ts'

/** Right answers to compare one's own with, for whoever has one that passed. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const speak = speaker(localeIn(options, surroundings))
  const pack = await chosenPackToRead(options, surroundings)
  // Whoever has just passed one has the next at hand, and means the one that has passed.
  const last = words[0] === undefined ? lastExercise(pack, surroundings) : undefined
  const entry = last ?? (await askedExercise(words[0], pack, surroundings))
  const exercise = pack.load(entry)
  const { id } = entry
  if (surroundings.trust.settings !== 'all') throw refused(speak('solution.ci'))
  if (exercise.solutions?.shown === false) throw refused(speak('solution.kept', { id }))
  const place = answerPlace(surroundings)
  if (options.spoil !== true) {
    const row = surroundings.workspace && (await currentRow(place, pack, entry))
    if (row?.status !== 'passed')
      throw refused(speak('solution.not-yet', { id }), speak('solution.how', { id }))
  }
  const shipped = await solutionsOf(pack, entry)
  if (shipped.length === 0) throw refused(speak('solution.none', { id }))
  const found = findSubmission({ exercise, cwd: place.root, pattern: place.pattern })
  const { stdout } = surroundings
  const paint = new Chalk({ level: colorLevel(options.color, surroundings, stdout) })
  const width = Math.min(100, stdout.columns)
  const own =
    found.kind === 'found'
      ? [block(speak('solution.yours', { file: found.source.file }), found.source.text, paint)]
      : []
  const others = shipped.map((one) =>
    block(headingOf(one, exercise, speak, width), one.text, paint),
  )
  stdout.write(`${[...own, ...others].join('\n\n')}\n`, 'text')
  return ExitCode.passed
}

function refused(message: string, advice?: string): UsageError {
  return new UsageError(message, advice)
}

/** What a solution is called, and what it teaches where its author says it. */
function headingOf(
  { name, text }: Solution,
  { solutions }: Exercise,
  speak: ReturnType<typeof speaker>,
  width: number,
): string {
  const title = speak(name === 'solution' ? 'solution.model' : 'solution.also', {
    name: name.replace(/^also-right\//, ''),
  })
  const said =
    solutions?.teaches[name] ?? /^(?:\/\*\*?|\/\/)\s*(.+?)(?:\s*\*\/)?$/m.exec(firstLine(text))?.[1]
  return wrapped(
    said === undefined ? title : speak('solution.teaches', { title, teaches: said }),
    width,
  ).join('\n')
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? ''
}

/** Code stands as it is, however wide: it is to be copied. */
function block(heading: string, text: string, paint: ChalkInstance): string {
  const line = '─'.repeat(Math.min(40, Math.max(...heading.split('\n').map(displayWidth))))
  return `${paint.bold(heading)}\n${paint.dim(line)}\n${text.trim()}`
}
