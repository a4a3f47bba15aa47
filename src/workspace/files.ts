import { join } from 'node:path'
import { candidateFiles } from '../node/candidate-files.ts'
import { sha256 } from '../node/hash.ts'
import { readSource } from '../node/read-source.ts'
import { findExercise, type Pack, type PackEntry } from '../pack/pack.ts'
import { readTranslated } from '../pack/read-translated.ts'
import { TRANSLATED } from '../pack/translate.ts'
import { decodeText } from '../text/decode.ts'
import { withoutReturns } from '../text/lines.ts'
import { firstLink } from '../trust/links.ts'
import type { FileFacts } from './progress.ts'
import { unbegunFunctions } from './unbegun.ts'

/** Where answers are looked for. */
export interface AnswerPlace {
  readonly root: string
  /** What the settings say of their names; the usual ones where they say nothing. */
  readonly pattern: string | undefined
}

/** Where a student writes the answer, relative to the workspace. */
export function answerFile(entry: PackEntry, pattern?: string | undefined): string {
  const [named] = pattern === undefined ? [] : candidateFiles(entry, pattern)
  return named ?? `src/${entry.folder}.ts`
}

export function statementFile(entry: PackEntry): string {
  return `statements/${entry.folder}.md`
}

/** The file that `check` would judge: the first of the usual names that exists. */
export async function existingAnswer(
  place: AnswerPlace,
  entry: PackEntry,
): Promise<string | undefined> {
  return existing(place, entry)?.file
}

function existing({ root, pattern }: AnswerPlace, entry: PackEntry) {
  for (const file of candidateFiles(entry, pattern)) {
    const bytes = contents(root, file)
    if (bytes !== undefined) return { file, bytes }
  }
  return undefined
}

export async function starterText(
  pack: Pack,
  entry: PackEntry,
  locale?: string | undefined,
): Promise<string> {
  return readTranslated(pack, entry, 'starter.ts', locale)
}

/** In every language, once each: a workspace may have been made in any of them. */
export async function starterTexts(pack: Pack, entry: PackEntry): Promise<readonly string[]> {
  const texts = ['en', ...TRANSLATED].map((locale) => starterText(pack, entry, locale))
  return [...new Set(await Promise.all(texts).catch(() => []))]
}

/** The functions that nobody has begun; a pack that has no starter to compare with has none. */
export async function unbegunIn(
  text: string,
  { id }: { readonly id: string },
  pack: Pack,
): Promise<readonly string[]> {
  return unbegunFunctions(text, await starterTexts(pack, findExercise(pack, id)))
}

/** What every exercise's file holds now. */
export async function fileFacts(
  place: AnswerPlace,
  pack: Pack,
): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = pack.entries.map(async (entry) => {
    return [entry.id, await factsOf(place, pack, entry)] as const
  })
  return new Map(await Promise.all(facts))
}

/** What one exercise's file holds now. */
export async function factsOf(
  place: AnswerPlace,
  pack: Pack,
  entry: PackEntry,
): Promise<FileFacts> {
  const bytes = existing(place, entry)?.bytes
  const fresh = bytes !== undefined && isStarter(bytes, await starterTexts(pack, entry))
  return { sha256: bytes && sha256(bytes), starter: fresh }
}

/** Whether nothing was written yet. Line ends and marks aside: an editor or Git may have turned them. */
export function isStarter(bytes: Uint8Array, starters: readonly string[]): boolean {
  try {
    const text = withoutReturns(decodeText(bytes))
    return starters.some((starter) => withoutReturns(starter) === text)
  } catch {
    return false
  }
}

/** As an answer is read when it is judged: a file of some size, and nothing behind a link. */
function contents(root: string, file: string): Uint8Array | undefined {
  const path = join(root, file)
  if (firstLink(root, path) !== undefined) return undefined
  const read = readSource(path, file)
  return read.kind === 'text' ? read.bytes : undefined
}
