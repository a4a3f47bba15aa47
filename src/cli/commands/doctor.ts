import { createServices } from '../../grading/create-services.ts'
import { version } from '../../version.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPack } from '../packs.ts'

/** Says what grades here, and fails only where grading would fail. */
export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const services = createServices({ cache: options.cache !== false, env: surroundings.env })
  const pack = await chosenPack(options, surroundings)
  const backend = services.backend()
  const rows = [
    ['mlp-check', version],
    ['Node', `${process.version} (${process.platform}, ${process.arch})`],
    ['backend', `${backend.name} ${backend.version}: ${backend.why}`],
    ['cache', services.cacheFolder ?? 'none: no folder to keep it in, or --no-cache'],
    ['exercises', `${pack.entries.length} in ${pack.folder}`],
  ] as const
  for (const [label, text] of rows) surroundings.stdout.write(`${label.padEnd(10)} ${text}\n`)
  return ExitCode.passed
}
