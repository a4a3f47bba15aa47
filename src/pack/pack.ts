import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckKinds } from '../checks/define-check.ts'
import { SpecError, type SpecProblem, UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { packageRoot } from '../package-root.ts'
import { BUILT_IN_PACK, type PackReport } from '../report/report.ts'
import { nearNames } from '../text/near-names.ts'

/** A set of exercises: what `list` shows of each, and each whole on demand. */
export interface Pack {
  readonly folder: string
  /** Where the files of an exercise lie. */
  readonly folderOf: (entry: PackEntry) => string
  /** As reports name it. */
  readonly report: PackReport
  readonly entries: readonly PackEntry[]
  readonly load: (entry: PackEntry) => Exercise
  /** Exercises that cannot be used, and why; the others can. */
  readonly faulty: readonly FaultyEntry[]
}

export interface FaultyEntry {
  readonly id: string
  readonly folder: string
  readonly problems: readonly SpecProblem[]
}

export interface PackEntry {
  readonly id: string
  readonly folder: string
  readonly aliases: readonly string[]
  readonly title: string
  /** The title in other languages, where it was translated. */
  readonly titles?: { readonly [locale: string]: string }
  readonly functions: readonly string[]
  /** Hundredths of a point. */
  readonly points: number
}

/** The shipped exercises, compiled when the package was built: neither zod nor yaml is loaded. */
export function builtInPack(): Pack {
  const compiled = join(packageRoot(), 'dist', 'pack')
  const read = (name: string) => JSON.parse(readFileSync(join(compiled, `${name}.json`), 'utf8'))
  const { sha256, entries } = read('index') as PackIndex
  const folder = join(packageRoot(), 'exercises')
  return {
    folder,
    folderOf: (entry) => join(folder, entry.folder),
    report: { source: BUILT_IN_PACK, sha256 },
    entries: inCourseOrder(entries),
    load: (entry) => read(entry.folder) as Exercise,
    faulty: [],
  }
}

/** What the build writes of the shipped exercises, beside each whole. */
export interface PackIndex {
  readonly sha256: string
  readonly entries: readonly PackEntry[]
}

export function packIndex(
  exercises: readonly Exercise[],
  faulty: readonly Hashed[] = [],
): PackIndex {
  return { sha256: hashOf([...exercises, ...faulty]), entries: exercises.map(packEntry) }
}

type Hashed = Pick<Exercise, 'id' | 'sha256'>

/** Of the exercises by their ids, wherever they lie and in whichever order. */
function hashOf(exercises: readonly Hashed[]): string {
  const hashes = exercises.map(({ id, sha256 }) => `${id} ${sha256}\n`).sort()
  return createHash('sha256').update(hashes.join('')).digest('hex')
}

/**
 * A course's own folder of exercises, validated now: a faulty one keeps nobody from the others.
 * `source` says who named the folder, and how.
 */
export async function folderPack(
  folder: string,
  source: string,
  kinds?: CheckKinds,
): Promise<Pack> {
  const { readPack } = await import('./load.ts')
  const { packVersion } = await import('./pack-version.ts')
  const { folder: own, exercises, faulty } = await readPack(folder, kinds)
  const { sha256, entries } = packIndex(exercises, faulty)
  const version = await packVersion(own)
  return {
    folder: own,
    folderOf: (entry) => join(own, entry.folder),
    report: { source: version === undefined ? source : `${source} (${version})`, sha256 },
    entries: inCourseOrder(entries),
    load: (entry) => exercises.find((exercise) => exercise.id === entry.id) as Exercise,
    faulty,
  }
}

/** Numbered exercises by their numbers, then the others by name. */
export function inCourseOrder(entries: readonly PackEntry[]): PackEntry[] {
  const number = ({ id }: PackEntry) => Number(/^ex(\d+)$/.exec(id)?.[1] ?? Infinity)
  return [...entries].sort((a, b) =>
    number(a) === number(b) ? (a.id < b.id ? -1 : 1) : number(a) - number(b),
  )
}

function packEntry(exercise: Exercise): PackEntry {
  const { id, folder, aliases, title } = exercise
  const points = exercise.checks.reduce((sum, check) => sum + check.points, 0)
  const titles = Object.entries(exercise.translations ?? {}).flatMap(([locale, words]) =>
    words.title === undefined ? [] : [[locale, words.title] as const],
  )
  return {
    ...{ id, folder, aliases, title },
    ...(titles.length > 0 && { titles: Object.fromEntries(titles) }),
    ...{ functions: Object.keys(exercise.functions), points },
  }
}

/**
 * Finds an exercise by any of its names: `ex1`, `1`, `ex01`, `ex01-tanh`, `tanh`, in any case.
 * @throws UsageError with the nearest names, SpecError where the exercise of this name is faulty
 */
export function findExercise(pack: Pack, name: string): PackEntry {
  const found = exerciseNamed(pack, name)
  if (found) return found
  const faulty = pack.faulty.find((entry) => isNamed({ ...entry, aliases: [] }, name))
  if (faulty) throw new SpecError(faulty.problems)
  const near = nearExercises(pack, name)
  throw new UsageError(
    `no exercise "${name}"`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'mlp-check list shows them all',
  )
}

/** The names that a name which is nobody's may have been meant for. */
export function nearExercises(pack: Pack, name: string): readonly string[] {
  const wanted = name.toLowerCase()
  // Of several packs that have one of this name.
  const qualified = pack.entries.flatMap(({ id }) => (id.endsWith(`-${wanted}`) ? [id] : []))
  return [...qualified, ...nearNames(wanted, pack.entries.flatMap(namesOf))]
}

export function exerciseNamed(pack: Pack, name: string): PackEntry | undefined {
  return pack.entries.find((entry) => isNamed(entry, name))
}

type Named = Pick<PackEntry, 'id' | 'folder' | 'aliases'>

export function isNamed(entry: Named, name: string): boolean {
  return namesOf(entry).map(canonical).includes(canonical(name))
}

export function namesOf(entry: Named): string[] {
  const bare = /^ex0*\d+-(.+)$/.exec(entry.folder)?.[1]
  return [entry.id, entry.folder, ...entry.aliases, ...(bare ? [bare] : [])]
}

/** `1`, `ex1` and `ex01` are one name; so are `leakyRelu` and `leaky-relu`. */
function canonical(name: string): string {
  const plain = name.toLowerCase().replace(/[-_\s]/g, '')
  return plain.replace(/^(?:ex)?0*(\d+)/, 'ex$1')
}
