import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseCourse } from '../src/course/schema.ts'
import { packageRoot } from '../src/package-root.ts'
import { reporterNames } from '../src/reporters/index.ts'
import { version } from '../src/version.ts'
import { hasProgram, needing, needingShell } from './machine.ts'
import * as schemas from './reporters/schemas/formats.ts'

const page = readFileSync(join(packageRoot(), 'docs', 'ci.md'), 'utf8')
const mistake = join(packageRoot(), 'solutions', 'ex01-tanh', 'mistakes', 'sign.ts')

/** The block of the page that names itself in a comment, as a reader would copy it. */
function block(name: string): string {
  const found = [...page.matchAll(/```\w+\n([\s\S]*?)```/g)].find(([, text = '']) =>
    text.split('\n', 2).some((line) => line.replace(/^(#|\/\/) /, '') === name),
  )
  if (found?.[1] === undefined) throw new Error(`docs/ci.md has no block called ${name}.`)
  return found[1]
}

/** A folder with `mlp-check` on its path: this checkout, not the published package. */
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlp-check-'))
  const command = join(folder, 'bin', 'mlp-check')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" "${packageRoot()}/bin/mlp-check.js" "$@"\n`,
  )
  chmodSync(command, 0o755)
})

function run(program: string, script: string, options: { cwd: string; env?: object }) {
  const file = join(folder, 'script')
  writeFileSync(file, script)
  const path = [join(folder, 'bin'), join(process.execPath, '..'), process.env.PATH].join(delimiter)
  const env = { PATH: path, HOME: folder, ...options.env }
  return spawnSync(program, [file], { cwd: options.cwd, encoding: 'utf8', env })
}

function submission(...path: string[]): string {
  const here = join(folder, ...path)
  mkdirSync(here, { recursive: true })
  cpSync(mistake, join(here, 'ex1.ts'))
  return here
}

function read(...path: string[]) {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
}

describe('docs/ci.md', () => {
  it('names every reporter, and this version', () => {
    for (const name of reporterNames) expect(page).toContain(`\`${name}\``)
    const pinned = [...page.matchAll(/mlp-check@([\d.]+\d)/g)].map(([, found]) => found)
    expect(new Set(pinned)).toEqual(new Set([version]))
  })

  it('shows a course config that is one', () => {
    const course = parseCourse(parse(block('course.yaml')), 'course.yaml')
    expect(course.rules.attempts).toBe(3)
  })

  needingShell().it('shows a Gradescope pair that grades late work by its own time', () => {
    submission('submission')
    mkdirSync(join(folder, 'source'))
    writeFileSync(join(folder, 'source', 'course.yaml'), block('course.yaml'))
    const metadata = { created_at: '2026-09-21T12:00:00.365935+02:00', previous_submissions: [{}] }
    writeFileSync(join(folder, 'submission_metadata.json'), JSON.stringify(metadata))
    const done = run('bash', block('run_autograder'), { cwd: folder, env: { AUTOGRADER: folder } })
    expect(done.status).toBe(0)
    const results = read('results', 'results.json')
    expect(new Ajv().validate(schemas.gradescope, results)).toBe(true)
    expect(JSON.stringify(results)).toContain('Handed in 12 hours 1 minute after it was due')
    expect(results.tests.map((test: { visibility: string }) => test.visibility)).toContain('hidden')
    expect(spawnSync('bash', ['-n', '-c', block('setup.sh')]).status).toBe(0)
  })

  needingShell().it(
    'leaves a sentence in the Gradescope results where the checker cannot start',
    () => {
      submission('submission')
      writeFileSync(join(folder, 'submission_metadata.json'), '{}')
      writeFileSync(join(folder, 'bin', 'mlp-check'), '#!/bin/sh\nexit 5\n')
      run('bash', block('run_autograder'), { cwd: folder, env: { AUTOGRADER: folder } })
      expect(read('results', 'results.json')).toEqual({
        score: 0,
        output: expect.stringContaining('not your fault'),
      })
    },
  )

  needing('Python 3', hasProgram('python3')).it(
    'shows a Classroom 50 shim whose result is valid',
    () => {
      const env = {
        MLP_CHECK: 'mlp-check',
        CLASSROOM: 'd2l-26',
        ASSIGNMENT: 'ex1',
        USERNAME: 'alice',
        SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
        COMMIT_URL: 'https://example.org/commit',
        RELEASE_URL: 'https://example.org/release',
        REVIEW_URL: 'https://example.org/review',
      }
      const cwd = submission('checkout')
      expect(run('python3', block('autograder.py'), { cwd, env }).status).toBe(0)
      expect(new Ajv().validate(schemas.classroom50, read('checkout', 'result.json'))).toBe(true)
      expect(readFileSync(join(cwd, 'release-body.md'), 'utf8')).toContain('| Result | Check |')
      const outside = run('python3', block('autograder.py'), {
        cwd,
        env: { MLP_CHECK: 'mlp-check' },
      })
      expect(outside.status).toBe(5)
    },
  )

  needingShell().it('shows a PrairieLearn and an Autolab entry point', () => {
    const cwd = submission('student')
    expect(run('bash', block('prairielearn.sh'), { cwd, env: { GRADE: folder } }).status).toBe(0)
    const results = read('results', 'results.json')
    expect(new Ajv().validate(schemas.prairielearn, results)).toBe(true)
    const lines = run('bash', block('autolab.sh'), { cwd }).stdout.trimEnd().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '').scores.ex1).toBeLessThan(10)
  })

  needingShell().it('shows a Jenkins stage whose command writes what it collects', () => {
    const stage = block('Jenkinsfile')
    const command = /'npx --yes mlp-check@\S+ ([^']*)'/.exec(stage)?.[1] ?? ''
    const cwd = submission('job')
    expect(run('sh', `mlp-check ${command}`, { cwd }).status).toBe(1)
    const [, collected = ''] = /junit '([^']*)'/.exec(stage) ?? []
    expect(readFileSync(join(cwd, collected), 'utf8')).toContain('<testsuites')
  })
})
