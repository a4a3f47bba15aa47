#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { wordsOf } from './action/words.js'

/**
 * What action.yml runs: the command of this very checkout on a folder of the workflow's workspace.
 * Its inputs arrive as environment variables and are words of a command, never text of a shell.
 * Exit codes are those of the command; 2 for inputs that make no sense, 5 where it left no report.
 */
const { ARGUMENTS = '', EXERCISES = 'builtin', WORKING_DIRECTORY = '.' } = process.env
const { GITHUB_WORKSPACE: workspace = process.cwd(), RUNNER_TEMP, GITHUB_OUTPUT } = process.env

const reports = join(RUNNER_TEMP || workspace, 'mlp-check-report')
const report = join(reports, 'report.json')

try {
  process.exitCode = main()
} catch (error) {
  process.exitCode = fail(5, error.message)
}

function main() {
  const words = wordsOf(ARGUMENTS)
  if (words === undefined) return fail(2, 'the input "arguments" ends inside a quotation')
  if (words.length === 0) return fail(2, 'the input "arguments" should say what to judge')
  const folder = folderInside(workspace, WORKING_DIRECTORY)
  if (folder === undefined) {
    return fail(2, `the input "working-directory" is no folder of the workspace without links`)
  }
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const code = judge(words, folder)
  if (!existsSync(report)) return fail(code === 0 || code === 1 ? 5 : code, 'there is no report')
  const { score, maxScore } = JSON.parse(readFileSync(report, 'utf8')).totals
  output({ report, score: score / 100, 'max-score': maxScore / 100, 'exit-code': code })
  return code
}

function judge(words, folder) {
  const bin = join(import.meta.dirname, '..', 'bin', 'mlp-check.js')
  const files = { html: 'html', markdown: 'md', junit: 'xml', sarif: 'sarif' }
  const kept = Object.entries(files).map(
    ([name, ending]) => `${name}=${join(reports, `report.${ending}`)}`,
  )
  const reporters = ['terminal', 'github', `json=${report}`, ...kept]
  const command = [
    bin,
    'check',
    ...['--exercises', EXERCISES],
    ...reporters.flatMap((reporter) => ['--reporter', reporter]),
    ...['--junit-dialect', 'github'],
    ...words,
  ]
  const env = { ...process.env, CI: 'true', PWD: folder }
  const { status, error } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    stdio: 'inherit',
  })
  if (error) console.error(error.message)
  return status ?? 5
}

/** A folder of the workspace that is really there: the checkout is the student's, links included. */
function folderInside(root, wanted) {
  const folder = resolve(root, wanted)
  const way = relative(root, folder)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined
  const parts = way.split(sep).filter((part) => part !== '')
  const places = parts.map((_, index) => join(root, ...parts.slice(0, index + 1)))
  return places.every(isFolder) ? folder : undefined
}

function isFolder(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function output(values) {
  if (!GITHUB_OUTPUT) return
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(GITHUB_OUTPUT, lines.join(''))
}

function fail(code, problem) {
  console.error(`mlp-check: ${problem}`)
  output({ 'exit-code': code })
  return code
}
