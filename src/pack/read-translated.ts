import { join } from 'node:path'
import { SpecError } from '../errors.ts'
import { readText } from '../read-text.ts'
import type { Pack, PackEntry } from './pack.ts'
import { type TranslatedFile, translatedFile } from './translate.ts'

/**
 * A file of an exercise in a language; where it was not translated, the original.
 * @throws SpecError where an exercise has no such file
 */
export async function readTranslated(
  pack: Pack,
  entry: PackEntry,
  name: TranslatedFile,
  locale: string = 'en',
): Promise<string> {
  const folder = pack.folderOf(entry)
  const file = join(folder, name)
  const translated =
    locale === 'en'
      ? undefined
      : await readText(join(folder, translatedFile(name, locale))).catch(() => undefined)
  if (translated !== undefined) return translated
  return readText(file).catch((error: Error) => {
    throw new SpecError([{ file, message: `cannot be read: ${error.message}` }])
  })
}
