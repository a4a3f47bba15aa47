#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * From an empty runner to the first verdict on one wrong answer to ex1: seconds to install, megabytes
 * on disk, and seconds of the run itself, for the ways to get the checker that need no other machine,
 * and for two others that people would write the same checks with.
 *
 *     node bench/first-verdict.js [--clone]
 *
 * `--clone` adds a clone of this checkout, in which the line for students of README.md is run as it
 * stands there: it builds for a minute. Every way begins with an empty home and nothing in npm's cache;
 * packages come from the registries that npm and pip are set up for, so the seconds are those of this
 * network. Commands are what a person types from there to the first verdict.
 */
const root = join(import.meta.dirname, '..')
const room = mkdtempSync(join(tmpdir(), 'mlp-check-first-'))
const wrong = join(root, 'solutions/ex01-tanh/mistakes/sign.ts')
/** The same mistake without types, for those that run no TypeScript. */
const PLAIN = `export const tanh = Math.tanh\nexport const dtanh = (x) => Math.tanh(x) ** 2 - 1\n`
const POINTS = '[-2, -0.5, 0, 0.5, 2]'

const ways = {
  'mlp-check, tarball': {
    commands: 2,
    install: (home) => must('npm', ['install', '--prefix', home, '--omit=optional', tarball()]),
    judge: (home) => run(join(home, 'node_modules/.bin/mlp-check'), ['ex1', wrong]),
  },
  ...(process.argv.includes('--clone') && {
    'mlp-check, line of the README': {
      // git clone, cd, the line, cd, mlp-check ex1
      commands: 5,
      install: (home) => {
        must('git', ['clone', '--quiet', root, join(home, 'clone')])
        must('sh', ['-c', studentsLine()], { cwd: join(home, 'clone') })
        copyFileSync(wrong, join(home, 'answers/src/ex01-tanh.ts'))
      },
      judge: (home) => run('mlp-check', ['ex1'], { cwd: join(home, 'answers') }),
    },
  }),
  'vitest with junit': {
    commands: 2,
    install: (home) => {
      must('npm', ['install', '--prefix', home, 'vitest@4'])
      writeFileSync(join(home, 'ex1.mjs'), PLAIN)
      writeFileSync(
        join(home, 'ex1.test.mjs'),
        `import { expect, it } from 'vitest'\nimport { tanh, dtanh } from './ex1.mjs'\n` +
          `it.each(${POINTS})('tanh(%f)', (x) => expect(tanh(x)).toBeCloseTo(Math.tanh(x), 5))\n` +
          `it.each(${POINTS})('dtanh(%f)', (x) => expect(dtanh(x)).toBeCloseTo(1 / Math.cosh(x) ** 2, 5))\n`,
      )
    },
    judge: (home) =>
      run(
        join(home, 'node_modules/.bin/vitest'),
        ['run', '--reporter=junit', '--reporter=default', '--outputFile=j.xml'],
        { cwd: home },
      ),
  },
  check50: {
    commands: 3,
    install: (home) => {
      must('python3', ['-m', 'venv', join(home, 'python')])
      must(join(home, 'python/bin/python'), ['-m', 'pip', 'install', '--quiet', 'check50'])
      mkdirSync(join(home, 'checks'))
      mkdirSync(join(home, 'work'))
      writeFileSync(join(home, 'work/ex1.mjs'), PLAIN)
      writeFileSync(join(home, 'checks/.cs50.yaml'), 'check50:\n  files:\n    - !include "*.mjs"\n')
      writeFileSync(join(home, 'checks/__init__.py'), CHECKS)
    },
    judge: (home) =>
      run(
        join(home, 'python/bin/check50'),
        ['--dev', '--output', 'ansi', '--', join(home, 'checks')],
        {
          cwd: join(home, 'work'),
          env: { ...machine, PATH: `${join(home, 'python/bin')}:${machine.PATH}` },
        },
      ),
  },
}

const CHECKS = `import check50

def at(expression, x, truth):
    program = f"import('./ex1.mjs').then((m) => console.log(Math.abs({expression} - ({truth})) < 1e-5))"
    check50.run(f'node -e "{program}"').stdout("true")

@check50.check()
def exists():
    """ex1.mjs exists"""
    check50.exists("ex1.mjs")

@check50.check(exists)
def value():
    """tanh has the right values"""
    for x in ${POINTS}:
        at(f"m.tanh({x})", x, f"Math.tanh({x})")

@check50.check(exists)
def derivative():
    """dtanh is the derivative"""
    for x in ${POINTS}:
        at(f"m.dtanh({x})", x, f"1 / Math.cosh({x}) ** 2")
`

let packed
let machine = process.env
// Settings of a home that is not there while it is measured.
const registry = run('npm', ['config', 'get', 'registry']).stdout.trim()
try {
  console.log('| way | commands | install, s | on disk, MB | first verdict, s | second, s | says |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const [name, way] of Object.entries(ways)) console.log(row(name, way))
} finally {
  rmSync(room, { recursive: true, force: true })
}

function row(name, { commands, install, judge }) {
  tarball()
  const home = mkdtempSync(join(room, 'home-'))
  machine = emptyMachine(home)
  const installed = seconds(() => install(home))
  const [first, second] = [seconds(() => judge(home)), seconds(() => judge(home))]
  const cells = [
    commands,
    installed.took,
    megabytes(home),
    first.took,
    second.took,
    said(second.value),
  ]
  return `| ${[name, ...cells].join(' | ')} |`
}

/** What npm and the checker keep lies in a home of its own, and so does what is put on the path. */
function emptyMachine(home) {
  const settings = { cache: '../npm', prefix: '.local', userconfig: '.npmrc' }
  rmSync(join(room, 'npm'), { recursive: true, force: true })
  return {
    ...process.env,
    ...{ HOME: home, XDG_CACHE_HOME: join(home, '.cache') },
    ...Object.fromEntries(
      Object.entries(settings).map(([name, path]) => [`npm_config_${name}`, join(home, path)]),
    ),
    npm_config_registry: registry,
    PATH: `${join(home, '.local/bin')}:${process.env.PATH}`,
  }
}

/** The first block of code for students, word for word. */
function studentsLine() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, line] = /^## For students\n[\s\S]*?```sh\n(.+)\n```/m.exec(readme) ?? []
  if (line === undefined) throw new Error('README.md has no line for students')
  return line
}

/** The code it ended with, and its own words on the first failure. */
function said({ status, stdout, stderr }) {
  const text = stripVTControlCharacters(`${stdout}\n${stderr}`)
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const line = lines.find((it) => /yours is|expected .* to be|^:\(/.test(it)) ?? lines.at(-1)
  return `${status}: ${line?.slice(0, 100).replaceAll('|', '/')}`
}

function seconds(work) {
  const start = performance.now()
  const value = work()
  return { value, took: ((performance.now() - start) / 1000).toFixed(1) }
}

function megabytes(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((it) => it.isFile())
    .map((it) => statSync(join(it.parentPath, it.name)).size)
  return (sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)
}

function tarball() {
  if (packed === undefined) {
    must('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', room], { cwd: root })
    packed = join(
      room,
      readdirSync(room).find((name) => name.endsWith('.tgz')),
    )
  }
  return packed
}

function must(program, words, options) {
  const ran = run(program, words, options)
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.stderr}`)
}

function run(program, words, { cwd = room, env = machine } = {}) {
  return spawnSync(program, words, { cwd, env, encoding: 'utf8', timeout: 300_000 })
}
