#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { rows } from './consumers/rows.js'

/**
 * What other people's programs make of the reports: format, consumer, version and result, a row for
 * each. Whoever can be installed reads the reports by its own code; of the others it says why they
 * were not run. Exit code 1 where one of them saw something else than the record says.
 *
 *     node scripts/consumers.js [--clones FOLDER]
 *
 * Packages of npm and PyPI are installed into a temporary folder. `--clones` is a folder of checkouts
 * of actions, called owner+name, whose built files are run as a runner runs them.
 */
const root = join(import.meta.dirname, '..')
const clones = process.argv[2] === '--clones' ? resolve(process.argv[3] ?? '.') : undefined
const room = mkdtempSync(join(tmpdir(), 'mlp-check-consumers-'))

const CASES = {
  right: 'solutions/ex01-tanh/solution.ts',
  wrong: 'solutions/ex01-tanh/mistakes/sign.ts',
  broken: 'exercises/ex01-tanh/README.md',
}
const FORMATS = ['json', 'tap', 'junit', 'sarif', 'check50', 'markdown', 'csv', 'classroom']

try {
  process.exitCode = main()
} finally {
  rmSync(room, { recursive: true, force: true })
}

function main() {
  const cases = Object.entries(CASES).map(([name, file]) => reported(name, file))
  install()
  const lines = rows.map((row) => ({ row, ...outcome(row, cases) }))
  print(lines)
  const ran = lines.filter(({ ok }) => ok !== undefined)
  const failed = ran.filter(({ ok }) => !ok).length
  console.log(`\n${ran.length} of ${lines.length} were run by the consumer's own code.`)
  console.log(`${ran.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/** The reports of one answer, in a folder of its own. */
function reported(name, answer) {
  const folder = join(room, name)
  mkdirSync(folder)
  const file = (format) => join(folder, format === 'junit' ? 'junit.xml' : `report.${format}`)
  const bin = join(root, 'bin', 'mlp-check.js')
  const judge = (...reporters) =>
    run(process.execPath, [bin, 'ex1', answer, '--exercises', 'builtin', ...reporters], {
      cwd: root,
    })
  judge(...FORMATS.flatMap((format) => ['--reporter', `${format}=${file(format)}`]))
  judge('--reporter', `junit=${join(folder, 'junit-github.xml')}`, '--junit-dialect', 'github')
  return { name, folder, file, record: JSON.parse(readFileSync(file('json'), 'utf8')) }
}

function install() {
  const wanted = rows.filter(({ from }) => from?.clone === undefined || clones !== undefined)
  const npm = wanted.flatMap(({ from, needs = [] }) => [from?.npm, ...needs]).filter(Boolean)
  const pypi = rows.flatMap(({ from }) => from?.pypi ?? [])
  run('npm', ['install', '--prefix', room, '--no-audit', '--no-fund', '--silent', ...new Set(npm)])
  run('python3', ['-m', 'venv', join(room, 'python')])
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...pypi]
  run(join(room, 'python/bin/python'), pip)
}

/** What a consumer saw of all cases, beside what the records say; `ok` is undefined if it was not run. */
function outcome(row, cases) {
  const { from, none } = row
  if (none !== undefined) return { version: '', result: `not run: ${none}` }
  const tools = toolsFor(from)
  if (typeof tools === 'string') return { version: '', result: `not run: ${tools}` }
  const seen = cases.map((one) => ({ one, said: row.read({ ...tools, ...one }) }))
  const wrong = seen.filter(({ one, said }) => !agrees(said, one.record))
  const version = row.version?.(tools) ?? tools.version ?? ''
  if (wrong.length === 0) return { ok: true, version, result: said(seen) }
  const texts = wrong.map(({ one, said }) => `${one.name}: ${JSON.stringify(said)}`)
  return { ok: false, version, result: `WRONG: ${texts.join('; ')}` }
}

function said(seen) {
  const [{ said }] = seen
  if (said.counts !== undefined) return 'counts as the record'
  if (said.passed !== undefined) return 'passes a pass, fails what failed'
  return said.valid === undefined
    ? seen.map(({ one, said }) => `${one.name}: ${said.saw}`).join('; ')
    : 'valid'
}

function agrees({ passed, counts, valid, annotated, as = (all) => all }, { totals, submissions }) {
  const checks = submissions.flatMap((submission) => submission.checks)
  if (passed !== undefined && passed !== (totals.passed === totals.submissions)) return false
  if (valid !== undefined && !valid) return false
  if (annotated !== undefined && annotated.length !== failing(checks)) return false
  return counts === undefined || JSON.stringify(counts) === JSON.stringify(as(countsOf(checks)))
}

function failing(checks) {
  return checks.filter(({ status }) => status === 'failed').length
}

/** JUnit tells a wrong answer from one that could not be judged. */
function countsOf(checks) {
  const errors = checks.filter(
    ({ status, cause }) =>
      status === 'errored' || (status === 'failed' && cause !== 'wrong-answer'),
  ).length
  const skipped = checks.filter(({ status }) => status === 'skipped').length
  return { tests: checks.length, failures: failing(checks) - errors, errors, skipped }
}

function toolsFor(from) {
  const base = {
    root,
    run,
    node: process.execPath,
    newNode: [join(room, 'node_modules/node/bin/node')].find(existsSync),
    python: join(room, 'python/bin/python'),
    bin: (name) => join(room, 'node_modules/.bin', name),
  }
  if (from.debian !== undefined) {
    const found = run('sh', ['-c', `command -v ${from.debian}`]).status === 0
    return found ? base : `${from.debian} is not installed`
  }
  if (from.npm !== undefined) return npmTools(base, from.npm)
  if (from.pypi !== undefined) return pypiTools(base, from.pypi)
  const clone = clones && join(clones, from.clone)
  if (clone === undefined || !existsSync(clone)) return `needs --clones with ${from.clone}`
  const manifest = join(clone, 'package.json')
  const env = { NODE_PATH: join(room, 'node_modules') }
  const own = (program, words, options = {}) =>
    run(program, words, { ...options, env: { ...options.env, ...env } })
  return { ...base, run: own, clone, version: JSON.parse(readFileSync(manifest, 'utf8')).version }
}

function npmTools(base, name) {
  const manifest = join(room, 'node_modules', name, 'package.json')
  if (!existsSync(manifest)) return `${name} could not be installed`
  return { ...base, version: JSON.parse(readFileSync(manifest, 'utf8')).version }
}

function pypiTools(base, name) {
  const { status, stdout } = run(base.python, ['-m', 'pip', 'show', name])
  if (status !== 0) return `${name} could not be installed`
  return { ...base, version: /^Version: (.*)$/m.exec(stdout)?.[1] }
}

function print(lines) {
  const cells = lines.map(({ row, version, result }) => [row.format, row.consumer, version, result])
  const table = [
    ['format', 'consumer', 'version', 'result'],
    ['---', '---', '---', '---'],
    ...cells,
  ]
  for (const row of table) console.log(`| ${row.join(' | ')} |`)
}

/** With nothing of a runner's own variables: a consumer must not find those of the job around it. */
function run(program, words, { cwd = room, env = {} } = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GITHUB|INPUT|RUNNER)_/.test(name))
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    env: { ...Object.fromEntries(kept), NO_COLOR: '1', ...env },
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' }
}
