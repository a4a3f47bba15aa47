import { createHash } from 'node:crypto'
import { type CourseOutline, type ExerciseText, textFile } from './course-data.ts'
import { indexPage } from './index-page.ts'

/** A file of the site: its path with slashes, from the site's folder. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array
}

export interface SiteInput {
  readonly outline: CourseOutline
  readonly texts: readonly ExerciseText[]
  /** What the build made for every site: `page.js`, `page.css` and what they load. */
  readonly assets: readonly SiteFile[]
  /** What judges: by exercise, computed for this course. */
  readonly data: readonly SiteFile[]
  /** What stands at the site's root under its own name: the embed and the service worker. */
  readonly scripts: { readonly embed: string; readonly serviceWorker: string }
}

export interface Site {
  /** Of all that the page loads; part of every path but the page's own. */
  readonly version: string
  /** In the order in which they are to be written: the page itself is last. */
  readonly files: readonly SiteFile[]
}

/** Lists the files, so that a later run knows the folder for its own. */
export const MANIFEST = 'site.json'

/**
 * A whole site. Everything but the page lies in a folder named by the hash of all its contents, so
 * that no visitor, cache or half-copied folder ever mixes two versions.
 */
export function makeSite({ outline, texts, assets, data, scripts }: SiteInput): Site {
  const loaded = [
    ...assets,
    ...data,
    ...texts.map((text) => ({
      path: textFile(text.id, text.language),
      content: JSON.stringify(text),
    })),
  ]
  const page = (folder: string) => indexPage({ outline, folder })
  const version = hashOf([
    ...loaded,
    { path: 'index.html', content: page('') },
    { path: 'embed.js', content: scripts.embed },
    { path: 'sw.js', content: scripts.serviceWorker },
  ])
  const folder = `v-${version}`
  const inFolder = loaded.map(({ path, content }) => ({ path: `${folder}/${path}`, content }))
  const kept = ['./', ...inFolder.map(({ path }) => path)]
  const worker = `self.SITE = ${JSON.stringify({ version, kept })};\n${scripts.serviceWorker}`
  const atRoot = [
    { path: 'embed.js', content: scripts.embed },
    { path: 'sw.js', content: worker },
    { path: 'index.html', content: page(folder) },
  ]
  const paths = [...inFolder, ...atRoot].map(({ path }) => path)
  const manifest = JSON.stringify({ site: 'mlp-check', version, files: paths }, null, 2)
  // The page comes last: until then, visitors see the version before.
  return { version, files: [...inFolder, { path: MANIFEST, content: `${manifest}\n` }, ...atRoot] }
}

function hashOf(files: readonly SiteFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}
