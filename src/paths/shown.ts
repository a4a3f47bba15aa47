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

/** As a repository's root sees what a command, started in some folder of it, calls `file`. */
export function fromRepositoryRoot(
  file: string,
  { root, cwd }: { readonly root: string; readonly cwd: string },
  flavour: PlatformPath = platformPath,
): string {
  const path = flavour.relative(root, flavour.resolve(cwd, file))
  return withSlashes(liesInside(path, flavour) ? path : file, flavour)
}

/** Another drive of Windows is absolute even when it is asked for relatively. */
function liesInside(relative: string, { sep, isAbsolute }: PlatformPath): boolean {
  const leaves = relative === '..' || relative.startsWith(`..${sep}`)
  return relative !== '' && !leaves && !isAbsolute(relative)
}

/** A file beside another one, both as they are shown. */
export function shownBeside(file: string, path: string): string {
  return folderOf(file) + path
}

/** What a file is called once the one called `from` is called `to`: those beside it move along. */
export function shownMoved(file: string, from: string, to: string): string {
  if (file === from) return to
  return file.startsWith(folderOf(from)) ? shownBeside(to, file.slice(folderOf(from).length)) : file
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}
