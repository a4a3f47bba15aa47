#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The package as a stranger gets it: packed, installed and used in every awkward way that people
 * install things. Prints one line for each, and the counts last; exit code 1 if anything failed.
 *
 *   node scripts/package-check.js [--online]
 *
 * `--online` adds publint and arethetypeswrong, which npx fetches.
 */

const LARGEST_PACKED = 4 * 1024 * 1024

const RIGHT = 'export const tanh = (x: number) => Math.tanh(x)\n'
const DERIVATIVE = 'export const dtanh = (x: number) => 1 - Math.tanh(x) ** 2\n'

const OWN_SPEC = `id: affine
title: An affine layer
source: a course
functions:
  affine: { signature: "(x: number[], w: number[], b: number) => number", summary: x w + b }
checks:
  - { kind: call, function: affine, points: 1, reference: affine }
hints: [one, two, three]
`
const OWN_REFERENCE = `import { defineReference, drawVector } from 'mlp-check/reference'
import type { Vector } from 'mlp-check/reference'

export const affine = defineReference<[x: Vector, w: Vector, b: number]>({
  summary: 'x w + b',
  trials: 20,
  inputs: (random) => [drawVector(random, 3), drawVector(random, 3), random()],
  compute: (tf, x, w, b) => tf.add(tf.sum(tf.mul(x, w)), b),
})
`
const AFFINE = `export const affine = (x: number[], w: number[], b: number) =>
  x.reduce((sum, value, i) => sum + value * w[i]!, b)
`

const root = resolve(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'mlp-check package '))
const counts = { passed: 0, failed: 0, skipped: 0 }
const npm = ['--no-audit', '--no-fund', '--prefer-offline']

try {
  const tarball = pack()
  const home = install('empty folder', tarball, npm)
  checkUse(home)
  checkInstalls(tarball)
  checkDocumented(tarball)
  if (process.argv.includes('--online')) checkLint(tarball)
} finally {
  spawnSync('chmod', ['-R', 'u+w', work])
  rmSync(work, { recursive: true, force: true })
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options })
  return { ...result, text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}` }
}

/** `outcome` is undefined where all is well, else what went wrong; a thrown Skip is neither. */
function check(title, test) {
  const outcome = test()
  if (typeof outcome === 'object') {
    counts.skipped += 1
    console.log(`skipped  ${title}: ${outcome.skip}`)
  } else if (outcome === undefined) {
    counts.passed += 1
    console.log(`ok       ${title}`)
  } else {
    counts.failed += 1
    console.log(`FAILED   ${title}\n${outcome}`)
  }
}

/** undefined for the expected exit code, else the output. */
function expects(code, result) {
  return result.status === code ? undefined : `exit code ${result.status}\n${result.text}`
}

function pack() {
  const { status, stdout, text } = run('npm', ['pack', '--json', '--pack-destination', work], {
    cwd: root,
  })
  if (status !== 0) throw new Error(text)
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'))
  const listing = JSON.parse(stdout.slice(stdout.indexOf('[\n')))[0].files.map(({ path }) => path)
  const size = statSync(join(work, file)).size
  check(`packed in ${size} bytes, at most ${LARGEST_PACKED}`, () =>
    size <= LARGEST_PACKED ? undefined : 'too large',
  )
  check(`${listing.length} files, none that is not needed`, () => {
    const needed =
      /^(bin|dist|exercises|schema|packs\/[^/]+\/(package\.json$|exercises\/)|(packs\/[^/]+\/)?solutions\/[^/]+\/solution\.ts$|scripts\/build-tfjs-node\.js$|package\.json$|README\.md$|LICENSE$)/
    const strangers = listing.filter((path) => !needed.test(path) || /\.(map|test\.ts)$/.test(path))
    return strangers.length === 0 ? undefined : strangers.join('\n')
  })
  return join(work, file)
}

/** Installs the tarball into a new folder and returns it. */
function install(name, tarball, options) {
  const folder = join(work, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  check(`npm install ${options.join(' ')} in "${name}"`, () =>
    expects(0, run('npm', ['install', ...options, tarball], { cwd: folder })),
  )
  return folder
}

function answers(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'right.ts'), RIGHT + DERIVATIVE)
  writeFileSync(join(folder, 'wrong.ts'), `${RIGHT}${DERIVATIVE.replace(' ** 2', '')}`)
}

function judge(folder, file, options = {}) {
  const bin = join(options.package ?? join(folder, 'node_modules', 'mlp-check'), 'bin/mlp-check.js')
  const { package: _, ...rest } = options
  return run(process.execPath, [bin, 'ex1', file], { cwd: folder, ...rest })
}

/** The ways of docs/install.md, each by its own text, from nothing in an empty home. */
function checkDocumented(tarball) {
  const page = readFileSync(join(root, 'docs', 'install.md'), 'utf8')
  const block = (title) => {
    const blocks = [...page.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, text]) => text)
    return blocks.find((text) => text.split('\n', 2).includes(`# ${title}`))
  }
  const repository = committed()
  const ways = [
    ['clone', repository, block('clone')],
    ['pack', repository, `cd mlp-check\n${block('pack')}`],
    ['tarball', tarball, block('tarball')],
    ['git', `git+${pathToFileURL(repository)}`, block('git')],
    ['install.sh', tarball, block('install.sh')],
  ]
  const home = join(work, 'documented')
  for (const [title, source, script] of ways) {
    // What was cloned is what is packed; every other way begins with nothing.
    if (title !== 'pack') rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    const env = {
      // How this machine reaches the network is its own; its npm settings and caches are not used.
      ...process.env,
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: home,
      MLP_CHECK_SOURCE: source,
      MLP_CHECK_HOME: join(home, 'checker'),
    }
    check(`docs/install.md: ${title}`, () =>
      expects(0, run('bash', ['-euo', 'pipefail', '-c', script], { cwd: home, env })),
    )
  }
}

/** This checkout as a repository of its own, with what is not committed yet. */
function committed() {
  const folder = join(work, 'repository')
  const git = (...words) => run('git', words, { cwd: folder })
  const listed = run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root }).stdout
  for (const file of listed.split('\n').filter((name) => name && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(folder, file))
  }
  git('init', '-q')
  git('add', '-A')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a')
  return folder
}

/** A right answer passes and a wrong one fails. */
function works(folder, options) {
  return (
    expects(0, judge(folder, 'right.ts', options)) ?? expects(1, judge(folder, 'wrong.ts', options))
  )
}

function checkUse(home) {
  answers(home)
  check('judges a right and a wrong answer', () => works(home))
  check('npx mlp-check runs it', () =>
    expects(0, run('npx', ['--no-install', 'mlp-check', 'ex1', 'right.ts'], { cwd: home })),
  )
  check('lists and shows exercises, and doctor is content', () => {
    const bin = join(home, 'node_modules/.bin/mlp-check')
    const commands = [['list'], ['show', 'ex1'], ['doctor']]
    return commands.map((words) => expects(0, run(bin, words, { cwd: home }))).find(Boolean)
  })
  checkLibrary(home)
  checkOwnReference(home)
  checkPlaces(home)
  checkPermissions(home)
}

function checkLibrary(home) {
  check("import { grade, proveEqual } from 'mlp-check'", () => {
    const program = `
      import { grade, proveEqual } from 'mlp-check'
      const proof = proveEqual('2 * sigmoid(2 * x) - 1', 'tanh(x)')
      const right = await grade({ exercise: 'ex1', file: 'right.ts' })
      const wrong = await grade({ exercise: 'ex1', file: 'wrong.ts' })
      const seen = [proof.verdict, right.totals.passed, wrong.totals.failed].join()
      process.exitCode = seen === 'equal,1,1' ? 0 : 9
    `
    return expects(0, run(process.execPath, ['--input-type=module', '-e', program], { cwd: home }))
  })
}

/** A course whose reference.ts stands on the installed package, as an author of exercises has it. */
function checkOwnReference(home) {
  const own = join(home, 'exercises/affine')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'exercise.yaml'), OWN_SPEC)
  writeFileSync(join(own, 'reference.ts'), OWN_REFERENCE)
  writeFileSync(join(home, 'affine.ts'), AFFINE)
  writeFileSync(join(home, 'biasless.ts'), AFFINE.replace('w[i]!, b)', 'w[i]!, 0 * b)'))
  check("import { defineReference } from 'mlp-check/reference' has its types", () => {
    const typesOf = (text) => {
      writeFileSync(join(own, 'types.ts'), text)
      const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '']
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      return run(process.execPath, [tsc, ...flags, join(own, 'types.ts')], { cwd: home })
    }
    const wrong = OWN_REFERENCE.replace('tf.add', 'tf.ad')
    const outcome = expects(0, typesOf(OWN_REFERENCE))
    const missed = typesOf(wrong).text.includes("'ad' does not exist") ? undefined : 'accepts tf.ad'
    rmSync(join(own, 'types.ts'))
    return outcome ?? missed
  })
  check('import of mlp-check/reference runs', () => {
    const program = `
      import { defineReference } from 'mlp-check/reference'
      process.exitCode = typeof defineReference === 'function' ? 0 : 9
    `
    return expects(0, run(process.execPath, ['--input-type=module', '-e', program], { cwd: home }))
  })
  check('an exercise of its own, with a reference.ts, is judged', () => {
    const bin = join(home, 'node_modules/.bin/mlp-check')
    const judged = (file) => run(bin, ['affine', file, '--exercises', 'exercises'], { cwd: home })
    return expects(0, judged('affine.ts')) ?? expects(1, judged('biasless.ts'))
  })
}

function checkPlaces(home) {
  const place = join(work, 'a path with spaces and ü, 数学')
  cpSync(home, place, { recursive: true, verbatimSymlinks: true })
  check('in a path with spaces and non-ASCII letters', () => works(place))
  const elsewhere = join(work, 'answers elsewhere é')
  answers(elsewhere)
  check('from another folder', () =>
    works(elsewhere, { package: join(home, 'node_modules/mlp-check') }),
  )
  const { PATH } = process.env
  check('without HOME and without any other variable', () => works(home, { env: { PATH } }))
  check('with a cache folder that cannot be made', () =>
    works(home, { env: { ...process.env, MLP_CHECK_CACHE: join(home, 'right.ts', 'cache') } }),
  )
  check('with a HOME that does not exist', () =>
    works(home, { env: { PATH, HOME: '/nonexistent/home' } }),
  )
}

function checkPermissions(home) {
  const readOnly = join(work, 'read-only install')
  cpSync(home, readOnly, { recursive: true, verbatimSymlinks: true })
  run('chmod', ['-R', 'a-w,a+rX', readOnly])
  check('from a read-only install', () => works(readOnly))
  check('as another user, who may only read', () => {
    if (process.getuid?.() !== 0) return { skip: 'only root can become another user' }
    chmodSync(work, 0o755)
    const env = { PATH: process.env.PATH, HOME: '/nonexistent' }
    const nobody = { uid: 65534, gid: 65534, env }
    const readable = run(process.execPath, ['-e', '0'], { ...nobody, cwd: '/' })
    if (readable.status !== 0) return { skip: 'that user cannot run this Node' }
    return works(readOnly, nobody)
  })
}

function checkInstalls(tarball) {
  const scriptless = install('no scripts', tarball, [...npm, '--ignore-scripts'])
  answers(scriptless)
  check('after --ignore-scripts', () => works(scriptless))
  check('after npm ci', () => {
    const clean = run('npm', ['ci', '--ignore-scripts', ...npm], { cwd: scriptless })
    return expects(0, clean) ?? works(scriptless)
  })
  const bare = install('nothing optional', tarball, [...npm, '--omit=optional'])
  answers(bare)
  check('after --omit=optional', () => works(bare))
  check('without any native code', () => {
    const files = readdirSync(join(bare, 'node_modules'), { recursive: true, encoding: 'utf8' })
    const native = files.filter((name) => /\.(node|so|dylib|dll|exe)$/.test(name))
    return native.length === 0 ? undefined : native.join('\n')
  })
  const global = join(work, 'global')
  check('installed globally', () => {
    const flags = ['install', '--global', '--ignore-scripts', '--prefix', global, ...npm]
    const failure = expects(0, run('npm', [...flags, tarball], { cwd: work }))
    if (failure) return failure
    const bin = join(global, existsSync(join(global, 'bin')) ? 'bin' : '.', 'mlp-check')
    return expects(0, run(bin, ['ex1', 'right.ts'], { cwd: scriptless }))
  })
  check('npx from the tarball', () => {
    const args = ['--yes', '--package', tarball, 'mlp-check', 'ex1', 'right.ts']
    return expects(0, run('npx', args, { cwd: scriptless }))
  })
}

function checkLint(tarball) {
  check('publint', () => expects(0, run('npx', ['-y', 'publint@0.3', tarball, '--strict'])))
  check('arethetypeswrong', () => {
    const tool = ['-y', '@arethetypeswrong/cli@0.18', tarball, '--profile', 'esm-only']
    return expects(0, run('npx', tool))
  })
}
