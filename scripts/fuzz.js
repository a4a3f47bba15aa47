import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * A long run of the fuzzers: `npm run fuzz`, `npm run fuzz -- 5000 123` for runs and seed, and with
 * a third word only those whose path has it: `npm run fuzz -- 8400 123 prover`.
 */
const [runs = '20000', seed = String(Date.now() % 2 ** 31), only = ''] = process.argv.slice(2)
console.log(`fuzzing: ${runs} runs of each kind, seed ${seed}`)
const tests = [
  'hostile/fuzz',
  'prover/oracle/pairs',
  'prover/oracle/within',
  'source/parse-typescript',
  'source/same-behaviour',
  'symbolic/oracle/machine',
]
  .filter((test) => test.includes(only))
  .map((test) => `test/${test}`)
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, MLP_CHECK_FUZZ_RUNS: runs, MLP_CHECK_FUZZ_SEED: seed },
})
process.exitCode = status ?? 1
