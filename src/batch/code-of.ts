import type { CodeFile } from './likeness/evidence.ts'
import { readTask } from './read-task.ts'
import type { BatchResult } from './run-batch.ts'

/** The files of an answer, read once more; undefined where they are not what was judged. */
export async function codeOf({ handed, sha256 }: BatchResult): Promise<CodeFile[] | undefined> {
  if (sha256 === null) return undefined
  const { submission } = await readTask(handed)
  if (submission.kind !== 'found' || submission.sha256 !== sha256) return undefined
  const { file, text, siblings } = submission.source
  return [
    { name: file, text },
    ...Object.entries(siblings).map(([name, sibling]) => ({ name, text: sibling })),
  ]
}
