import { Chalk } from 'chalk'
import { POINT_SCALE } from '../../report/report.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack, tellFaulty } from '../packs.ts'

export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const pack = await chosenPack(surroundings)
  const { entries } = pack
  tellFaulty(pack, surroundings)
  if (options.json) {
    surroundings.stdout.write(`${JSON.stringify(entries, null, 2)}\n`)
    return ExitCode.passed
  }
  const paint = new Chalk({ level: colorLevel(options.color, surroundings, surroundings.stdout) })
  const width = Math.max(...entries.map((entry) => entry.id.length))
  for (const { id, title, functions, points } of entries) {
    const worth = paint.dim(`${points / POINT_SCALE} points`)
    surroundings.stdout.write(
      `${paint.bold(id.padEnd(width))}  ${title}  ${worth}\n${' '.repeat(width)}  ${paint.dim(functions.join(', '))}\n`,
    )
  }
  const [first] = entries
  if (first) surroundings.stdout.write(`\nmlp-check show ${first.id} prints a statement.\n`)
  return ExitCode.passed
}
