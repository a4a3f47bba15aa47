import type { SubmissionSource } from '../session.ts'
import { decodeSource, type FileFault } from './decode-source.ts'

/** A submission as it was found. */
export interface FoundSubmission {
  readonly kind: 'found'
  readonly source: SubmissionSource
  readonly path: string
  /** Of the file's bytes. */
  readonly sha256: string
}

/** A submission that is a text and lies nowhere: it has no files beside it. */
export async function submissionOf(
  text: string,
  shownAs: string,
  sha256: (bytes: Uint8Array) => Promise<string>,
): Promise<FoundSubmission | FileFault> {
  const read = decodeSource(new TextEncoder().encode(text), shownAs)
  if (read.kind === 'fault') return read
  return {
    kind: 'found',
    source: { file: shownAs, text: read.text, siblings: {} },
    path: shownAs,
    sha256: await sha256(read.bytes),
  }
}
