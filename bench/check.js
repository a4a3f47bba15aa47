import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countFrom, inTurn, median, ratio } from './paired.js'
import { foundPeers } from './peers/same-question.js'

/**
 * `mlp-check ex1` on a right answer, cold and warm, and on a wrong one, by name and in a student's
 * workspace, against bare Node and against peers that ask the same of the same file:
 * `node bench/check.js [rounds]`.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = countFrom(process.argv[2], 21)
const [kept, dropped] = ['kept', 'dropped'].map((name) =>
  mkdtempSync(join(tmpdir(), `mlp-check-bench-${name}-`)),
)
const right = join(root, 'solutions/ex01-tanh/solution.ts')
const wrong = join(root, 'solutions/ex01-tanh/mistakes/derivative-at-output.ts')
const bin = join(root, 'bin/mlp-check.js')
const check = (file, cache) => ({
  command: [process.execPath, bin, 'ex1', file],
  env: { MLP_CHECK_CACHE: cache, CI: '' },
})
const passes = /^✓ passed {2}10 of 10 points/m

/** As `mlp-check init` makes it, with an answer; types are asked for where TypeScript 7 is there. */
function inWorkspace(file, types) {
  const cwd = mkdtempSync(join(tmpdir(), 'mlp-check-bench-workspace-'))
  workspaces.push(cwd)
  execFileSync(process.execPath, [bin, 'init', cwd], { stdio: 'ignore' })
  cpSync(file, join(cwd, 'src/ex01-tanh.ts'))
  return { ...check(types, kept), cwd }
}

const workspaces = []
const project = mkdtempSync(join(root, '.bench-'))
try {
  const warm = { ...check(right, kept), prints: passes }
  // The first run keeps what it computed, the second what V8 compiled.
  inTurn({ warm }, 1)
  const times = inTurn(
    {
      'node -e 0': { command: [process.execPath, '-e', '0'] },
      warm,
      wrong: { ...check(wrong, kept), ends: 1, prints: /^✗ not yet/m },
      workspace: { ...inWorkspace(right, '--no-types'), prints: passes },
      'workspace, types': { ...inWorkspace(right, '--types'), prints: passes },
      'workspace, wrong': { ...inWorkspace(wrong, '--no-types'), ends: 1, prints: /^✗ not yet/m },
      cold: {
        ...check(right, dropped),
        prints: passes,
        before: () => rmSync(dropped, { recursive: true, force: true }),
      },
      ...foundPeers(project, right),
    },
    rounds,
  )
  console.log(`Node ${process.version}, ${rounds} rounds in turn`)
  for (const [name, values] of Object.entries(times)) console.log(line(times, name, values))
} finally {
  for (const folder of [project, kept, dropped, ...workspaces])
    rmSync(folder, { recursive: true, force: true })
}

function line(times, name, values) {
  const over = median(values.map((value, round) => value - times['node -e 0'][round]))
  const [bare, peer] = ['node -e 0', 'vitest'].map((base) => ratio(times, name, base).toFixed(2))
  const least = Math.min(...values).toFixed(0)
  return `${name.padEnd(16)} median ${median(values).toFixed(0)} ms, least ${least} ms, ${over.toFixed(0)} ms above bare; ${bare} × node -e 0, ${peer} × vitest`
}
