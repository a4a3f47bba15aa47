import { stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { SCHEMA_FILE, scaffoldFiles } from '../../pack/scaffold/files.ts'
import { packageRoot } from '../../package-root.ts'
import { unportable } from '../../paths/portable-name.ts'
import { withSlashes } from '../../paths/shown.ts'
import { readText } from '../../read-text.ts'
import { shellWord } from '../../text/shell-word.ts'
import { makeFolder, writeFileWhole } from '../../whole-file.ts'
import type { CommandModule } from '../command.ts'
import { sayHere } from '../workspaces.ts'

/** Writes an exercise that lints, to be changed into one's own. Never writes over anything. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const { cwd, stdout } = surroundings
  const say = sayHere(options, surroundings)
  const name = nameOf(words[0])
  const given = typeof options.exercises === 'string' ? options.exercises : 'exercises'
  const root = dirname(resolve(cwd, given))
  const folder = resolve(cwd, given)
  if (folder !== join(root, 'exercises')) {
    throw new UsageError(
      `${given} is not called "exercises"`,
      'a course is a folder that holds the folders exercises and solutions',
    )
  }
  await keepSchema(folder)
  for (const { path, text } of scaffoldFiles(name)) {
    const file = join(root, path)
    if (await exists(file)) throw new UsageError(`${path} is there already`, 'choose another name')
    makeFolder(dirname(file))
    await writeFile(file, text, { flag: 'wx' })
    stdout.write(`${say(`wrote ${withSlashes(join(dirname(given), path))}`)}\n`)
  }
  stdout.write(`\n${say(`Next: change it, then mlp-check lint ${shellWord(given)}`)}\n`)
  return 0
}

/** A copy, so that the course needs no network and no installation: written anew by each version. */
async function keepSchema(folder: string): Promise<void> {
  makeFolder(folder)
  const text = await readText(join(packageRoot(), 'schema', SCHEMA_FILE))
  await writeFileWhole(join(folder, SCHEMA_FILE), text)
}

function nameOf(word: string | undefined): string {
  const reserved = word === undefined ? undefined : unportable(word)
  if (reserved) throw new UsageError(`"${word}" can be no exercise's folder`, reserved)
  if (word !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) return word
  throw new UsageError(
    `"${word ?? ''}" is no name for an exercise`,
    'lower-case words joined by hyphens, such as hard-tanh',
  )
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
