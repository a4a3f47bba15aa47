import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/**
 * Names the code that computes tables, so that a cache never outlives it: a hash of its sources,
 * written by the build. One version of the package may be built many times on a developer's machine.
 */
export function buildId(root = packageRoot()): string {
  try {
    return readFileSync(join(root, 'dist', 'build-id'), 'utf8')
  } catch {
    return 'unbuilt'
  }
}
