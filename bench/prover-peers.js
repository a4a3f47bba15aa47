/**
 * The prover beside SymPy, the Compute Engine, mathjs and nerdamer, over the pairs whose truth is
 * known and that assume nothing: `node bench/prover-peers.js [EVERY] [SECONDS]` takes every so
 * manieth pair, and waits so long for an answer. The peers go into a folder that is removed at the
 * end; this needs the network, npm and python3.
 */
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rolldown } from 'rolldown'

const [every = '1', seconds = '10'] = process.argv.slice(2)
const cache = 'node_modules/.cache/bench-prover-peers'
mkdirSync(cache, { recursive: true })
writeFileSync(`${cache}/package.json`, '{ "type": "module" }\n')
const bundle = await rolldown({ input: 'bench/peers/notation.ts', platform: 'node' })
await bundle.write({ file: `${cache}/notation.js`, format: 'esm' })
await bundle.close()
const { parseFormula, proveEqual, toCalculator, toMathJson, toPython, writtenOut } = await import(
  `../${cache}/notation.js`
)

const FILES = ['equality-pairs', 'deep-learning-pairs', 'trigonometric-pairs', 'decimal-bumps']
const pairs = FILES.flatMap((name) =>
  JSON.parse(readFileSync(`test/fixtures/formula/${name}.json`, 'utf8')),
)
  .filter(({ truth }) => truth === 'equal' || truth === 'different')
  .filter(({ assumptions }) => assumptions.length === 0)
  .filter((_, index) => index % Number(every) === 0)
  .map(({ a, b, truth }) => ({ a: parseFormula(a), b: parseFormula(b), truth }))

const folder = mkdtempSync(join(tmpdir(), 'prover-peers-'))
const peers = install()

function install() {
  const npm = ['mathjs', 'nerdamer', '@cortex-js/compute-engine']
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...npm], quiet)
  const python = join(folder, 'python')
  execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', python, 'sympy'], quiet)
  const own = (name) => join(folder, 'node_modules', name, 'package.json')
  const versionOf = (name) => JSON.parse(readFileSync(own(name), 'utf8')).version
  const sympy = execFileSync('python3', ['-c', 'import sympy; print(sympy.__version__)'], {
    env: { ...process.env, PYTHONPATH: python },
    encoding: 'utf8',
  })
  const script = join(folder, 'peer.mjs')
  copyFileSync('bench/peers/javascript-peer.js', script)
  const javascript = (name) => [process.execPath, [script, name]]
  return [
    {
      title: `SymPy ${sympy.trim()}`,
      command: ['python3', ['bench/peers/sympy_peer.py']],
      env: { PYTHONPATH: python },
      write: toPython,
    },
    {
      title: `Compute Engine ${versionOf('@cortex-js/compute-engine')}`,
      command: javascript('compute-engine'),
      write: toMathJson,
    },
    {
      title: `mathjs ${versionOf('mathjs')}`,
      command: javascript('mathjs'),
      write: (expr) => toCalculator(expr, true),
    },
    {
      title: `nerdamer ${versionOf('nerdamer')}`,
      command: javascript('nerdamer'),
      write: (expr) => toCalculator(expr, false),
    },
  ]
}

/** A peer in a process of its own, which is started again when an answer takes too long. */
function start({ command: [file, args], env }) {
  const child = spawn(file, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', process.env.DEBUG ? 'inherit' : 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, lines }
}

async function ask(peer, question) {
  peer.running ??= start(peer)
  const { child, lines } = peer.running
  if (!peer.running.ready && (await lines.next()).done) throw new Error(`no ${peer.title}`)
  peer.running.ready = true
  const started = performance.now()
  child.stdin.write(`${JSON.stringify(question)}\n`)
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, 1000 * Number(seconds), 'late')
  })
  const answer = await Promise.race([lines.next(), late])
  clearTimeout(timer)
  const ms = performance.now() - started
  if (answer !== 'late' && !answer.done) return { verdict: answer.value, ms }
  child.kill('SIGKILL')
  peer.running = undefined
  return { verdict: 'late', ms }
}

function questionFor({ write }, { a, b }) {
  const text = JSON.stringify([a, b])
  const variables = [...new Set(text.match(/"variable","name":"\w+"/g) ?? [])]
  const names = variables.map((one) => `v_${/"(\w+)"$/.exec(one)[1]}`)
  try {
    return { a: write(writtenOut(a)), b: write(writtenOut(b)), variables: names }
  } catch {
    return undefined
  }
}

/** How often it was right, silent, late and wrong, and its times. */
function tally(title, answers) {
  const count = (test) => answers.filter(test).length
  const times = answers.map(({ ms }) => ms).sort((x, y) => x - y)
  const at = (share) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)
  return [
    title,
    answers.length,
    count(({ verdict, truth }) => verdict === truth && truth === 'equal'),
    count(({ verdict, truth }) => verdict === truth && truth === 'different'),
    count(({ verdict }) => verdict === 'unknown'),
    count(({ verdict }) => verdict === 'late'),
    count(({ verdict, truth }) => isDecided(verdict) && verdict !== truth),
    at(0.5),
    at(0.99),
  ]
}

function isDecided(verdict) {
  return verdict === 'equal' || verdict === 'different'
}

function askSelf() {
  for (const { a, b } of pairs) proveEqual(a, b, [])
  return pairs.map(({ a, b, truth }) => {
    const started = performance.now()
    const { verdict } = proveEqual(a, b, [])
    return { verdict, truth, ms: performance.now() - started }
  })
}

async function askPeer(peer) {
  const answers = []
  for (const pair of pairs) {
    const question = questionFor(peer, pair)
    if (question === undefined) continue
    answers.push({ ...(await ask(peer, question)), truth: pair.truth })
  }
  peer.running?.child.kill('SIGKILL')
  return answers
}

const header = [
  '',
  'asked',
  'equal',
  'different',
  'unknown',
  'late',
  'wrong',
  'median ms',
  'p99 ms',
]
const rows = [header, header.map(() => '---'), tally('mlp-check', askSelf())]
for (const peer of peers) rows.push(tally(peer.title, await askPeer(peer)))
console.log(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))
rmSync(folder, { recursive: true })
rmSync(cache, { recursive: true })
