import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pack, PackEntry } from '../pack/pack.ts'
import { candidateFiles } from '../source/find-submission.ts'
import type { FileFacts } from './progress.ts'

/** Where a student writes the answer, relative to the workspace. */
export function answerFile(entry: PackEntry): string {
  return `src/${entry.folder}.ts`
}

export function statementFile(entry: PackEntry): string {
  return `statements/${entry.folder}.md`
}

/** The file that `check` would judge: the first of the usual names that exists. */
export async function existingAnswer(root: string, entry: PackEntry): Promise<string | undefined> {
  for (const file of candidateFiles({ exercise: entry, cwd: root })) {
    if ((await contents(join(root, file))) !== undefined) return file
  }
  return undefined
}

export async function starterText(pack: Pack, entry: PackEntry): Promise<string> {
  return readFile(join(pack.folder, entry.folder, 'starter.ts'), 'utf8')
}

/** What every exercise's file holds now. */
export async function fileFacts(root: string, pack: Pack): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = pack.entries.map(async (entry): Promise<[string, FileFacts]> => {
    const file = await existingAnswer(root, entry)
    const bytes = file === undefined ? undefined : await contents(join(root, file))
    const starter = await contents(join(pack.folder, entry.folder, 'starter.ts'))
    return [entry.id, { sha256: bytes && hash(bytes), starter: sameText(bytes, starter) }]
  })
  return new Map(await Promise.all(facts))
}

/** Line ends aside: an editor or Git may have turned them. */
function sameText(one: Buffer | undefined, other: Buffer | undefined): boolean {
  const text = (bytes: Buffer | undefined) => bytes?.toString('utf8').replaceAll('\r\n', '\n')
  return one !== undefined && text(one) === text(other)
}

async function contents(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined)
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
