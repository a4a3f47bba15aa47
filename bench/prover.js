/**
 * What the prover decides, and how fast: `node bench/prover.js`. The pairs' truth was checked at
 * 60 digits, independently of the prover.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'

const folder = 'node_modules/.cache/bench-prover'
mkdirSync(folder, { recursive: true })
const entry = `${folder}/entry.ts`
writeFileSync(
  entry,
  `export { proveEqual } from '../../../src/prover/prove-equal.ts'
export { parseAssumption, parseFormula } from '../../../src/source/parse-formula.ts'\n`,
)
const bundle = await rolldown({ input: entry, platform: 'node' })
await bundle.write({ file: `${folder}/prover.js`, format: 'esm', minify: true })
await bundle.close()
writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n')

const { proveEqual, parseAssumption, parseFormula } = await import(`../${folder}/prover.js`)

function decide({ a, b, assumptions }) {
  return proveEqual(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption))
}

const FILES = [
  'equality-pairs.json',
  'equality-pairs-random.json',
  'deep-learning-pairs.json',
  'trigonometric-pairs.json',
  'decimal-bumps.json',
  'hard-pairs.json',
]

function runFile(name) {
  const pairs = JSON.parse(readFileSync(`test/fixtures/formula/${name}`, 'utf8'))
  for (const pair of pairs.slice(0, 100)) decide(pair)
  const counts = { right: 0, unknown: 0, WRONG: 0 }
  const times = []
  for (const pair of pairs) {
    // The fastest of three: other work on the machine is not the prover's.
    const runs = [0, 1, 2].map(() => {
      const started = performance.now()
      const { verdict } = decide(pair)
      return { verdict, ms: performance.now() - started }
    })
    const verdict = runs[0].verdict
    times.push(Math.min(...runs.map(({ ms }) => ms)))
    counts[verdict === pair.truth ? 'right' : verdict === 'unknown' ? 'unknown' : 'WRONG']++
  }
  report(name, counts, times)
  return { counts, times }
}

function report(name, counts, times) {
  const sorted = times.toSorted((x, y) => x - y)
  const at = (share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2)
  console.log(
    `${name}: ${times.length} pairs, ${JSON.stringify(counts)}, median ${at(0.5)} ms, p99 ${at(0.99)} ms, largest ${at(1)} ms`,
  )
}

const all = FILES.map(runFile)
const sum = (key) => all.reduce((total, { counts }) => total + counts[key], 0)
report(
  'together',
  { right: sum('right'), unknown: sum('unknown'), WRONG: sum('WRONG') },
  all.flatMap(({ times }) => times),
)

const hopeless = {
  a: '(1+x+y+z+exp(x))**60+1',
  b: '(1+x+exp(x)+y+z)**60+x-x+1+x*y-y*x',
  assumptions: [],
}
const started = performance.now()
const { verdict } = decide(hopeless)
console.log(`a pathological power: ${verdict} after ${(performance.now() - started).toFixed(0)} ms`)

/** The fastest of many fresh processes, in ms of wall time. */
function fastest(args) {
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now()
    execFileSync(process.execPath, args)
    return performance.now() - from
  })
  return Math.min(...times)
}

const first = `${folder}/first.js`
writeFileSync(
  first,
  `import { proveEqual, parseFormula } from './prover.js'
proveEqual(parseFormula('D(tanh(x), x)'), parseFormula('1 - tanh(x)**2'))\n`,
)
const bare = fastest(['-e', '0'])
const decided = fastest([first])
console.log(
  `first decision in a fresh process: ${decided.toFixed(1)} ms, bare node ${bare.toFixed(1)} ms, difference ${(decided - bare).toFixed(1)} ms`,
)
rmSync(folder, { recursive: true })
