import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { packageRoot } from '../../src/package-root.ts'

/**
 * As much of GitHub's runner as this repository's action and workflow ask for: steps one after the
 * other in the shell that the documentation names, files for outputs and the summary, and the few
 * expressions that they use. An expression that it does not know throws.
 */
export interface Step {
  readonly id?: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export interface Job {
  readonly needs?: string
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly required?: boolean; readonly default?: string }>
  >
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

export const readYaml = (path: string) => parse(readFileSync(join(packageRoot(), path), 'utf8'))
const theAction: Action = readYaml('action.yml')

export interface Runner {
  readonly temp: string
  readonly workspace: string
  readonly summary: string
}

export function newRunner(): Runner {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mlp-check-runner-')))
  const [temp, workspace] = [join(folder, 'temp'), join(folder, 'workspace')]
  for (const path of [temp, workspace]) mkdirSync(path)
  return { temp, workspace, summary: join(folder, 'summary') }
}

/** The values of an expression's names, such as `inputs.cache`. */
export type Context = Readonly<Record<string, string>>

/** Text with `${{ … }}` filled in. */
export function expand(text: string, context: Context): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression) => value(expression, context))
}

function value(expression: string, context: Context): string {
  const either = /^(.*?) \|\| (.*)$/.exec(expression)
  if (either !== null) return value(either[1] ?? '', context) || value(either[2] ?? '', context)
  const [, name, list] = /^(\w+)\((.*)\)$/.exec(expression) ?? []
  if (name === 'format') {
    const [pattern = '', ...rest] = (list ?? '').split(/,\s*/)
    return pattern
      .slice(1, -1)
      .replace(/\{(\d)\}/g, (_, index) => value(rest[index] ?? '', context))
  }
  const known = context[expression]
  if (known !== undefined) return known
  if (/^(inputs|steps)\./.test(expression)) return ''
  throw new Error(`this runner knows no ${expression}`)
}

/** `inputs.cache == 'true'` and `always()`: all that the action asks. */
function isAsked(condition: string | undefined, context: Context): boolean {
  if (condition === undefined || condition === 'always()') return true
  const [, name = '', wanted] = /^(\S+) == '(.*)'$/.exec(condition) ?? []
  return value(name, context) === wanted
}

export interface StepRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
}

/** A step's script, with nothing of this process's environment but the path. */
export async function runStep(
  { run = '', env = {}, 'working-directory': folder }: Step,
  runner: Runner,
  context: Context,
  variables: Context = {},
): Promise<StepRun> {
  const output = join(mkdtempSync(join(runner.temp, 'step-')), 'output')
  const script = join(mkdtempSync(join(runner.temp, 'step-')), 'script.sh')
  writeFileSync(output, '')
  writeFileSync(script, expand(run, context))
  const own = Object.entries(env).map(([name, text]) => [name, expand(text, context)])
  const done = await finished('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd:
      folder === undefined ? runner.workspace : resolve(runner.workspace, expand(folder, context)),
    env: {
      PATH: [join(process.execPath, '..'), process.env.PATH].join(delimiter),
      HOME: runner.temp,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: runner.workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: runner.summary,
      RUNNER_TEMP: runner.temp,
      ...variables,
      ...Object.fromEntries(own),
    },
  })
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean)
  const outputs = lines.map((line) => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1),
  ])
  return { ...done, outputs: Object.fromEntries(outputs) }
}

/** While it runs, this process can answer it as a server. */
function finished(
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env: Record<string, string> },
): Promise<Omit<StepRun, 'outputs'>> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, options)
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('error', fail)
    child.on('close', (status) => done({ status, stdout, stderr }))
  })
}

/** All of the action, but the installation of what is installed here already. */
export async function runAction(runner: Runner, given: Context) {
  const inputs = Object.entries(theAction.inputs).map(([name, { default: value }]) => [
    `inputs.${name}`,
    given[name] ?? value ?? '',
  ])
  let context: Context = {
    ...Object.fromEntries(inputs),
    'github.action_path': packageRoot(),
    'github.job': 'check',
    'strategy.job-index': '0',
    'runner.temp': runner.temp,
  }
  const runs: StepRun[] = []
  for (const step of theAction.runs.steps) {
    if (step.run === undefined || step.run.startsWith('npm ci') || !isAsked(step.if, context))
      continue
    const ran = await runStep(step, runner, context)
    runs.push(ran)
    const outputs = Object.entries(ran.outputs).map(([name, text]) => [
      `steps.${step.id}.outputs.${name}`,
      text,
    ])
    context = { ...context, ...Object.fromEntries(outputs) }
    if (ran.status !== 0) break
  }
  const last = runs.at(-1) as StepRun
  const artifact = theAction.runs.steps.find(({ uses }) => uses?.includes('upload-artifact'))
  return {
    ...last,
    outputs: Object.fromEntries(
      Object.entries(theAction.outputs).map(([name, { value: text }]) => [
        name,
        expand(text, context),
      ]),
    ),
    artifact: {
      name: expand(artifact?.with?.name ?? '', context),
      path: expand(artifact?.with?.path ?? '', context),
    },
    summary: existsSync(runner.summary) ? readFileSync(runner.summary, 'utf8') : '',
    context,
  }
}
