import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Exercise } from '../exercise.ts'
import {
  type FaultyEntry,
  inCourseOrder,
  isNamed,
  namesOf,
  type Pack,
  type PackEntry,
} from './pack.ts'

/** An exercise of several packs, and where it comes from. */
interface Joined {
  readonly pack: Pack
  /** As its own pack calls it. */
  readonly own: PackEntry
  readonly entry: PackEntry
}

/**
 * Several packs as one. Where two have an exercise of one name, both are called by the pack's name
 * and their own, such as `d2l-more-huber`: nobody is judged by the one that happens to come first.
 */
export function joinPacks(packs: readonly Pack[]): Pack {
  const labels = labelsOf(packs)
  const joined = packs.flatMap((pack, index) =>
    pack.entries.map((own): Joined => {
      const others = packs.filter((other) => other !== pack).flatMap(({ entries }) => entries)
      const clashes = others.some((other) => namesOf(own).some((name) => isNamed(other, name)))
      const id = `${labels[index]}-${own.id}`
      return { pack, own, entry: clashes ? { ...own, id, folder: id, aliases: [] } : own }
    }),
  )
  const byId = new Map(joined.map((one) => [one.entry.id, one]))
  const originOf = ({ id }: PackEntry) => byId.get(id) as Joined
  return {
    folder: packs.map(({ folder }) => folder).join(', '),
    folderOf: (entry) => originOf(entry).pack.folderOf(originOf(entry).own),
    report: {
      source: packs.map(({ report }) => report.source).join(' + '),
      sha256: hashOf(packs.map(({ report }) => report.sha256)),
    },
    entries: inCourseOrder(joined.map(({ entry }) => entry)),
    load: (entry) => loaded(originOf(entry)),
    faulty: packs.flatMap(({ faulty }): readonly FaultyEntry[] => faulty),
  }
}

function loaded({ pack, own, entry: { id, folder, aliases } }: Joined): Exercise {
  return { ...pack.load(own), id, folder, aliases }
}

/** What each pack is called: its folder, or the one around a folder that is only called `exercises`. */
function labelsOf(packs: readonly Pack[]): readonly string[] {
  const names = packs.map(({ folder }) => {
    const name = basename(folder) === 'exercises' ? basename(dirname(folder)) : basename(folder)
    return (
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'pack'
    )
  })
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length
    return before === 0 ? name : `${name}-${before + 1}`
  })
}

function hashOf(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join('\n')).digest('hex')
}
