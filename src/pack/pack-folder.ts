import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'

const NPM = 'npm:'

/**
 * The folder that a pack is named by: a path, or `npm:NAME` for a package that is installed beside
 * mlp-check. A package in the working folder would be its author's, who may be whoever is judged.
 * @throws UsageError where no such package is installed
 */
export function packFolder(cwd: string, named: string): string {
  if (!named.startsWith(NPM)) return resolve(cwd, named)
  const name = named.slice(NPM.length)
  const own = createRequire(join(packageRoot(), 'package.json'))
  const places = /^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(name) ? (own.resolve.paths(name) ?? []) : []
  const found = places.map((place) => join(place, name)).find((place) => existsSync(place))
  if (found !== undefined) return found
  throw new UsageError(
    `there is no package ${name} beside mlp-check`,
    `npm install ${name} where mlp-check is installed, or npx -p mlp-check -p ${name} mlp-check …`,
  )
}
