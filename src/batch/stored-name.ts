import { sha256 } from '../node/hash.ts'
import { unportable } from '../paths/portable-name.ts'

type Platform = typeof process.platform

/** In bytes of UTF-8; a hundred signs of Chinese are three hundred of them. */
const LONGEST = 255

/**
 * Says under which name a disk keeps what an archive holds, the same on every system: its own, but
 * where that is too long, is another's in other letters (`ex1.ts` beside `EX1.ts`), or would open a
 * device or a stream on Windows.
 */
export function namesOnDisk(platform: Platform = process.platform) {
  const owners = new Map<string, string>()
  return (folder: string, name: string): string => {
    const key = `${folder}/${name}`.normalize('NFC').toLowerCase()
    const owner = owners.get(key) ?? name
    owners.set(key, owner)
    return owner === name && fits(name, platform) ? name : `entry-${sha256(name).slice(0, 32)}`
  }
}

function fits(name: string, platform: Platform): boolean {
  if (platform === 'win32' && unportable(name) !== undefined) return false
  return Buffer.byteLength(name) <= LONGEST
}
