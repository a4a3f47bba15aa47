#!/usr/bin/env node
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { countFrom } from './paired.js'

/**
 * From a save to its verdict in one `mlp-check watch`: right and wrong answers to ex1 in turn, each
 * another text, saved as editors do it, by writing and renaming.
 *
 *   node bench/watch.js [saves]
 */
const saves = countFrom(process.argv[2], 60)
const root = resolve(import.meta.dirname, '..')
const bin = join(root, 'bin', 'mlp-check.js')
const work = mkdtempSync(join(tmpdir(), 'mlp-check-bench-watch-'))
const answers = {
  'a right answer': { file: 'solution.ts', says: /ex1 has passed/ },
  'a wrong one': { file: 'mistakes/derivative-at-output.ts', says: /✗ not yet/ },
}

execFileSync(process.execPath, [bin, 'init', work], { stdio: 'ignore' })
const watch = spawn(process.execPath, [bin, 'watch', 'ex1'], { cwd: work })
let said = ''
let heard = () => undefined
watch.stdout.on('data', (text) => {
  said += text
  heard()
})
watch.stderr.pipe(process.stderr)

try {
  await until(/ex01-tanh\.ts/)
  const times = Object.fromEntries(Object.keys(answers).map((name) => [name, []]))
  for (let save = -3; save < saves; save++) {
    for (const [name, { file, says }] of Object.entries(answers)) {
      const text = readFileSync(join(root, 'solutions', 'ex01-tanh', file), 'utf8')
      const time = await timeOf(`${text}// save ${save}\n`, says)
      // The first ones find the process cold.
      if (save >= 0) times[name].push(time)
    }
  }
  for (const [name, measured] of Object.entries(times)) report(name, measured)
} finally {
  watch.kill('SIGINT')
  rmSync(work, { recursive: true })
}

async function timeOf(text, says) {
  said = ''
  const file = join(work, 'src', 'ex01-tanh.ts')
  writeFileSync(`${file}~`, text)
  const started = performance.now()
  renameSync(`${file}~`, file)
  await until(says)
  return performance.now() - started
}

async function until(says) {
  const deadline = setTimeout(() => {
    console.error(`it did not say ${says}, but:\n${said}`)
    process.exit(1)
  }, 30_000)
  while (!says.test(said)) await new Promise((resolve) => (heard = resolve))
  clearTimeout(deadline)
}

function report(name, times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(0)
  console.log(
    `${name}: from a save to its verdict, ${times.length} saves: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  )
}
