import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { PATIENCE } from '../patience.ts'

const bin = join(packageRoot(), 'bin', 'mlp-check.js')

/** The exit code of a process of its own; null where it had to be ended. */
function exitCodeOf(...argv: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...argv], { timeout: PATIENCE.waitMs })
    child.on('close', resolve)
  })
}

describe('the process of the command', () => {
  it.each([
    [0, ['ex1', '--help']],
    [0, ['check', '--help']],
    [2, ['ex1', '--no-such-option']],
    [2, ['nonsense']],
  ])(
    'ends by itself with %i after %j, though the sandbox had begun to start',
    async (code, argv) => {
      expect(await exitCodeOf(...argv)).toBe(code)
    },
  )

  it.each([0, 1, 3])('ends with 5 where the code of an exercise ends it with %i', async (code) => {
    const folder = mkdtempSync(join(tmpdir(), 'ending '))
    cpSync(join(packageRoot(), 'exercises', 'ex06-bottleneck'), join(folder, 'ex06-bottleneck'), {
      recursive: true,
    })
    const reference = join(folder, 'ex06-bottleneck', 'reference.ts')
    writeFileSync(reference, `${readFileSync(reference, 'utf8')}\nprocess.exit(${code})\n`)
    const answer = join(packageRoot(), 'solutions', 'ex06-bottleneck', 'solution.ts')
    const words = ['ex6', answer, '--exercises', folder, '--no-cache']
    expect(await exitCodeOf(...words)).toBe(5)
    rmSync(folder, { recursive: true })
  })
})
