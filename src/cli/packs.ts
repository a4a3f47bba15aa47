import { existsSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { describeProblem, UsageError } from '../errors.ts'
import type { Locale } from '../messages/catalogue.ts'
import { say } from '../messages/render.ts'
import { builtInPack, folderPack, type Pack } from '../pack/pack.ts'
import type { TextPair } from '../pack/translate.ts'
import type { RunReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { BUILT_IN, PACK_VARIABLE } from '../trust/boundary.ts'
import { isChosen } from '../trust/chosen-packs.ts'
import { CONFIG_FILE, type Workspace } from '../workspace/config.ts'
import type { Invocation, Surroundings } from './command.ts'
import { localeIn, sayHere, tell } from './workspaces.ts'

/** The chosen exercises with their texts in the language of the command, for people to read. */
export async function chosenPackToRead(
  options: Invocation['options'],
  surroundings: Surroundings,
): Promise<Pack> {
  const pack = await chosenPack(surroundings)
  const locale = localeIn(options, surroundings)
  if (locale === 'en') return pack
  const { inLanguage } = await import('../pack/translate.ts')
  return inLanguage(pack, locale)
}

/** The exercises that this command goes by: who may choose them is decided in one place. */
export async function chosenPack(surroundings: Surroundings): Promise<Pack> {
  const { cwd, trust } = surroundings
  const choice = trust.pack
  switch (choice.from) {
    case 'option':
      return optionPack(cwd, [choice.folder, ...(choice.more ?? [])])
    case 'environment':
      return folderPack(absolute(choice.folder), `${PACK_VARIABLE}=${choice.folder}`)
    case 'workspace':
      return workspacePack(surroundings)
    case 'built-in':
      if (!choice.named) tellUnread(surroundings)
      return builtInPack()
  }
}

/** What the authors of a report's exercises wrote, in a language. */
export async function authorsOf(
  { submissions }: RunReport,
  pack: Pack,
  locale: Locale,
): Promise<readonly TextPair[]> {
  if (locale === 'en') return []
  const { authorsWords } = await import('../pack/translate.ts')
  const ids = new Set(submissions.map(({ exercise }) => exercise))
  return pack.entries
    .filter(({ id }) => ids.has(id))
    .flatMap((entry) => authorsWords(pack.load(entry), locale))
}

/** What `--exercises` names, each of them once. */
async function optionPack(cwd: string, folders: readonly string[]): Promise<Pack> {
  // Whoever names no pack does not wait for this.
  const [{ packFolder }, { joinPacks }] = await Promise.all([
    import('../pack/pack-folder.ts'),
    import('../pack/join-packs.ts'),
  ])
  const packs = await Promise.all(
    [...new Set(folders)].map((folder) =>
      folder === BUILT_IN
        ? builtInPack()
        : folderPack(packFolder(cwd, folder), `--exercises ${folder}`),
    ),
  )
  const [first, ...more] = packs
  return first !== undefined && more.length === 0 ? first : joinPacks(packs)
}

/** What whoever asked for no exercise by its name would miss without a word. */
export function tellFaulty(
  { faulty, folder }: Pack,
  surroundings: Surroundings,
  options: Invocation['options'] = {},
): void {
  const speak = sayHere(options, surroundings)
  for (const { id, problems } of faulty) {
    const lines = problems.map((problem) => `  ${cleanLine(describeProblem(problem, speak))}\n`)
    tell(say('pack.faulty', { exercise: id, folder: cleanLine(folder) }), surroundings, options)
    surroundings.stderr.write(lines.join(''))
  }
}

/** The words that name the same exercises again; none where the same folder does so anyway. */
export function packNaming({ trust: { pack } }: Surroundings): readonly string[] {
  if (pack.from !== 'option') return []
  return [pack.folder, ...(pack.more ?? [])].flatMap((folder) => ['--exercises', folder])
}

/** A relative folder would be another one in each working folder. */
function absolute(folder: string): string {
  if (isAbsolute(folder)) return folder
  throw new UsageError(
    `${PACK_VARIABLE} should be an absolute path or ${BUILT_IN}, not "${folder}"`,
    'name a folder of exercises from the root of the file system, or use --exercises',
  )
}

/** What the student's own workspace names, said on screen. */
async function workspacePack(surroundings: Surroundings): Promise<Pack> {
  const { workspace } = surroundings
  const named = workspace?.config.exercises
  if (workspace === undefined || named === undefined || named === BUILT_IN) return builtInPack()
  const folder = resolve(workspace.root, named)
  const config = relative(surroundings.cwd, join(workspace.root, CONFIG_FILE))
  const pack = await folderPack(folder, `${config}: ${named}`)
  tell(say('trust.pack', { exercises: cleanLine(named), config: cleanLine(config) }), surroundings)
  return isChosen(folder, surroundings.env) ? pack : withoutPrograms(pack, workspace)
}

/** Data may come from anywhere; a program only from where the user says. */
function withoutPrograms(pack: Pack, { config }: Workspace): Pack {
  const load: Pack['load'] = (entry) => {
    const exercise = pack.load(entry)
    if (exercise.references === undefined) return exercise
    throw new UsageError(
      `${exercise.id} comes with a program of its own, reference.ts, and only ${CONFIG_FILE} names it`,
      `if you trust ${config.exercises}: mlp-check init --exercises FOLDER (once), or add --exercises FOLDER`,
    )
  }
  return { ...pack, load }
}

/** Whoever wrote it will wonder. That it is there is all that is looked at. */
function tellUnread(surroundings: Surroundings): void {
  if (!existsSync(join(surroundings.cwd, CONFIG_FILE))) return
  tell(say('trust.unread', { config: CONFIG_FILE }), surroundings)
}
