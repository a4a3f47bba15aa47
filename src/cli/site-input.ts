import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dataFiles, type SiteContent } from '../browser/data-files.ts'
import type { PageExercise } from '../browser/site-files.ts'
import { createServices } from '../grading/create-services.ts'
import { referencesHere } from '../node/references.ts'
import type { Pack } from '../pack/pack.ts'
import { packageRoot } from '../package-root.ts'
import { BUILT_IN_PACK, POINT_SCALE } from '../report/report.ts'
import type { ExerciseText, OutlineEntry } from '../site/course-data.ts'
import type { SiteFile, SiteInput } from '../site/site.ts'
import { siteContent } from '../site/site-content.ts'
import { statementHtml } from '../statement/html.ts'
import { version } from '../version.ts'
import type { Surroundings } from './command.ts'

/** All that a site of these exercises is made of; tables come from the cache where it has them. */
export async function siteInput(
  pack: Pack,
  wishes: { readonly title: string | undefined; readonly solutions: boolean },
  { env }: Pick<Surroundings, 'env'>,
): Promise<SiteInput> {
  const { exercises, ...others } = await siteContent(pack)
  const told = exercises.map((one) => (wishes.solutions ? one : { ...one, solutions: [] }))
  const services = createServices(referencesHere({ cache: true, backend: 'tfjs', env }))
  const data: SiteFile[] = []
  for await (const file of dataFiles({ ...others, exercises: told }, services)) data.push(file)
  const name = wishes.title ?? nameOf(pack)
  const built = (...path: string[]) => join(packageRoot(), 'dist', ...path)
  const script = (file: string) => readFileSync(built('page', file), 'utf8')
  return {
    outline: {
      version,
      ...(name !== undefined && { name }),
      exercises: exercises.map(outlineOf),
    },
    texts: exercises.flatMap(({ page, translations }) => [
      textOf(page, 'en'),
      ...translations.map((spoken) => textOf(spoken.page, spoken.language)),
    ]),
    assets: [
      ...filesIn(built('page', 'assets')),
      ...filesIn(built('site-assets')),
      ...packedEngine(),
    ],
    data,
    scripts: { embed: script('embed.js'), serviceWorker: script('service-worker.js') },
  }
}

/** The engine, packed as a page loads it. */
export function packedEngine(): SiteFile[] {
  return ['quickjs.wasm', 'quickjs.image'].map((path) => ({
    path,
    content: gzipSync(readFileSync(join(packageRoot(), 'dist', path)), { level: 9 }),
  }))
}

function outlineOf({ page, translations }: SiteContent['exercises'][number]): OutlineEntry {
  const titles = translations.map((spoken) => [spoken.language, spoken.page.title] as const)
  return {
    ...{ id: page.id, title: page.title, points: page.points * POINT_SCALE },
    ...(titles.length > 0 && { titles: Object.fromEntries(titles) }),
  }
}

function textOf({ points, statement, ...page }: PageExercise, language: string): ExerciseText {
  const { id, title, source, starter, functions, hints } = page
  return {
    ...{ id, language, title, source, starter, functions, hints },
    points: points * POINT_SCALE,
    statement: statementHtml(statement),
  }
}

/** A pack is called by its folder, or by the one around a folder that is only called `exercises`. */
function nameOf({ folder, report }: Pack): string | undefined {
  if (report.source === BUILT_IN_PACK) return undefined
  return basename(folder) === 'exercises' ? basename(dirname(folder)) : basename(folder)
}

function filesIn(folder: string): readonly SiteFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = file.slice(folder.length + 1).replaceAll('\\', '/')
      return { path, content: readFileSync(file) }
    })
}
