import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countFrom, median, surroundings } from './paired.js'
import { makeTimedCopy } from './timed-copy.js'

/**
 * When what a warm run of `mlp-check ex1` waits for has come, in milliseconds after its process was
 * asked for; and how long each stage takes by itself, of a copy that measures it. Medians:
 * `node bench/stages.js [rounds]`, for another Node `npx -y -p node@24 node …`.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = countFrom(process.argv[2], 21)
const folder = mkdtempSync(join(tmpdir(), 'mlp-check-stages-'))
const answers = {
  'a right answer': 'solution.ts',
  'a wrong one': 'mistakes/derivative-at-output.ts',
}

try {
  const copy = join(folder, 'copy')
  makeTimedCopy(root, copy)
  for (const [name, file] of Object.entries(answers)) {
    const runs = Array.from({ length: rounds + 2 }, () => [stagesOf(file), timesOf(copy, file)])
    console.log(`${name}, Node ${process.version}, medians of ${rounds} runs; when it has come:`)
    print(runs.slice(2).map(([moments]) => moments))
    console.log('  how long it takes by itself:')
    print(runs.slice(2).map(([, times]) => times))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function print(runs) {
  for (const stage of runs[0].keys()) {
    const at = median(runs.map((run) => run.get(stage) ?? Number.NaN))
    console.log(`${at.toFixed(1).padStart(8)} ms  ${stage}`)
  }
}

function stagesOf(file) {
  const started = performance.timeOrigin + performance.now()
  const found = probed(root, 'stages-probe.cjs', file)
  const ended = performance.timeOrigin + performance.now()
  const last = new Map(
    [...found, ['process gone', ended]].map(([stage, at]) => [stage, at - started]),
  )
  return new Map([...last].sort((a, b) => a[1] - b[1]))
}

function timesOf(copy, file) {
  return new Map(probed(copy, 'stage-times-probe.cjs', file))
}

/** What a probe writes down of one run of a checkout. */
function probed(checkout, probe, file) {
  const out = join(folder, 'stages.json')
  const answer = join(root, 'solutions/ex01-tanh', file)
  const command = [join(checkout, 'bin/mlp-check.js'), 'ex1', answer]
  spawnSync(process.execPath, ['--require', join(root, 'bench', probe), ...command], {
    env: { ...surroundings, CI: '', MLP_CHECK_CACHE: join(folder, 'cache'), STAGES_FILE: out },
  })
  return JSON.parse(readFileSync(out, 'utf8'))
}
