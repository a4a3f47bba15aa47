import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { folderWith } from '../batch/folders.ts'
import { needing } from '../machine.ts'
import { PATIENCE } from '../patience.ts'

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const right = readFileSync(join(solutions, 'solution.ts'), 'utf8')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')
const saved = readFileSync(
  join(packageRoot(), 'test', 'fixtures', 'failing-reports', 'ex1-equals-function.json'),
  'utf8',
)

const room = folderWith({
  'ex1.ts': wrong,
  'right.ts': right,
  'class/jane/ex1.ts': right,
  'class/john/ex1.ts': wrong,
  'saved.json': saved,
  'loop.ts': 'for (;;) {}',
})

/** As a shell runs it, with `mlp-check` on its path. */
function shell(script: string, env: Record<string, string> = {}) {
  const command = `mlp-check() { "${process.execPath}" "${packageRoot()}/bin/mlp-check.js" "$@"; }\n`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command + script], {
    cwd: room,
    encoding: 'utf8',
    env: { ...process.env, CI: '', ...env },
    timeout: PATIENCE.waitMs,
  })
  return { status, stdout, stderr }
}

/** Every command that judges, and the code of its verdict. */
const JUDGING: readonly [words: string, code: number][] = [
  ['ex1', 1],
  ['ex1 right.ts', 0],
  ['ex1 loop.ts', 3],
  ['ex1 --reporter json', 1],
  ['batch class --workers 1 --fail-on-wrong', 1],
  ['batch class --workers 1', 0],
  ["prove 'x' 'x + 1'", 1],
  ['report saved.json', 0],
  ['plot ex1', 0],
]

needing('/dev/full', existsSync('/dev/full')).describe('where a stream fails', () => {
  it.each(JUDGING)('%s exits 5 on a full disk, and says so', (words) => {
    const { status, stderr } = shell(`mlp-check ${words} >/dev/full`)
    expect(stderr).toContain('the output could not be written: the disk is full (ENOSPC)\n  free')
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(status).toBe(5)
  })

  it.each(JUDGING)('%s keeps its code where the reader closes its end', (words, code) => {
    const { status, stderr } = shell(`set -o pipefail; mlp-check ${words} | head -c 0`)
    expect(stderr).not.toMatch(/EPIPE|mlp-check:|\n\s+at /)
    expect(status).toBe(code)
  })

  it.each(JUDGING)('%s keeps its code where nothing can be said on stderr', (words, code) => {
    expect(shell(`mlp-check ${words} 2>/dev/full >/dev/null`).status).toBe(code)
    expect(shell(`set -o pipefail; mlp-check ${words} 2>&1 >/dev/null | head -c 0`).status).toBe(
      code,
    )
  })

  it('keeps its code of a wrong call, whatever fails', () => {
    expect(shell('mlp-check ex1 --only nobody 2>/dev/full').status).toBe(2)
    expect(shell('mlp-check nonsense >/dev/full 2>&1').status).toBe(2)
    expect(shell('mlp-check ex1 >/dev/full 2>/dev/full').status).toBe(5)
  })

  it.each(['json=/dev/full', 'html=/dev/full', 'junit=/proc/none/a.xml'])(
    'exits 5 where the report %s cannot be written, and prints the other',
    (reporter) => {
      const run = shell(`mlp-check ex1 right.ts --reporter ${reporter} --reporter terminal`)
      expect(run.stderr).toMatch(/^mlp-check: The \w+ report could not be written to .*\n$/)
      expect(run.stdout).toContain('✓ passed')
      expect(run.status).toBe(5)
    },
  )

  it('exits 5 where the summary of a job cannot be written', () => {
    const run = shell('mlp-check ex1 right.ts --reporter github', {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: '/dev/full',
    })
    expect(run.status).toBe(5)
  })

  it('finishes a batch whose reader has left, and writes what it found', () => {
    const run = shell('mlp-check batch class --workers 1 --out out 2>&1 | head -c 10')
    expect(run.status).toBe(0)
    expect(readFileSync(join(room, 'out', 'grades.csv'), 'utf8')).toContain('john')
  })

  it('ends watching when nobody is left to watch', () => {
    const script = 'mlp-check init ws >/dev/null && cd ws && timeout 100 mlp-check watch'
    const command = script.replace(
      'timeout 100 mlp-check',
      `timeout 100 "${process.execPath}" "${packageRoot()}/bin/mlp-check.js"`,
    )
    expect(shell(`set -o pipefail; ${command} | head -c 0`).status).toBe(0)
  })
})

describe('an error that nobody expected', () => {
  const thrown = join(room, 'throws.cjs')
  const rejected = join(room, 'rejects.cjs')
  writeFileSync(thrown, "setTimeout(() => { throw new TypeError('boom\\nin two lines') }, 1)")
  writeFileSync(rejected, "setTimeout(() => Promise.reject(new RangeError('boom')), 1)")

  it.each([thrown, rejected])('is one sentence and exit code 5 (%s)', (file) => {
    const run = shell('mlp-check ex1', { NODE_OPTIONS: `--require ${file}` })
    expect(run.stderr.split('\n')).toEqual([
      'mlp-check failed by its own fault: boom',
      '  MLP_CHECK_DEBUG=1 shows the details: please report them with the command you ran.',
      '',
    ])
    expect(run.status).toBe(5)
    const debug = { NODE_OPTIONS: `--require ${file}`, MLP_CHECK_DEBUG: '1' }
    expect(shell('mlp-check ex1', debug).stderr).toMatch(/Error: boom[\s\S]*\n\s+at /)
  })

  it('is a sentence where the command is not whole, or Node is too old', () => {
    const bin = readFileSync(join(packageRoot(), 'bin', 'mlp-check.js'), 'utf8')
    const alone = folderWith({ 'bin/mlp-check.cjs': bin })
    const run = spawnSync(process.execPath, [join(alone, 'bin', 'mlp-check.cjs')], {
      encoding: 'utf8',
    })
    expect(run.stderr).toMatch(
      /^mlp-check: it cannot start: Cannot find module .*\n {2}in a checkout/,
    )
    expect(run.status).toBe(5)
    const old = bin.replace('process.versions.node', "'18.20.8'")
    const older = folderWith({ 'mlp-check.cjs': old })
    const refused = spawnSync(process.execPath, [join(older, 'mlp-check.cjs')], {
      encoding: 'utf8',
    })
    expect(refused.stderr).toMatch(/^mlp-check: it needs Node 20\.19 or newer\n/)
    expect(refused.status).toBe(5)
  })
})
