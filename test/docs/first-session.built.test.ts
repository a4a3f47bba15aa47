import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

describe('the first session in the docs', () => {
  it('is what the commands print now, in both languages', () => {
    const out = mkdtempSync(join(tmpdir(), 'mlp-check-recorded-'))
    onTestFinished(() => rmSync(out, { recursive: true, force: true }))
    const script = join(packageRoot(), 'scripts/first-session.js')
    const { status, stderr } = spawnSync(process.execPath, [script, out], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    for (const page of ['first-session.md', 'first-session.zh-CN.md']) {
      const recorded = readFileSync(join(out, page), 'utf8')
      const shown = readFileSync(join(packageRoot(), 'docs', page), 'utf8')
      expect(shown, '`node scripts/first-session.js` records it').toBe(recorded)
    }
  })
})
