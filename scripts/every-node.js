#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The same verdicts everywhere: judges every solution and every known mistake of the pack with the
 * built command on several releases of Node and on both backends, and compares what must not differ:
 * statuses, scores, notes, failing-point counts and the inputs of counterexamples. A release that is
 * too old is told so.
 *
 *   node scripts/every-node.js [20.19 22 24 26] [--only ex1] [--jobs 2] [--share 2]
 *
 * With `--share 2`, every second submission.
 * Other releases of Node come from npm (`npx -p node@24 node`). Exit code 0 where all agree.
 */

const root = resolve(import.meta.dirname, '..')
const args = process.argv.slice(2)
const only = optionOf('--only')
const jobs = Number(optionOf('--jobs') ?? availableParallelism())
const share = Number(optionOf('--share') ?? 1)
const releases = args.filter((arg) => /^\d+(\.\d+)*$/.test(arg))
const cache = mkdtempSync(join(tmpdir(), 'every-node-'))

function optionOf(flag) {
  const at = args.indexOf(flag)
  return at < 0 ? undefined : args.splice(at, 2)[1]
}

try {
  process.exitCode = await main(releases.length > 0 ? releases : ['20.19', '22', '24', '26'])
} finally {
  rmSync(cache, { recursive: true, force: true })
}

async function main(wanted) {
  const submissions = findSubmissions().filter((_, index) => index % share === 0)
  const places = [{ name: `this Node (${process.version})`, node: process.execPath }]
  for (const release of wanted) places.push(fetchNode(release))
  const runs = places.map((place) => ({ ...place, backend: 'tfjs' }))
  if (hasNative()) runs.push({ ...places[0], backend: 'tfjs-node' })
  else console.log('skipped  tfjs-node: its addon is not built')
  let differing = 0
  let first
  for (const run of runs) {
    if (run.missing !== undefined) {
      console.log(`skipped  ${run.name}: ${run.missing}`)
      // Where this must run, what cannot run is a failure.
      if (process.env.CI) differing += 1
      continue
    }
    const verdicts = await judgeAll(run, submissions)
    first ??= verdicts
    const unlike = submissions.filter((_, i) => verdicts[i] !== first[i])
    for (const { file } of unlike.slice(0, 5)) {
      const i = submissions.findIndex((submission) => submission.file === file)
      console.log(`${file}\n  first: ${first[i]}\n  here:  ${verdicts[i]}`)
    }
    differing += unlike.length
    console.log(
      `${unlike.length === 0 ? 'ok      ' : 'DIFFERS '} ${run.name}, ${run.backend}: ${submissions.length} submissions, ${unlike.length} verdicts differ`,
    )
  }
  console.log(
    `${submissions.length} submissions, ${runs.filter((run) => run.missing === undefined).length} runs, ${differing} differences`,
  )
  const compared = runs.filter((run) => run.missing === undefined).length * submissions.length
  const failed = differing + (tellsOldNode() ? 0 : 1)
  console.log(`${compared + 1 - failed} passed, ${failed} failed`)
  return failed === 0 && submissions.length > 0 ? 0 : 1
}

/** It ends with a sentence: not with a stack, and not with a wrong answer's exit code. */
function tellsOldNode() {
  const { name, node, missing } = fetchNode('18')
  if (missing !== undefined) {
    console.log(`skipped  ${name}: ${missing}`)
    return !process.env.CI
  }
  const command = ['bin/mlp-check.js', 'ex1']
  const { status, stderr } = spawnSync(node, command, { cwd: root, encoding: 'utf8' })
  const told =
    status === 5 && /^mlp-check: it needs Node 20\.19 or newer\n {2}this is Node/.test(stderr)
  console.log(
    told ? `ok       ${name} is told to be too old` : `FAILED   ${name}: ${status} ${stderr}`,
  )
  return told
}

/** Every solution and mistake, with the exercise that its folder names. */
function findSubmissions() {
  const folder = join(root, 'solutions')
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .filter((name) => only === undefined || name === only || name.startsWith(`${only}-`))
    .flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .sort()
        .map((file) => ({ exercise: name, file: join('solutions', name, file) })),
    )
}

/** The path of another release's executable, which npx keeps in its own cache. */
function fetchNode(release) {
  const name = `Node ${release}`
  const program = 'console.log(JSON.stringify([process.version, process.execPath]))'
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['-y', '-p', `node@${release}`, 'node', '-e', program],
    { encoding: 'utf8' },
  )
  if (status !== 0) return { name, missing: stderr.trim().split('\n').at(-1) }
  const [version, node] = JSON.parse(stdout)
  return { name: `Node ${version}`, node }
}

function hasNative() {
  const script = join(root, 'scripts', 'build-tfjs-node.js')
  return spawnSync(process.execPath, [script, '--check']).status === 0
}

/** One line for each submission: what must be the same everywhere. */
async function judgeAll({ node, backend }, submissions) {
  const verdicts = new Array(submissions.length)
  let next = 0
  const worker = async () => {
    while (next < submissions.length) {
      const index = next
      next += 1
      verdicts[index] = await judge(node, backend, submissions[index])
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  return verdicts
}

async function judge(node, backend, { exercise, file }) {
  const command = ['bin/mlp-check.js', exercise, file, '--reporter', 'json', '--backend', backend]
  const child = spawn(node, command, {
    cwd: root,
    // As at a student's: under CI no compiled code is kept from run to run.
    env: { ...process.env, CI: '', MLP_CHECK_CACHE: cache, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = async (stream) => {
    let text = ''
    for await (const chunk of stream) text += chunk
    return text
  }
  const closed = new Promise((done) => child.on('close', done))
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), closed])
  return stdout.startsWith('{') ? essence(JSON.parse(stdout), code) : `exit ${code}: ${stderr}`
}

function essence(report, code) {
  const checks = report.submissions.flatMap((submission) =>
    submission.checks.map(({ id, status, cause, score, note, points, evidence }) => {
      const inputs = evidence
        .filter(({ kind }) => kind === 'counterexample')
        .map((counterexample) => counterexample.inputs)
      return { id, status, cause, score, note, points, inputs }
    }),
  )
  const [{ status, score, maxScore } = {}] = report.submissions
  return JSON.stringify({ code, status, score, maxScore, checks })
}
