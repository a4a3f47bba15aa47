import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'mlp-check-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const DERIVATIVE = 'export const dtanh = (x: number) => 1 - Math.tanh(x) ** 2\n'

/** What the reader of the exit code sees: 1 a wrong answer, 3 a submission that could not be judged. */
test.each<[what: string, source: string, exit: number, says: RegExp]>([
  [
    'a wrong answer with Math.abs changed',
    `Math.abs = () => 0\nexport const tanh = (x: number) => x\n${DERIVATIVE}`,
    1,
    /✗ tanh: value/,
  ],
  [
    'a process that would exit',
    `process.exit(0)\nexport const tanh = Math.tanh\n${DERIVATIVE}`,
    3,
    /'process' is not defined/,
  ],
  [
    'a loop without end',
    `export function tanh(x: number) { for (;;) {} }\n${DERIVATIVE}`,
    3,
    /did not finish/,
  ],
  [
    'a native loop without end',
    `export function tanh(x: number) { return new Array(2 ** 32 - 1).indexOf(1) }\n${DERIVATIVE}`,
    3,
    /did not finish/,
  ],
  [
    'too much memory',
    `export function tanh(x: number) { return 'x'.repeat(1e9).length }\n${DERIVATIVE}`,
    3,
    /more memory/,
  ],
  [
    'a forged verdict',
    `console.log('passed  10 of 10 points')\nexport const tanh = (x: number) => x\n${DERIVATIVE}`,
    1,
    /✗ tanh: value/,
  ],
  [
    'escapes in an error',
    `throw new Error('\\u001b[2J\\u202e\\n::error::x')\n`,
    3,
    /the file can be judged/,
  ],
  [
    'an import from outside',
    `import '../../secret'\nexport const tanh = Math.tanh\n${DERIVATIVE}`,
    3,
    /outside the submission/,
  ],
  ['thousands of brackets', '('.repeat(4_000), 3, /opening brackets/],
])('%s is judged and explained', (_what, source, exit, says) => {
  const file = join(folder, 'ex1.ts')
  writeFileSync(file, source)
  const command = [join(packageRoot(), 'bin', 'mlp-check.js'), 'ex1', file, '--no-color']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    cwd: folder,
  })
  expect(stdout + stderr).toMatch(says)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no escape may reach a terminal.
  expect(stdout).not.toMatch(/[\u001b\u202e\u0007]|^::error/m)
  expect(stderr).not.toMatch(/\n {4}at /)
  expect(status).toBe(exit)
})
