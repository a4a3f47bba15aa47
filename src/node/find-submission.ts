import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { nameOnDisk } from '../paths/path-key.ts'
import { shownFrom, withSlashes } from '../paths/shown.ts'
import type { FileFault, ReadText } from '../source/decode-source.ts'
import type { FoundSubmission } from '../source/submission.ts'
import { nearNames } from '../text/near-names.ts'
import { firstLink } from '../trust/links.ts'
import { sha256 } from './hash.ts'
import { readSiblings } from './read-siblings.ts'
import { aLink, ofTheMachine, readSource } from './read-source.ts'

/** What is looked for. */
export interface SubmissionQuery {
  /** The path that the user gave, if any; with it, nothing else is tried. */
  readonly file?: string
  readonly exercise: {
    readonly id: string
    readonly folder: string
    readonly aliases: readonly string[]
  }
  readonly cwd: string
  /** The workspace around `cwd`, if any: a file that is not where it was said may lie there. */
  readonly root?: string
  /** From the config, such as `answers/{id}.ts`; `{id}`, `{folder}` and `{name}` are filled in. */
  readonly pattern?: string | undefined
}

/**
 * Finds and reads the submission for an exercise, or says what is missing and what is near. The
 * first of its names that is there is taken; a folder that is a link holds none of them.
 */
export function findSubmission(query: SubmissionQuery): FoundSubmission | FileFault {
  const names =
    query.file === undefined ? candidateFiles(query.exercise, query.pattern) : [query.file]
  let linked: FileFault | undefined
  for (const name of names) {
    const path = resolve(query.cwd, name)
    const link = firstLink(query.cwd, path)
    if (link !== undefined) linked ??= aLink(shownFrom(query.cwd, link === path ? name : link))
    if (link === path) break
    const found = link ? undefined : readSubmission(path, shownFrom(query.cwd, name))
    if (found?.kind === 'found' || (found && found.cause !== 'missing-file')) return found
  }
  return linked ?? missing(query, names)
}

/** Reads the submission at a path, with the files beside it that it may import. */
export function readSubmission(path: string, shownAs: string): FoundSubmission | FileFault {
  const read = readSource(path, shownAs)
  if (read.kind === 'fault') return read
  try {
    return withSiblings(path, shownAs, read)
  } catch (error) {
    return ofTheMachine(error, shownAs)
  }
}

function withSiblings(
  path: string,
  shownAs: string,
  read: Extract<ReadText, { readonly kind: 'text' }>,
): FoundSubmission {
  const real = realpathSync.native(path)
  const siblings = readSiblings(dirname(real), read.text)
  return {
    kind: 'found',
    source: { file: nameOnDisk(shownAs, real), text: read.text, siblings },
    path,
    sha256: sha256(read.bytes),
  }
}

/** What a report calls the file: as it was found, else as it was asked for. */
export function shownFile(
  found: FoundSubmission | FileFault,
  { file, exercise, cwd }: Pick<SubmissionQuery, 'file' | 'cwd'> & { exercise: { id: string } },
): string {
  if (found.kind === 'found') return found.source.file
  return file === undefined ? `${exercise.id}.ts` : shownFrom(cwd, file)
}

/** Where a submission is looked for, in order, relative to the current folder. */
export function candidateFiles(
  exercise: SubmissionQuery['exercise'],
  pattern?: string | undefined,
): string[] {
  if (pattern !== undefined) return [filled(pattern, exercise)]
  const names = [...new Set([exercise.id, exercise.folder, ...exercise.aliases])]
  return ['', 'src/', 'submissions/'].flatMap((folder) =>
    names.map((name) => `${folder}${name}.ts`),
  )
}

function filled(pattern: string, { id, folder, aliases }: SubmissionQuery['exercise']): string {
  return pattern
    .replaceAll('{id}', id)
    .replaceAll('{folder}', folder)
    .replaceAll('{name}', aliases[0] ?? id)
}

function missing(query: SubmissionQuery, names: readonly string[]): FileFault {
  const near = nearFiles(query, names)
  const where = query.file ?? names.slice(0, 3).join(', ')
  const message =
    query.file === undefined
      ? `there is no submission for ${query.exercise.id}: looked for ${where}, and in src/ and submissions/`
      : `there is no file ${where}`
  const advice =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : query.file === undefined
        ? `Write ${names[0]}, or name the file: mlp-check ${query.exercise.id} path/to/file.ts`
        : 'Check the path.'
  return { kind: 'fault', cause: 'missing-file', message, advice }
}

/** In the folder that was named, and in those where an answer may lie instead. */
function nearFiles(query: SubmissionQuery, names: readonly string[]): string[] {
  const { cwd, root = cwd, file } = query
  const named = resolve(cwd, dirname(file ?? '.'))
  const folders = [...new Set([named, cwd, ...foldersIn(cwd), root, ...foldersIn(root)])]
  const near: string[] = []
  for (const folder of folders) {
    const scripts = scriptsIn(folder)
    const wanted = folder === named || file === undefined ? nearNames : sameNames
    const found = names.flatMap((name) => wanted(basename(name), scripts))
    near.push(...found.map((name) => withSlashes(relative(cwd, join(folder, name)))))
  }
  return [...new Set(near)].slice(0, 3)
}

/** Elsewhere only a file of the very name is meant, in whatever case, and not one that is near. */
function sameNames(wanted: string, known: readonly string[]): string[] {
  return known.filter((name) => name.toLowerCase() === wanted.toLowerCase())
}

function scriptsIn(folder: string): string[] {
  const files = entriesOf(folder).map(({ name }) => name)
  return files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).sort()
}

/** None of a folder that is not there, or not for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** No further down, through no link, and not where programs of others lie. */
function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort()
}
