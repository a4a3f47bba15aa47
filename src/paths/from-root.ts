/**
 * As a repository's root sees what a command, started in some folder of it, calls `file`; as it was
 * given where that lies elsewhere. What system the paths are of stands in them, so that none is asked.
 */
export function fromRepositoryRoot(
  file: string,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): string {
  const isWindows = /^(?:[a-z]:|\\\\)/i.test(root)
  const slashed = (path: string) => (isWindows ? path.replaceAll('\\', '/') : path)
  const isAbsolute = (isWindows ? /^(?:[a-z]:|\/)/i : /^\//).test(slashed(file))
  const whole = partsOf(slashed(isAbsolute ? file : `${cwd}/${file}`))
  const above = partsOf(slashed(root))
  const key = (part: string | undefined) => (isWindows ? part?.toLowerCase() : part)
  const isInside =
    above.length < whole.length && above.every((part, k) => key(part) === key(whole[k]))
  return isInside ? whole.slice(above.length).join('/') : slashed(file)
}

function partsOf(path: string): string[] {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts
}
