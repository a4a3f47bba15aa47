import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package's own package.json: the same from `src` and from a bundle in `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/**
 * Where what is installed with a package lies: its own `node_modules`, and those that it is itself
 * installed in. Folders that only happen to lie above it are somebody else's.
 */
export function packageFolders(root: string = packageRoot()): readonly string[] {
  return [join(root, 'node_modules'), ...enclosing(root)]
}

/** Which `--prefix` makes npm install beside this package, or into it where it is a clone. */
export function npmPrefix(root: string = packageRoot()): string {
  const [nearest] = enclosing(root)
  return nearest === undefined ? root : dirname(nearest)
}

function enclosing(folder: string): readonly string[] {
  const above = dirname(folder)
  if (above === folder) return []
  return basename(above) === 'node_modules' ? [above, ...enclosing(above)] : enclosing(above)
}
