import { join } from 'node:path'
import { SpecError } from '../errors.ts'
import { findExercise, type Pack, type PackEntry } from '../pack/pack.ts'
import { readText } from '../read-text.ts'
import { POINT_SCALE } from '../report/report.ts'

/** What a list shows of an exercise. */
export interface ExerciseSummary {
  readonly id: string
  readonly aliases: readonly string[]
  readonly title: string
  /** The names of the functions that are asked for. */
  readonly functions: readonly string[]
  readonly points: number
}

/** All that a student may see of one. */
export interface ExercisePage extends Omit<ExerciseSummary, 'functions'> {
  /** Where the question comes from. */
  readonly source: string
  readonly domain: readonly [low: number, high: number]
  readonly functions: readonly {
    readonly name: string
    readonly signature: string
    readonly summary: string
  }[]
  readonly checks: readonly {
    readonly id: string
    readonly kind: string
    readonly function?: string
    readonly title: string
    readonly points: number
  }[]
  /** Markdown. */
  readonly statement: string
  /** TypeScript. */
  readonly starter: string
  readonly hints: readonly string[]
}

export function exerciseList(pack: Pack): readonly ExerciseSummary[] {
  return pack.entries.map(({ id, aliases, title, functions, points }) => ({
    id,
    aliases,
    title,
    functions,
    points: points / POINT_SCALE,
  }))
}

/** @throws UsageError with the near names, SpecError where the exercise is faulty */
export async function exercisePage(pack: Pack, name: string): Promise<ExercisePage> {
  const entry = findExercise(pack, name)
  const { id, aliases, title, source, domain, functions, checks, hints } = pack.load(entry)
  return {
    id,
    aliases,
    title,
    source,
    domain,
    points: entry.points / POINT_SCALE,
    functions: Object.values(functions).map((spec) => ({
      name: spec.name,
      signature: spec.signature,
      summary: spec.summary,
    })),
    checks: checks
      .filter(({ visibility = 'visible' }) => visibility === 'visible')
      .map(({ id: check, kind, function: target, title: asks, points }) => ({
        id: check,
        kind,
        ...(target !== undefined && { function: target }),
        title: asks,
        points: points / POINT_SCALE,
      })),
    statement: await textOf(pack, entry, 'README.md'),
    starter: await textOf(pack, entry, 'starter.ts'),
    hints,
  }
}

async function textOf(
  pack: Pack,
  entry: PackEntry,
  name: 'README.md' | 'starter.ts',
): Promise<string> {
  const file = join(pack.folderOf(entry), name)
  return readText(file).catch((error: Error) => {
    throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
  })
}
