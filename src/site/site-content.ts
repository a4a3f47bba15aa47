import type { SiteContent } from '../browser/data-files.ts'
import type { PageExercise } from '../browser/site-files.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import { readTranslated } from '../pack/read-translated.ts'
import { solutionsOf } from '../pack/solutions.ts'
import { inLanguage, TRANSLATED } from '../pack/translate.ts'
import { POINT_SCALE } from '../report/report.ts'

/** What a site shows and judges of a pack: each exercise with its texts, and the answers beside them. */
export async function siteContent(pack: Pack): Promise<SiteContent> {
  const exercises = await Promise.all(
    pack.entries.map(async (entry) => {
      const exercise = pack.load(entry)
      const languages = TRANSLATED.filter((locale) => exercise.translations?.[locale])
      const translations = languages.map(async (language) => {
        const spoken = inLanguage(pack, language)
        const page = await pageOf(spoken, entry, { languages, language })
        return { language, exercise: spoken.load(entry), page }
      })
      return {
        exercise,
        page: await pageOf(pack, entry, { languages, language: 'en' }),
        solutions: await solutionsOf(pack, entry),
        translations: await Promise.all(translations),
      }
    }),
  )
  return { pack: pack.report, exercises }
}

async function pageOf(
  pack: Pack,
  entry: PackEntry,
  { languages, language }: { readonly languages: readonly string[]; readonly language: string },
): Promise<PageExercise> {
  const { id, aliases, title, source, domain, hints, functions } = pack.load(entry)
  // Where an author wrote none, a page shows none.
  const textOf = (name: 'README.md' | 'starter.ts') =>
    readTranslated(pack, entry, name, language).catch(() => '')
  return {
    ...{ id, aliases, title, source, domain, hints, languages },
    points: entry.points / POINT_SCALE,
    functions: Object.values(functions).map((spec) => ({
      name: spec.name,
      signature: spec.signature,
      summary: spec.summary,
    })),
    statement: await textOf('README.md'),
    starter: await textOf('starter.ts'),
  }
}
