import { createHash } from 'node:crypto'
import { readSubmission } from '../node/find-submission.ts'
import { readSource } from '../node/read-source.ts'
import type { FileFault } from '../source/decode-source.ts'
import type { FoundSubmission } from '../source/submission.ts'
import type { Handed } from './inventory.ts'
import type { Task } from './task.ts'

/** Reads what was handed in; of other files only those that lie in the student's own folder. */
export async function readTask(handed: Handed): Promise<Task> {
  const { exercise, name, file } = handed
  const submission = handed.ownFolder
    ? readSubmission(file.path, name)
    : await readAlone(file.path, name)
  return { exercise, name, submission }
}

async function readAlone(path: string, name: string): Promise<FoundSubmission | FileFault> {
  const read = readSource(path, name)
  if (read.kind === 'fault') return read
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  return { kind: 'found', source: { file: name, text: read.text, siblings: {} }, path, sha256 }
}
