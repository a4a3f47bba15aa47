import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

it('the lock file names the packages of every platform, or npm 11 refuses it', () => {
  const script = join(packageRoot(), 'scripts', 'complete-lock.js')
  const { status, stdout } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  expect(status, `run: node scripts/complete-lock.js\n${stdout}`).toBe(0)
})
