import { createHash } from 'node:crypto'
import { unportable } from '../../paths/portable-name.ts'

const SAFE = /^[a-z0-9][a-z0-9_-]{0,59}$/

/**
 * A file name for a student, without its ending: the key itself where it is one on every system,
 * else what is left of it and a hash. Two keys never share a name, whatever the system folds.
 */
export function feedbackName(key: string): string {
  if (SAFE.test(key) && unportable(key) === undefined) return key
  const readable = key
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 40)
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12)
  // With an ending, a device's name is still the device's.
  const harmless = unportable(readable) === undefined ? readable : `${readable}-`
  return `${harmless || 'student'}.${hash}`
}
