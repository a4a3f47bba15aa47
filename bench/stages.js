import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './paired.js'

/**
 * When what a warm run of `mlp-check ex1` waits for has come, in milliseconds after its process was
 * asked for; medians: `node bench/stages.js [rounds]`, for another Node `npx -y -p node@24 node …`.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = Number(process.argv[2] ?? 21)
const folder = mkdtempSync(join(tmpdir(), 'mlp-check-stages-'))
const answers = {
  'a right answer': 'solution.ts',
  'a wrong one': 'mistakes/derivative-at-output.ts',
}

try {
  for (const [name, file] of Object.entries(answers)) {
    const runs = Array.from({ length: rounds + 2 }, () => stagesOf(file)).slice(2)
    console.log(`${name}, Node ${process.version}, medians of ${rounds} runs`)
    for (const stage of runs[0].keys()) {
      const at = median(runs.map((run) => run.get(stage) ?? Number.NaN))
      console.log(`${at.toFixed(1).padStart(8)} ms  ${stage}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function stagesOf(file) {
  const out = join(folder, 'stages.json')
  const started = performance.timeOrigin + performance.now()
  spawnSync(
    process.execPath,
    [
      '--require',
      join(root, 'bench/stages-probe.cjs'),
      join(root, 'bin/mlp-check.js'),
      'ex1',
      join(root, 'solutions/ex01-tanh', file),
    ],
    { env: { ...process.env, CI: '', MLP_CHECK_CACHE: join(folder, 'cache'), STAGES_FILE: out } },
  )
  const ended = performance.timeOrigin + performance.now()
  const stages = [...JSON.parse(readFileSync(out, 'utf8')), ['process gone', ended]]
  const last = new Map(stages.map(([stage, at]) => [stage, at - started]))
  return new Map([...last].sort((a, b) => a[1] - b[1]))
}
