import { createServices } from '../../grading/create-services.ts'
import { findCompiler } from '../../typecheck/find-compiler.ts'
import { version } from '../../version.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { serviceOptionsOf } from '../grading-options.ts'
import { usableCompiler } from '../judge-types.ts'
import { chosenPack } from '../packs.ts'

/** Says what grades here, and fails only where grading would fail. */
export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const services = createServices(serviceOptionsOf(options, surroundings))
  const pack = await chosenPack(surroundings)
  // Loaded for real: an addon that is there may still not load.
  await services.tensorflow.load()
  const backend = services.backend()
  const other = services.tensorflow.other()
  const rows = [
    ['mlp-check', version],
    ['Node', `${process.version} (${process.platform}, ${process.arch})`],
    ['backend', `${backend.name} ${backend.version}: ${backend.why}`],
    ['', `to grade with ${other.name} instead: ${other.command}`],
    ['types', await typesText(surroundings)],
    ['cache', services.cacheFolder ?? 'none: no folder to keep it in, or --no-cache'],
    ['exercises', `${pack.entries.length} in ${pack.folder}`],
  ] as const
  for (const [label, text] of rows) surroundings.stdout.write(`${label.padEnd(10)} ${text}\n`)
  return ExitCode.passed
}

async function typesText(surroundings: Surroundings): Promise<string> {
  const [installed, compiler] = [await findCompiler(), await usableCompiler(surroundings)]
  if (compiler !== undefined) return `TypeScript ${compiler.version}, ${compiler.path}`
  return installed === undefined
    ? 'not looked at: TypeScript 7 is not installed with mlp-check (npm install typescript)'
    : 'not looked at: TypeScript lies in this folder, from which CI runs nothing'
}
