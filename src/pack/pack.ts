import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { packageRoot } from '../package-root.ts'
import { nearNames } from '../text/near-names.ts'

/** A set of exercises: what `list` shows of each, and each whole on demand. */
export interface Pack {
  readonly folder: string
  readonly entries: readonly PackEntry[]
  readonly load: (entry: PackEntry) => Exercise
}

export interface PackEntry {
  readonly id: string
  readonly folder: string
  readonly aliases: readonly string[]
  readonly title: string
  readonly functions: readonly string[]
  /** Hundredths of a point. */
  readonly points: number
}

/** The shipped exercises, compiled when the package was built: neither zod nor yaml is loaded. */
export function builtInPack(): Pack {
  const compiled = join(packageRoot(), 'dist', 'pack')
  const read = (name: string) => JSON.parse(readFileSync(join(compiled, `${name}.json`), 'utf8'))
  return {
    folder: join(packageRoot(), 'exercises'),
    entries: inCourseOrder(read('index') as PackEntry[]),
    load: (entry) => read(entry.folder) as Exercise,
  }
}

/** A course's own folder of exercises, validated now. */
export async function folderPack(folder: string): Promise<Pack> {
  const { loadPack } = await import('./load.ts')
  const exercises = await loadPack(folder)
  if (exercises.length === 0) {
    throw new UsageError(
      `no exercise in ${folder}`,
      'a pack is a folder of folders that each hold an exercise.yaml',
    )
  }
  return {
    folder,
    entries: inCourseOrder(exercises.map(packEntry)),
    load: (entry) => exercises.find((exercise) => exercise.id === entry.id) as Exercise,
  }
}

/** Numbered exercises by their numbers, then the others by name. */
function inCourseOrder(entries: readonly PackEntry[]): PackEntry[] {
  const number = ({ id }: PackEntry) => Number(/^ex(\d+)$/.exec(id)?.[1] ?? Infinity)
  return [...entries].sort((a, b) =>
    number(a) === number(b) ? (a.id < b.id ? -1 : 1) : number(a) - number(b),
  )
}

export function packEntry(exercise: Exercise): PackEntry {
  const { id, folder, aliases, title } = exercise
  const points = exercise.checks.reduce((sum, check) => sum + check.points, 0)
  return { id, folder, aliases, title, functions: Object.keys(exercise.functions), points }
}

/**
 * Finds an exercise by any of its names: `ex1`, `1`, `ex01`, `ex01-tanh`, `tanh`, in any case.
 * @throws UsageError with the nearest names
 */
export function findExercise(pack: Pack, name: string): PackEntry {
  const wanted = canonical(name)
  const found = pack.entries.find((entry) => namesOf(entry).map(canonical).includes(wanted))
  if (found) return found
  const near = nearNames(name.toLowerCase(), pack.entries.flatMap(namesOf))
  throw new UsageError(
    `no exercise "${name}"`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'mlp-check list shows them all',
  )
}

function namesOf(entry: PackEntry): string[] {
  const bare = /^ex0*\d+-(.+)$/.exec(entry.folder)?.[1]
  return [entry.id, entry.folder, ...entry.aliases, ...(bare ? [bare] : [])]
}

/** `1`, `ex1` and `ex01` are one name; so are `leakyRelu` and `leaky-relu`. */
function canonical(name: string): string {
  const plain = name.toLowerCase().replace(/[-_\s]/g, '')
  return plain.replace(/^(?:ex)?0*(\d+)/, 'ex$1')
}
