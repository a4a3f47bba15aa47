import { Chalk } from 'chalk'
import type { Exercise } from '../../exercise.ts'
import { displayWidth } from '../../messages/display-width.ts'
import { wrapped } from '../../messages/line-breaks.ts'
import { speaker } from '../../messages/render.ts'
import { changesBetween } from '../../pack/changes.ts'
import { builtInPack, folderPack, type Pack } from '../../pack/pack.ts'
import { packFolder } from '../../pack/pack-folder.ts'
import { POINT_SCALE } from '../../report/report.ts'
import { shellWord } from '../../text/shell-word.ts'
import { BUILT_IN } from '../../trust/boundary.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead, packNaming, tellFaulty } from '../packs.ts'
import { localeIn, sayHere } from '../workspaces.ts'

export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const pack = await chosenPackToRead(options, surroundings)
  const { entries } = pack
  tellFaulty(pack, surroundings, options)
  const say = sayHere(options, surroundings)
  const speak = speaker(localeIn(options, surroundings))
  if (typeof options.since === 'string') return printChanges(pack, options, surroundings)
  if (options.json) {
    surroundings.stdout.write(`${JSON.stringify(entries, null, 2)}\n`, 'data')
    return ExitCode.passed
  }
  const paint = new Chalk({ level: colorLevel(options.color, surroundings, surroundings.stdout) })
  const width = Math.max(0, ...entries.map((entry) => entry.id.length))
  const lead = leadOf(width + 2, surroundings.stdout.columns)
  const room = surroundings.stdout.columns - lead.length
  for (const { id, title, functions, points } of entries) {
    const worth = speak('list.points', { points: points / POINT_SCALE })
    const isWide = displayWidth(title) + 2 + displayWidth(worth) <= room
    const lines = [
      ...(isWide ? [`${title}  ${paint.dim(worth)}`] : [...wrapped(title, room), paint.dim(worth)]),
      ...wrapped(functions.join(', '), room).map((line) => paint.dim(line)),
    ]
    const text = lines.join(`\n${lead}`)
    const gap = lead.length > width ? ' '.repeat(lead.length - id.length) : `\n${lead}`
    surroundings.stdout.write(`${paint.bold(id)}${gap}${text}\n`)
  }
  const [first] = entries
  if (first) {
    const command = ['mlp-check show', first.id, ...packNaming(surroundings).map(shellWord)]
    surroundings.stdout.write(`\n${say(`${command.join(' ')} prints a statement.`)}\n`)
  }
  return ExitCode.passed
}

/** The blanks before what stands beside an id, or below it where there is no room beside. */
function leadOf(wanted: number, columns: number): string {
  return ' '.repeat(columns - wanted >= 20 ? wanted : 2)
}

/** One line for each exercise that is not what it was. */
async function printChanges(
  pack: Pack,
  options: Invocation['options'],
  surroundings: Surroundings,
) {
  const since = String(options.since)
  const say = sayHere(options, surroundings)
  const speak = speaker(localeIn(options, surroundings))
  const { stdout, cwd } = surroundings
  const older = since === BUILT_IN ? builtInPack() : await folderPack(packFolder(cwd, since), since)
  tellFaulty(older, surroundings, options)
  const changes = changesBetween(exercisesOf(older), exercisesOf(pack))
  const width = Math.max(...changes.map(({ exercise }) => exercise.length))
  for (const { exercise, kind, what } of changes) {
    const told =
      what.length === 0 ? speak(`list.${kind}`) : speak('list.changed', { what: what.map(say) })
    stdout.write(`${exercise.padEnd(width)}  ${told}\n`)
  }
  if (changes.length === 0) stdout.write(`${say('nothing has changed')}\n`)
  return ExitCode.passed
}

function exercisesOf(pack: Pack): readonly Exercise[] {
  return pack.entries.map((entry) => pack.load(entry))
}
