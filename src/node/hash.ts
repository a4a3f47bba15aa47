import { createHash } from 'node:crypto'
import { sha256 as ofFewBytes } from '@noble/hashes/sha2.js'

/** More is hashed by Node: until then, to load its cryptography takes longer than to hash. */
const FEW_BYTES = 8192

/** As hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  const bytes = Buffer.from(content)
  if (bytes.length > FEW_BYTES) return createHash('sha256').update(bytes).digest('hex')
  return Buffer.from(ofFewBytes(bytes)).toString('hex')
}
