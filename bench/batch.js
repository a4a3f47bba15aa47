import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { writeCohort } from './cohort.js'
import { countFrom, median, surroundings } from './paired.js'

/**
 * A class judged with every check and proof, in CPU time and as ratios to what is run in turn with
 * it: a bare `node` process, and vitest on one submission. `node bench/batch.js [most] [rounds]`
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const most = countFrom(process.argv[2], 1000)
const rounds = countFrom(process.argv[3], 3)
const folder = mkdtempSync(join(tmpdir(), 'mlp-check-bench-'))
const project = mkdtempSync(join(root, '.bench-'))

/** Wall and CPU seconds of a command and its children, and its largest resident memory in MiB. */
function measure(command) {
  return new Promise((resolve, reject) => {
    const before = childrenTicks()
    const started = performance.now()
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: surroundings,
    })
    let problems = ''
    let memory = 0
    child.stderr.on('data', (text) => {
      problems += text
    })
    const watch = setInterval(() => {
      memory = Math.max(memory, peakMemory(child.pid))
    }, 100)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code !== 0)
        return reject(new Error(`${command.join(' ')} ended with ${code}\n${problems}`))
      const wall = (performance.now() - started) / 1000
      resolve({ wall, cpu: (childrenTicks() - before) / 100, memory })
    })
  })
}

/** Hundredths of a second that ended children have used: proc(5), fields 16 and 17 of stat. */
function childrenTicks() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  return Number(fields[13]) + Number(fields[14])
}

function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return 0
  }
}

const bin = join(root, 'bin', 'mlp-check.js')
const sizes = [1, 100, 1000, 5000, 20_000].filter((size) => size <= most)
for (const size of sizes) writeCohort(root, join(folder, `class-${size}`), size)
const batch = (size) => ['node', bin, 'batch', join(folder, `class-${size}`), '--exercise', 'ex1']

mkdirSync(join(project, 'tests'))
writeFileSync(join(project, 'vitest.config.mjs'), 'export default {}\n')
const solution = JSON.stringify(join(root, 'solutions/ex01-tanh/solution.ts'))
writeFileSync(
  join(project, 'tests', 'tanh.test.ts'),
  `import { expect, it } from 'vitest'
import { dtanh, tanh } from ${solution}
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

const commands = {
  'node -e 0': { command: ['node', '-e', '0'], submissions: 1 },
  'vitest run': { command: vitest, submissions: 1 },
  ...Object.fromEntries(
    sizes.map((size) => [`batch of ${size}`, { command: batch(size), submissions: size }]),
  ),
}

try {
  const results = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, { command }] of Object.entries(commands)) {
      results[name].push(await measure(command))
    }
  }
  print(results)
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(project, { recursive: true, force: true })
}

function print(results) {
  const each = (name, key) => Math.min(...results[name].map((one) => one[key]))
  console.log(`${rounds} rounds in turn; least CPU and wall seconds, ratios are medians by round\n`)
  for (const [name, { submissions }] of Object.entries(commands)) {
    const cpu = (each(name, 'cpu') / submissions) * 1000
    const wall = (each(name, 'wall') / submissions) * 1000
    const memory = Math.max(...results[name].map((one) => one.memory))
    const against = (base) =>
      median(results[name].map(({ cpu }, round) => (results[base][round].cpu * submissions) / cpu))
    console.log(
      `${name.padEnd(16)} ${cpu.toFixed(1)} ms CPU, ${wall.toFixed(1)} ms wall a submission; ` +
        `${memory.toFixed(0)} MiB; ${against('node -e 0').toFixed(1)} × a bare node, ` +
        `${against('vitest run').toFixed(0)} × vitest run`,
    )
  }
}
