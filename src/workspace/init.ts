import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { GUEST_TYPES } from '../guest-types.ts'
import type { Locale } from '../messages/catalogue.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import { readTranslated } from '../pack/read-translated.ts'
import { exerciseState, printState } from '../progress/remembered.ts'
import { answerOf, type Work } from '../progress/saved-work.ts'
import { CONFIG_FILE, configSchema } from './config.ts'
import { editorTasks } from './editor.ts'
import { answerFile, starterText, statementFile } from './files.ts'
import { refuseLinks, writeOwnFile } from './own-files.ts'
import type { PlannedFile } from './planned-file.ts'
import { STATE_FILE } from './state.ts'

export interface InitResult {
  readonly written: readonly string[]
  /** Files that were there already and were left as they are. */
  readonly kept: readonly string[]
}

export interface InitOptions {
  /** A course's own exercises, as the config should name them. */
  readonly exercises: string | undefined
  /** What a site's page has saved. */
  readonly work?: Work | undefined
  /** Of statements and starters, where they were translated. */
  readonly locale?: Locale
}

/** Everything that `init` would write. */
export async function planWorkspace(pack: Pack, options: InitOptions): Promise<PlannedFile[]> {
  const { work, locale } = options
  const perExercise = await Promise.all(
    pack.entries.map((entry) =>
      exerciseFiles(pack, entry, work && answerOf(work, entry.id), locale),
    ),
  )
  return [
    { path: CONFIG_FILE, text: configText(options) },
    { path: '.mlp-check/workspace.schema.json', text: configSchema() },
    { path: '.mlp-check/.gitignore', text: 'state.json\nanswers/\n' },
    { path: '.mlp-check/guest.d.ts', text: GUEST_TYPES },
    { path: 'tsconfig.json', text: TSCONFIG },
    editorTasks(locale ?? 'en'),
    ...perExercise.flat(),
    ...(work === undefined ? [] : [{ path: STATE_FILE, text: stateText(pack, work) }]),
  ]
}

/** Of the exercises that are here, and nothing else that may stand in somebody's file. */
function stateText(pack: Pack, work: Work): string {
  const known = pack.entries.filter(({ id }) => Object.hasOwn(work.exercises, id))
  return printState({
    version: 1,
    exercises: Object.fromEntries(known.map(({ id }) => [id, exerciseState(work, id)])),
  })
}

async function exerciseFiles(
  pack: Pack,
  entry: PackEntry,
  answer: string | undefined,
  locale: string | undefined,
): Promise<PlannedFile[]> {
  const statement = await readTranslated(pack, entry, 'README.md', locale)
  return [
    { path: answerFile(entry), text: answer ?? (await starterText(pack, entry, locale)) },
    { path: statementFile(entry), text: statement },
  ]
}

/** Writes what is not there yet; with `force`, what differs as well. */
export async function writeWorkspace(
  root: string,
  files: readonly PlannedFile[],
  force: boolean,
): Promise<InitResult> {
  const written: string[] = []
  const kept: string[] = []
  // Before anything is written.
  for (const { path } of files) refuseLinks(root, path)
  for (const { path, text } of files) {
    const target = join(root, path)
    if (!force && (await exists(target))) kept.push(path)
    else {
      writeOwnFile(root, path, text)
      written.push(path)
    }
  }
  return { written, kept }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

function configText({ exercises }: InitOptions): string {
  const config = {
    $schema: './.mlp-check/workspace.schema.json',
    ...(exercises !== undefined && { exercises }),
    recordHints: false,
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** For the editor only: the checker needs none. Each file is a module of its own. */
const TSCONFIG = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      moduleDetection: 'force',
      strict: true,
      noImplicitAny: false,
      allowImportingTsExtensions: true,
      noEmit: true,
      types: [],
    },
    include: ['src', '.mlp-check/guest.d.ts'],
  },
  null,
  2,
)}\n`
