type Platform = typeof process.platform

/** Windows and macOS take names for one that differ only in the case of letters. */
function foldsCase(platform: Platform = process.platform): boolean {
  return platform === 'win32' || platform === 'darwin'
}

/**
 * Equal for two absolute paths that the system takes for one file. Volumes can be formatted
 * otherwise; then two files are taken for one, never one for two.
 */
export function pathKey(path: string, platform: Platform = process.platform): string {
  if (!foldsCase(platform)) return path
  const folded = path.normalize('NFC').toLowerCase()
  return platform === 'win32' ? folded.replaceAll('/', '\\') : folded
}

/**
 * The name of a file as the disk has it: where case is folded, `ex1.ts` opens `Ex1.ts`, and other
 * machines know it by that name only. `real` is its real path, `shown` has slashes.
 */
export function nameOnDisk(
  shown: string,
  real: string,
  platform: Platform = process.platform,
): string {
  if (!foldsCase(platform)) return shown
  const parts = real.split(platform === 'win32' ? /[\\/]/ : '/')
  const tail = parts.slice(-shown.split('/').length).join('/')
  return pathKey(tail, 'darwin') === pathKey(shown, 'darwin') ? tail : shown
}
