import { readFileSync } from 'node:fs'
import { decodeText } from './text/decode.ts'

/** The text of a file, without a byte-order mark, whatever editor or shell wrote it. */
export async function readText(file: string): Promise<string> {
  return readTextSync(file)
}

export function readTextSync(file: string): string {
  return decodeText(readFileSync(file))
}
