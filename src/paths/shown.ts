import platformPath, { type PlatformPath } from 'node:path'

/** A path as reports say it on every system: with slashes. On POSIX a backslash is a letter of a name. */
export function withSlashes(path: string, { sep }: PlatformPath = platformPath): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** As seen from a folder where the path lies inside it, else as it was given; with slashes. */
export function shownFrom(
  folder: string,
  given: string,
  flavour: PlatformPath = platformPath,
): string {
  const path = flavour.relative(folder, flavour.resolve(folder, given))
  return withSlashes(liesInside(path, flavour) ? path : given, flavour)
}

/** Another drive of Windows is absolute even when it is asked for relatively. */
function liesInside(relative: string, { sep, isAbsolute }: PlatformPath): boolean {
  const leaves = relative === '..' || relative.startsWith(`..${sep}`)
  return relative !== '' && !leaves && !isAbsolute(relative)
}
