import { execFileSync } from 'node:child_process'
import { packageRoot } from '../src/package-root.ts'

/** Workers and the command are tested as they are shipped: built once before the tests. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.js'], { cwd: packageRoot(), stdio: 'inherit' })
}
