import { createServices } from '../../grading/create-services.ts'
import { canKeep } from '../../keep-file.ts'
import { displayWidth } from '../../messages/display-width.ts'
import { speaker } from '../../messages/render.ts'
import { referencesHere } from '../../node/references.ts'
import { npmPrefix } from '../../package-root.ts'
import { shellWord } from '../../text/shell-word.ts'
import { findCompiler } from '../../typecheck/find-compiler.ts'
import { version } from '../../version.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { referenceOptionsOf } from '../grading-options.ts'
import { judgeForReal } from '../judge-for-real.ts'
import { usableCompiler } from '../judge-types.ts'
import { chosenPack, tellFaulty } from '../packs.ts'
import { localeIn, sayHere } from '../workspaces.ts'

/** Says what grades here, judges for real, and fails only where that does. */
export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const services = createServices(referencesHere(referenceOptionsOf(options, surroundings)))
  const pack = await chosenPack(surroundings)
  // Loaded for real: an addon that is there may still not load.
  await services.tensorflow.load()
  const backend = services.backend()
  const other = services.tensorflow.other()
  tellFaulty(pack, surroundings, options)
  const say = sayHere(options, surroundings)
  const speak = speaker(localeIn(options, surroundings))
  const rows = [
    ['mlp-check', version],
    ['Node', `${process.version} (${process.platform}, ${process.arch})`],
    [speak('doctor.backend'), `${backend.name} ${backend.version}: ${backend.why}`],
    ['', `to grade with ${other.name} instead: ${other.command}`],
    [speak('doctor.types'), await typesText(surroundings, speak)],
    [speak('doctor.cache'), cacheText(services.cacheFolder)],
    [
      speak('doctor.exercises'),
      speak('doctor.pack', { count: pack.entries.length, folder: pack.folder }),
    ],
  ] as const
  const print = (label: string, text: string) =>
    surroundings.stdout.write(`${padded(label)} ${say(text)}\n`)
  for (const [label, text] of rows) print(label, text)
  const { works, text, advice } = await judgeForReal(services)
  print(speak('doctor.judging'), text)
  if (advice !== undefined) print('', advice)
  return works ? ExitCode.passed : ExitCode.machine
}

function cacheText(folder: string | undefined): string {
  if (folder === undefined) return 'none: no folder to keep it in, or --no-cache'
  return canKeep(folder) ? folder : `${folder} cannot be written to: nothing new is kept there`
}

function padded(label: string): string {
  return label + ' '.repeat(Math.max(0, 10 - displayWidth(label)))
}

async function typesText(
  surroundings: Surroundings,
  speak: ReturnType<typeof speaker>,
): Promise<string> {
  const [installed, compiler] = [findCompiler(), usableCompiler(surroundings)]
  if (compiler !== undefined) {
    return speak('doctor.compiler', { version: compiler.version, path: compiler.path })
  }
  return installed === undefined
    ? `not looked at: TypeScript 7 is not installed with mlp-check; to install it: npm install --prefix ${shellWord(npmPrefix())} typescript@7`
    : 'not looked at: TypeScript lies in this folder, from which CI runs nothing'
}
