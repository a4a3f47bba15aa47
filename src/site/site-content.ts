import { join } from 'node:path'
import type { SiteContent } from '../browser/data-files.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import { solutionsOf } from '../pack/solutions.ts'
import { readText } from '../read-text.ts'
import { POINT_SCALE } from '../report/report.ts'

/** What a site shows and judges of a pack: each exercise with its texts, and the answers beside them. */
export async function siteContent(pack: Pack): Promise<SiteContent> {
  const exercises = await Promise.all(
    pack.entries.map(async (entry) => {
      const exercise = pack.load(entry)
      const { id, aliases, title, source, domain, hints } = exercise
      const page = {
        ...{ id, aliases, title, source, domain, hints },
        points: entry.points / POINT_SCALE,
        functions: Object.values(exercise.functions).map((spec) => ({
          name: spec.name,
          signature: spec.signature,
          summary: spec.summary,
        })),
        statement: await textOf(pack, entry, 'README.md'),
        starter: await textOf(pack, entry, 'starter.ts'),
      }
      return { exercise, page, solutions: await solutionsOf(pack, entry) }
    }),
  )
  return { pack: pack.report, exercises }
}

/** Where an author wrote none, a page shows none. */
async function textOf(pack: Pack, entry: PackEntry, name: string): Promise<string> {
  return readText(join(pack.folderOf(entry), name)).catch(() => '')
}
