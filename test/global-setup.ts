import { execFileSync } from 'node:child_process'
import { packageRoot } from '../src/package-root.ts'

/** Workers and the command are tested as they are shipped: built before the tests, where
 * anything has changed. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js', '--if-changed'], {
    cwd: packageRoot(),
    stdio: 'inherit',
  })
}
