import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn, median, ratio } from './paired.js'

/** `mlp-check ex1` on a right answer, cold and warm, against bare Node and an equivalent vitest test. */

const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = Number(process.argv[2] ?? 21)
const cache = mkdtempSync(join(tmpdir(), 'mlp-check-bench-'))
process.env.MLP_CHECK_CACHE = cache
const solution = join(root, 'solutions/ex01-tanh/solution.ts')
const check = ['node', join(root, 'bin/mlp-check.js'), 'ex1', solution]

const project = mkdtempSync(join(root, '.bench-'))
writeFileSync(join(project, 'vitest.config.mjs'), 'export default {}\n')
writeFileSync(
  join(project, 'tanh.test.ts'),
  `import { expect, it } from 'vitest'
import { dtanh, tanh } from ${JSON.stringify(solution)}
it('is right', () => {
  for (let i = 0; i < 4096; i++) {
    const x = -20 + (40 * i) / 4095
    expect(Math.abs(tanh(x) - Math.tanh(x)) <= 1e-5).toBe(true)
    expect(Math.abs(dtanh(x) - (1 - Math.tanh(x) ** 2)) <= 1e-5).toBe(true)
  }
})
`,
)
const vitest = ['node', join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', project]

try {
  const times = inTurn(
    {
      'node -e 0': { command: ['node', '-e', '0'] },
      warm: { command: check },
      cold: {
        command: check,
        before: () => rmSync(cache, { recursive: true, force: true }),
      },
      vitest: { command: vitest },
    },
    rounds,
  )
  for (const [name, values] of Object.entries(times)) {
    const least = Math.min(...values)
    const bare = ratio(times, name, 'node -e 0').toFixed(2)
    const peer = ratio(times, name, 'vitest').toFixed(2)
    console.log(
      `${name.padEnd(10)} median ${median(values).toFixed(0)} ms, least ${least.toFixed(0)} ms; ${bare} × node -e 0, ${peer} × vitest`,
    )
  }
} finally {
  rmSync(project, { recursive: true, force: true })
  rmSync(cache, { recursive: true, force: true })
}
