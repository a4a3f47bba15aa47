import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Document } from 'yaml'
import { SpecError, type SpecProblem, UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { readText } from '../read-text.ts'
import { withoutReturns } from '../text/lines.ts'
import { didYouMean } from '../text/near-names.ts'
import { compileExercise, type SpecDefect } from './compile.ts'
import { compileReferences, REFERENCE_FILE } from './reference-script.ts'
import { exerciseSchema } from './schema.ts'
import { type PositionedSpec, readPositions, type SpecPosition } from './spec-positions.ts'

export const SPEC_FILE = 'exercise.yaml'

/**
 * Reads and validates the exercise in a folder.
 * @throws SpecError with file, line and column of every defect
 */
export async function loadExercise(folder: string): Promise<Exercise> {
  const file = join(folder, SPEC_FILE)
  const text = await readText(file).catch((error: Error) => {
    throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
  })
  const references = await readReferences(join(folder, REFERENCE_FILE))
  return parseExercise(text, file, { folder: basename(folder), references })
}

/** undefined where the exercise has none. */
async function readReferences(file: string): Promise<string | undefined> {
  return readText(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
  })
}

/**
 * Loads every exercise of a pack: the subfolders that hold a spec, in order of their names; at least one.
 * @throws SpecError where an exercise is at fault, and UsageError where there is none
 */
export async function loadPack(folder: string): Promise<Exercise[]> {
  const names = (await readdir(folder).catch((error) => refuseFolder(folder, error))).sort()
  const folders = names.map((name) => join(folder, name))
  const withSpec = await Promise.all(folders.map((path) => isFile(join(path, SPEC_FILE))))
  const exercises = await Promise.all(folders.filter((_, i) => withSpec[i]).map(loadExercise))
  if (exercises.length === 0) throw await noPack(folder)
  await rejectSharedNames(exercises, folder)
  return exercises
}

async function refuseFolder(folder: string, error: NodeJS.ErrnoException): Promise<never> {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
    throw new SpecError([{ file: folder, message: `cannot be read: ${error.message}` }])
  }
  const neighbours = await readdir(dirname(folder)).catch(() => [])
  throw new UsageError(`there is no folder ${folder}`, didYouMean(basename(folder), neighbours))
}

/** Most of those who name no pack name a folder next to it. */
async function noPack(folder: string): Promise<UsageError> {
  const shape = 'a pack is a folder of folders that each hold an exercise.yaml'
  if (await isFile(join(folder, SPEC_FILE))) {
    return new UsageError(
      `${folder} is one exercise, and no pack`,
      `name ${dirname(folder)}: ${shape}`,
    )
  }
  const inner = join(folder, 'exercises')
  const near = (await isFolder(inner)) ? `did you mean ${inner}? ${shape}` : shape
  return new UsageError(`there is no exercise in ${folder}`, near)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
}

async function rejectSharedNames(exercises: readonly Exercise[], folder: string): Promise<void> {
  const owners = new Map<string, string>()
  const problems: SpecProblem[] = []
  for (const exercise of exercises) {
    const file = join(folder, exercise.folder, SPEC_FILE)
    for (const name of new Set([exercise.id, ...exercise.aliases])) {
      const owner = owners.get(name)
      const place = owner === undefined ? undefined : await placeOfName(file, exercise, name)
      if (owner) problems.push({ file, ...place, message: `"${name}" already names ${owner}` })
      else owners.set(name, exercise.folder)
    }
  }
  if (problems.length > 0) throw new SpecError(problems)
}

async function placeOfName(
  file: string,
  { id, aliases }: Exercise,
  name: string,
): Promise<SpecPosition> {
  const path = name === id ? ['id'] : ['aliases', aliases.indexOf(name)]
  return readPositions(await readText(file)).partAt(path)
}

/** What stands beside a spec. */
export interface SpecSurroundings {
  /** The folder's name. */
  readonly folder: string
  /** The text of `reference.ts`, where there is one. */
  readonly references?: string | undefined
}

/** The text of a spec → an exercise. */
export function parseExercise(text: string, file: string, beside: SpecSurroundings): Exercise {
  const spec = readPositions(text)
  const { document } = spec
  if (document.errors.length > 0) {
    throw new SpecError(
      document.errors.map(({ pos, message }) => ({ file, ...spec.at(pos[0]), message })),
    )
  }
  const problem = (defect: SpecDefect): SpecProblem => ({
    file,
    ...positionOf(spec, defect),
    message: `${defect.path.length > 0 ? `${defect.path.join('.')}: ` : ''}${defect.message}`,
  })
  const result = exerciseSchema.safeParse(plainData(document, file))
  if (!result.success) throw new SpecError(result.error.issues.map(problem))
  const { exercise, defects } = compileExercise(result.data, {
    folder: beside.folder,
    sha256: hashOf(text, beside.references),
    ...(beside.references !== undefined && {
      references: compileReferences(beside.references, join(dirname(file), REFERENCE_FILE)),
    }),
  })
  if (defects.length > 0) throw new SpecError(defects.map(problem))
  return exercise
}

/** Line ends aside: Git may turn them, and the exercise is the same. */
function hashOf(text: string, references: string | undefined): string {
  const hash = createHash('sha256').update(withoutReturns(text))
  if (references !== undefined) hash.update('\0').update(withoutReturns(references))
  return hash.digest('hex')
}

/** The document as data; an alias of no anchor, or too many of them, only shows here. */
function plainData(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new SpecError([{ file, line: 1, column: 1, message: (error as Error).message }])
  }
}

/** Where the value at its path begins, or, for an unknown key, that key. */
function positionOf(spec: PositionedSpec, { path, message }: SpecDefect): SpecPosition {
  const key = /^unknown key "([^"]*)"/.exec(message)?.[1]
  return key === undefined ? spec.valueAt(path) : spec.partAt([...path, key])
}
