import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CheckKinds } from '../checks/define-check.ts'
import { SpecError, type SpecProblem, UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { readText } from '../read-text.ts'
import { didYouMean } from '../text/near-names.ts'
import { hashOf, parseExercise } from './parse-exercise.ts'
import { REFERENCE_FILE } from './reference-script.ts'
import { readPositions, type SpecPosition } from './spec-positions.ts'

export const SPEC_FILE = 'exercise.yaml'

/** An exercise as its folder says it, or what keeps it from being used. */
export type ReadExercise =
  | { readonly kind: 'exercise'; readonly exercise: Exercise }
  | FaultyExercise

interface FaultyExercise {
  readonly kind: 'faulty'
  readonly folder: string
  /** As the spec calls it, where that can be read; else the folder's name. */
  readonly id: string
  readonly sha256: string
  readonly problems: readonly SpecProblem[]
}

/** What a folder of exercises holds: one that is faulty says nothing of the others. */
export interface ReadPack {
  /** The folder that holds the exercises. */
  readonly folder: string
  readonly exercises: readonly Exercise[]
  readonly faulty: readonly FaultyExercise[]
}

/** Reads the exercise in a folder. Whatever is wrong with it is in what it resolves to. */
export async function readExercise(folder: string, kinds?: CheckKinds): Promise<ReadExercise> {
  const file = join(folder, SPEC_FILE)
  const name = basename(folder)
  let text = ''
  try {
    text = await specText(file)
    const references = await readReferences(join(folder, REFERENCE_FILE))
    return {
      kind: 'exercise',
      exercise: parseExercise(text, file, { folder: name, references, ...(kinds && { kinds }) }),
    }
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    const [, id = name] = /^id:\s*["']?([a-z0-9-]+)["']?\s*$/m.exec(text) ?? []
    return {
      kind: 'faulty',
      folder: name,
      id,
      sha256: hashOf(text, undefined),
      problems: error.problems,
    }
  }
}

async function specText(file: string): Promise<string> {
  return readText(file).catch((error: Error) => {
    const advice = 'an exercise is a folder with an exercise.yaml in it that may be read'
    throw new SpecError([{ file, message: `cannot be read: ${error.message}`, advice }])
  })
}

/** undefined where the exercise has none. */
async function readReferences(file: string): Promise<string | undefined> {
  return readText(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    const advice = 'remove it where no check asks for a reference'
    throw new SpecError([{ file, message: `cannot be read: ${error.message}`, advice }])
  })
}

/**
 * Reads every exercise of a pack: the subfolders that hold a spec, in order of their names; at least one.
 * @throws UsageError where there is none
 */
export async function readPack(given: string, kinds?: CheckKinds): Promise<ReadPack> {
  const folder = await exercisesIn(given)
  const names = (await readdir(folder).catch((error) => refuseFolder(folder, error))).sort()
  const folders = names.map((name) => join(folder, name))
  const withSpec = await Promise.all(folders.map((path) => isFile(join(path, SPEC_FILE))))
  const own = folders.filter((_, i) => withSpec[i])
  const read = await Promise.all(own.map((path) => readExercise(path, kinds)))
  if (read.length === 0) throw await noPack(folder)
  return { folder, ...(await withOwnNames(read, folder)) }
}

/** The folder itself, or the folder `exercises` in it: a course, or a package of exercises. */
async function exercisesIn(folder: string): Promise<string> {
  const inner = join(folder, 'exercises')
  const names = await readdir(folder).catch(() => [])
  const own = await Promise.all(names.map((name) => isFile(join(folder, name, SPEC_FILE))))
  return !own.includes(true) && (await isFolder(inner)) ? inner : folder
}

/**
 * The same, for whoever can do nothing with a faulty pack.
 * @throws SpecError with every problem of every exercise
 */
export async function loadPack(folder: string, kinds?: CheckKinds): Promise<Exercise[]> {
  const { exercises, faulty } = await readPack(folder, kinds)
  if (faulty.length > 0) throw new SpecError(faulty.flatMap(({ problems }) => problems))
  return [...exercises]
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
  return new UsageError(`there is no exercise in ${folder}`, shape)
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

/** Of two exercises with one name the first keeps it, and the other is faulty. */
async function withOwnNames(
  read: readonly ReadExercise[],
  folder: string,
): Promise<Omit<ReadPack, 'folder'>> {
  const owners = new Map<string, string>()
  const exercises: Exercise[] = []
  const faulty: FaultyExercise[] = []
  for (const one of read) {
    if (one.kind === 'faulty') {
      faulty.push(one)
      continue
    }
    const { exercise } = one
    const problems = await takenNames(exercise, join(folder, exercise.folder, SPEC_FILE), owners)
    if (problems.length === 0) {
      exercises.push(exercise)
      for (const name of [exercise.id, ...exercise.aliases]) owners.set(name, exercise.folder)
    } else {
      const { id, sha256 } = exercise
      faulty.push({ kind: 'faulty', folder: exercise.folder, id, sha256, problems })
    }
  }
  return { exercises, faulty }
}

async function takenNames(
  exercise: Exercise,
  file: string,
  owners: ReadonlyMap<string, string>,
): Promise<SpecProblem[]> {
  const taken = [...new Set([exercise.id, ...exercise.aliases])].filter((name) => owners.has(name))
  return Promise.all(
    taken.map(async (name) => ({
      file,
      ...(await placeOfName(file, exercise, name)),
      message: `"${name}" already names ${owners.get(name)}`,
      advice: 'choose another name for one of the two',
    })),
  )
}

async function placeOfName(
  file: string,
  { id, aliases }: Exercise,
  name: string,
): Promise<SpecPosition> {
  const path = name === id ? ['id'] : ['aliases', aliases.indexOf(name)]
  return readPositions(await readText(file)).partAt(path)
}
