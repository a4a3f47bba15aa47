import { dirname, join, relative } from 'node:path'
import { UsageError } from '../errors.ts'
import { linkBelow } from '../trust/links.ts'
import { replaceFile } from '../whole-file.ts'

/**
 * Writes a file of a workspace, whole. A link under its name gives way to it.
 * @throws UsageError where a folder on the way is a link: what lies behind it is not the workspace's
 */
export function writeOwnFile(root: string, file: string, text: string | Uint8Array): void {
  refuseLinks(root, file)
  replaceFile(join(root, file), text)
}

/** @throws UsageError where a folder on the way to a file of the workspace is a link */
export function refuseLinks(root: string, file: string): void {
  const link = linkBelow(root, dirname(join(root, file)))
  if (link === undefined) return
  throw new UsageError(
    `${relative(root, link)} is a link: mlp-check writes nothing behind it`,
    'make it a folder, or work in the folder that it leads to',
  )
}
