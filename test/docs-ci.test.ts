import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseCourse } from '../src/course/schema.ts'
import { packageRoot } from '../src/package-root.ts'
import { reporterNames } from '../src/reporters/index.ts'
import { ciFile } from '../src/workspace/ci.ts'
import { type Ground, layGround, RIGHT, SECRET } from './hostile/surroundings/attack.ts'
import { SURROUNDINGS } from './hostile/surroundings/attacks.ts'
import { hasProgram, needing } from './machine.ts'
import { newPlace, packTarball, page, runScript } from './recipes.ts'
import * as schemas from './reporters/schemas/formats.ts'

/**
 * Each recipe is run as it stands on the page, from its installation on, in a submission's folder
 * that holds everything a submission could try: the wrong answer there earns nothing, a right one
 * earns all, no program of the folder is run, and nothing outside of it is read or written.
 */
const ci = page('ci.md')
const installScript = page('install.md').block('install.sh')

let tarball = ''
/** Installed once by the page's own script, for the recipes whose image or zip holds it. */
let checker = ''
/** Installed once for each exit code. */
const impostors = new Map<number, Installed>()
function prepare(): void {
  tarball = packTarball()
  checker = join(dirname(tarball), 'checker')
  install({ tarball, home: checker })
}

const programs = ['bash', 'mkfifo', 'npm', 'python3']
const needingRecipes = () => needing(programs.join(', '), programs.every(hasProgram))

/** Where a recipe finds its checker: what it installs from, and what its image or zip has installed. */
interface Installed {
  readonly tarball: string
  readonly home: string
}

/** The one variable that an installation needs, pointed at a tarball of this machine. */
const variables = ({ tarball, home }: Installed) => ({
  MLP_CHECK_SOURCE: tarball,
  MLP_CHECK_HOME: home,
})

function install(installed: Installed): void {
  const env = variables(installed)
  const done = runScript(dirname(installed.home), ['bash'], installScript, { cwd: '/', env })
  expect(done.status, done.stderr).toBe(0)
}

interface Graded {
  /** Points for ex1, of 10; undefined where the recipe says that it was not graded. */
  readonly points: number | undefined
  readonly status: number | null
  readonly printed: string
}

interface Recipe {
  /** Where in the place the submission lies. */
  readonly folder: string
  readonly grade: (place: string, installed: Installed) => Graded
}

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'))
const hundredths = (score: number | undefined) => (score === undefined ? undefined : score / 100)

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function graded(ran: Ran, points: () => number | undefined): Graded {
  return { points: points(), status: ran.status, printed: ran.stdout + ran.stderr }
}

/** Of the record, where a recipe keeps one. */
function pointsIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const found = readJson(file).submissions.find(
    ({ exercise }: { exercise: string }) => exercise === 'ex1',
  )
  return hundredths(found?.score)
}

const RECIPES: Readonly<Record<string, Recipe>> = {
  Gradescope: {
    folder: 'submission',
    grade: (place, installed) => {
      mkdirSync(join(place, 'source'), { recursive: true })
      writeFileSync(join(place, 'source', 'course.yaml'), 'attempts: 3\n')
      const metadata = { created_at: '2026-09-21T12:00:00Z', previous_submissions: [{}] }
      writeFileSync(join(place, 'submission_metadata.json'), JSON.stringify(metadata))
      const env = { AUTOGRADER: place, ...variables(installed) }
      const ran = runScript(place, ['bash'], ci.block('run_autograder'), { cwd: place, env })
      const results = readJson(place, 'results', 'results.json')
      const finished = results.tests !== undefined
      if (finished) expect(new Ajv().validate(schemas.gradescope, results)).toBe(true)
      return graded(ran, () => (finished ? results.score : undefined))
    },
  },
  PrairieLearn: {
    folder: 'student',
    grade: (place, installed) => {
      const env = { GRADE: place, ...variables(installed) }
      const ran = runScript(place, ['bash'], ci.block('prairielearn.sh'), { cwd: place, env })
      const results = readJson(place, 'results', 'results.json')
      const finished = results.tests !== undefined
      if (finished) expect(new Ajv().validate(schemas.prairielearn, results)).toBe(true)
      return graded(ran, () => (finished ? results.score * 10 : undefined))
    },
  },
  Autolab: {
    folder: 'handin',
    grade: (place, installed) => {
      const cwd = join(place, 'handin')
      const ran = runScript(place, ['bash'], ci.block('autolab.sh'), {
        cwd,
        env: variables(installed),
      })
      const last = ran.stdout.trimEnd().split('\n').at(-1) ?? ''
      return graded(ran, () => (last.startsWith('{') ? JSON.parse(last).scores.ex1 : undefined))
    },
  },
  Jenkins: {
    folder: 'submission',
    grade: (place, installed) => {
      const [, script = ''] = /sh '''([\s\S]*?)'''/.exec(ci.block('Jenkinsfile')) ?? []
      const env = { WORKSPACE: place, ...variables(installed) }
      const ran = runScript(place, ['sh', '-xe'], script, { cwd: place, env })
      const file = join(place, 'mlp-check.xml')
      const xml = existsSync(file) ? readFileSync(file, 'utf8') : ''
      const [, score] = /name="score" value="([^"]*)"/.exec(xml) ?? []
      return graded(ran, () => (score === undefined ? undefined : Number(score)))
    },
  },
  'Classroom 50': {
    folder: 'checkout',
    grade: (place, installed) => {
      const cwd = join(place, 'checkout')
      const env = {
        ...variables({ ...installed, home: join(place, 'checker') }),
        CLASSROOM: 'd2l-26',
        ASSIGNMENT: 'ex1',
        USERNAME: 'alice',
        SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
        COMMIT_URL: 'https://example.org/commit',
        RELEASE_URL: 'https://example.org/release',
        REVIEW_URL: 'https://example.org/review',
      }
      // In the student's own folder, where Python would look for modules first.
      const file = join(cwd, 'autograder.py')
      writeFileSync(file, ci.block('autograder.py'))
      const ran = runScript(place, ['sh'], 'python3 autograder.py', { cwd, env })
      const result = ran.status === 0 ? readJson(cwd, 'result.json') : undefined
      if (result) expect(new Ajv().validate(schemas.classroom50, result)).toBe(true)
      // In whichever unit, beside its maximum.
      return graded(ran, () => result && (result.score / result['max-score']) * 10)
    },
  },
  'the GitHub workflow': {
    folder: 'checkout',
    grade: (place, installed) => {
      const steps: { run?: string; 'working-directory'?: string }[] = parse(ciFile('github').text)
        .jobs.check.steps
      const temporary = join(place, 'temporary')
      mkdirSync(temporary, { recursive: true })
      const env = {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        RUNNER_TEMP: temporary,
        ...variables(installed),
      }
      const shell = ['bash', '--noprofile', '--norc', '-eo', 'pipefail']
      const runs = steps.flatMap((step) => {
        if (step.run === undefined) return []
        const inTemporary = /runner\.temp/.test(step['working-directory'] ?? '')
        const cwd = inTemporary ? temporary : join(place, 'checkout')
        return [runScript(place, shell, step.run, { cwd, env })]
      })
      expect(runs[0]?.status, runs[0]?.stderr).toBe(0)
      return graded(runs.at(-1) as Ran, () =>
        pointsIn(join(temporary, 'mlp-check-report/report.json')),
      )
    },
  },
  'the GitLab pipeline': {
    folder: 'checkout',
    grade: (place, installed) => {
      const job = parse(ciFile('gitlab').text)['mlp-check']
      const cwd = join(place, 'checkout')
      const env = { CI: 'true', ...variables({ ...installed, home: join(place, 'checker') }) }
      const ran = runScript(place, ['sh', '-e'], job.script.join('\n'), { cwd, env })
      const report = join(cwd, 'mlp-check-report/report.json')
      const kept = [job.artifacts.reports.junit, ...job.artifacts.paths]
      const written = kept.filter((file) => existsSync(join(cwd, file)))
      if (existsSync(report)) expect(written).toEqual(kept)
      return graded(ran, () => pointsIn(report))
    },
  },
  'the action': {
    folder: 'workspace/submission',
    grade: (place) => {
      const action = parse(readFileSync(join(packageRoot(), 'action.yml'), 'utf8'))
      const step = action.runs.steps.find(({ id }: { id?: string }) => id === 'check')
      const example = parse(ci.block('action')).steps.find(
        ({ id }: { id?: string }) => id === 'grade',
      )
      const env = {
        GITHUB_WORKSPACE: join(place, 'workspace'),
        GITHUB_OUTPUT: join(place, 'output'),
        RUNNER_TEMP: place,
        ARGUMENTS: 'ex1 ex12',
        EXERCISES: action.inputs.exercises.default,
        WORKING_DIRECTORY: example.with['working-directory'],
      }
      const ran = runScript(place, ['bash', '-eo', 'pipefail'], step.run, {
        cwd: packageRoot(),
        env,
      })
      return graded(ran, () => pointsIn(join(place, 'mlp-check-report/report.json')))
    },
  },
}

/** Attacks that can lie in one folder together. */
const MIXTURES: Readonly<Record<string, RegExp>> = {
  'exercises and programs of its own, and links where reports go':
    /exercises with a program|in the folder above|usual names|program:|link: where reports go|cache|TypeScript|leads to types|options/,
  'settings and exercises that are broken, and reports written beforehand':
    /exercises that do not load|checker of its own|settings of npm|written beforehand|Python|rules|by hand|another kind/,
  'links for the answer, the memory and the packages, and folders where reports go':
    /the answer, to a right one|link: the memory|installed packages|file: folders where reports go/,
}

function mixed(
  recipe: Recipe,
  mixture: RegExp,
): { readonly place: string; readonly ground: Ground } {
  const place = newPlace()
  const ground = layGround(place, recipe.folder)
  for (const { name, lay } of SURROUNDINGS) if (mixture.test(name)) lay(ground)
  return { place, ground }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file}\n${readFileSync(file, 'utf8')}`)
    .sort()
}

needingRecipes().describe('the recipe for', () => {
  beforeAll(prepare)
  afterAll(() => rmSync(dirname(tarball), { recursive: true, force: true }))

  describe.each(Object.entries(RECIPES))('%s', (name, recipe) => {
    it.each(Object.entries(MIXTURES))('gives nothing for %s', (_what, mixture) => {
      const { place, ground } = mixed(recipe, mixture)
      const before = filesOf(ground.outside)
      const { points, printed } = recipe.grade(place, { tarball, home: checker })
      expect(existsSync(ground.canary), `a program of the submission was run\n${printed}`).toBe(
        false,
      )
      expect(filesOf(ground.outside)).toEqual(before)
      expect(printed).not.toContain(SECRET)
      // Folders where a report should be cost their author the grade, in the two that report there.
      if (points !== undefined || !/folders/.test(_what)) expect(points, printed).toBe(0)
    })

    it('gives all that a right answer earns, whatever lies around it', () => {
      const [mixture] = Object.values(MIXTURES)
      const { place, ground } = mixed(recipe, mixture as RegExp)
      writeFileSync(join(ground.work, 'ex1.ts'), RIGHT)
      const { points, status, printed } = recipe.grade(place, { tarball, home: checker })
      expect(points, printed).toBe(10)
      expect(status, printed).toBe(0)
    })

    const installs = name !== 'the action'
    it.each(installs ? [0, 1] : [])('believes no exit code %i without a report', (code) => {
      const place = newPlace()
      layGround(place, recipe.folder)
      const { points, status, printed } = recipe.grade(place, impostor(code))
      expect(points, printed).toBeUndefined()
      if (name === 'Autolab') expect(printed).toContain('not your fault')
      else if (!/Gradescope|PrairieLearn/.test(name)) expect(status).not.toBe(0)
    })
  })

  it('Gradescope grades late work by its own time', () => {
    const place = newPlace()
    const ground = layGround(place, 'submission')
    cpSync(join(packageRoot(), 'solutions/ex01-tanh/mistakes/sign.ts'), join(ground.work, 'ex1.ts'))
    mkdirSync(join(place, 'source'))
    writeFileSync(join(place, 'source', 'course.yaml'), ci.block('course.yaml'))
    const graded = (metadata: object) => {
      writeFileSync(join(place, 'submission_metadata.json'), JSON.stringify(metadata))
      const env = { AUTOGRADER: place, ...variables({ tarball, home: checker }) }
      runScript(place, ['bash'], ci.block('run_autograder'), { cwd: place, env })
      return readJson(place, 'results', 'results.json')
    }
    const created_at = '2026-09-21T12:00:00.365935+02:00'
    const assignment = { due_date: '2026-09-20T23:59:00.000000+02:00' }
    const results = graded({ created_at, assignment, users: [{}], previous_submissions: [{}] })
    expect(JSON.stringify(results)).toContain('Handed in 12 hours 1 minute after it was due')
    expect(results.tests.map((test: { visibility: string }) => test.visibility)).toContain('hidden')
    expect(spawnSync('bash', ['-n', '-c', ci.block('setup.sh')]).status).toBe(0)

    // What went wrong on the machine is no attempt, and the last extension of a group holds.
    const failures = Array.from({ length: 3 }, () => ({ autograder_error: true, results: null }))
    const again = graded({ created_at, assignment, users: [{}], previous_submissions: failures })
    expect(again.score).toBe(results.score)
    const tried = failures.map(() => ({ autograder_error: false }))
    const often = graded({ created_at, assignment, users: [{}], previous_submissions: tried })
    expect(JSON.stringify(often)).toContain('This is attempt 4')
    const users = ['2026-09-20T23:59:00.000000+02:00', '2026-09-30T23:59:00.000000-07:00'].map(
      (due_date) => ({ assignment: { due_date } }),
    )
    const extended = graded({ created_at, assignment, users, previous_submissions: [] })
    expect(JSON.stringify(extended)).not.toContain('after it was due')
    expect(extended.score).toBe(4)
  })
})

/** A package of the checker's name whose program ends with a code and does nothing. */
function impostor(code: number): Installed {
  const known = impostors.get(code)
  if (known !== undefined) return known
  const place = join(dirname(tarball), `impostor-${code}`)
  const folder = join(place, 'package')
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'mlp-check', version: '0.1.0', bin: { 'mlp-check': 'a.js' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'a.js'), `#!/usr/bin/env node\nprocess.exitCode = ${code}\n`)
  const installed = { tarball: packTarball(folder), home: join(place, 'installed') }
  install(installed)
  impostors.set(code, installed)
  return installed
}

describe('docs/ci.md', () => {
  it('names every reporter, and no way that runs what lies in a submission', () => {
    for (const name of reporterNames) expect(ci.text).toContain(`\`${name}\``)
    const [, recipes = ''] = ci.text.split('## What every recipe does')
    for (const text of [recipes, ciFile('github').text, ciFile('gitlab').text]) {
      expect(text).not.toMatch(/npx (--|mlp)|npm (exec|x) |mlp-check@\d+\./)
      const calls = [...text.matchAll(/(?:checker"|mlp-check"?) (?:check )?(?:ex1|--begun)(.*)/g)]
      expect(calls.length).toBeGreaterThan(0)
      for (const [, words] of calls) expect(words).toContain('--exercises')
    }
  })

  it('shows a course config that is one', () => {
    const course = parseCourse(parse(ci.block('course.yaml')), 'course.yaml')
    expect(course.rules.attempts).toBe(3)
  })
})
