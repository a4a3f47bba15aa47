import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { readText } from '../read-text.ts'
import { MANIFEST, type Site } from '../site/site.ts'
import { outdated, readManifest, strangersIn } from '../site/site-folder.ts'
import { replaceFile } from '../whole-file.ts'

/**
 * Writes a site into an empty folder or over an earlier one: the page itself last, and what it
 * replaces goes only then. @throws UsageError where the folder holds anything else
 */
export async function writeSite(site: Site, folder: string, shown: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const manifest = await readText(join(folder, MANIFEST)).catch(() => '')
  const strangers = strangersIn(names, readManifest(manifest))
  const [first] = strangers
  if (first !== undefined) {
    const more = strangers.length > 1 ? ` and ${strangers.length - 1} more` : ''
    throw new UsageError(
      `${shown} holds what no site of mlp-check has: ${first}${more}`,
      'name an empty folder, a new one, or one that holds an earlier site',
    )
  }
  for (const { path, content } of site.files) replaceFile(join(folder, path), content)
  for (const name of outdated(names, site.version)) {
    await rm(join(folder, name), { recursive: true })
  }
}
