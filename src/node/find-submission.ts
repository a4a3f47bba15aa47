import { lstatSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nameOnDisk } from '../paths/path-key.ts'
import { shownFrom } from '../paths/shown.ts'
import type { FileFault, ReadText } from '../source/decode-source.ts'
import type { FoundSubmission } from '../source/submission.ts'
import { firstLink } from '../trust/links.ts'
import { candidateFiles, type SubmissionQuery } from './candidate-files.ts'
import { sha256 } from './hash.ts'
import { nearFiles } from './near-files.ts'
import { readSiblings } from './read-siblings.ts'
import { aLink, ofTheMachine, readSource } from './read-source.ts'

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

/** What would have been taken as well, had it come first: of an exercise that goes by several names. */
export function passedOver(query: SubmissionQuery, { path }: FoundSubmission): readonly string[] {
  const { cwd, exercise, file, pattern } = query
  if (file !== undefined || pattern !== undefined) return []
  return candidateFiles(exercise).filter((name) => {
    const other = resolve(cwd, name)
    return other !== path && lstatSync(other, { throwIfNoEntry: false })?.isFile() === true
  })
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
