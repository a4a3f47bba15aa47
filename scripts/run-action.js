#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

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
  const { score } = JSON.parse(readFileSync(report, 'utf8')).totals
  output({ report, score: score / 100, 'exit-code': code })
  return code
}

function judge(words, folder) {
  const bin = join(import.meta.dirname, '..', 'bin', 'mlp-check.js')
  const reporters = ['terminal', 'github', `json=${report}`, `html=${join(reports, 'report.html')}`]
  const command = [
    bin,
    'check',
    ...['--exercises', EXERCISES],
    ...reporters.flatMap((reporter) => ['--reporter', reporter]),
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

/** As a shell splits words at white space, with its quotation marks and nothing else of it. */
function wordsOf(text) {
  const words = []
  const pattern = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const found = pattern.exec(text)
    if (found === null) return undefined
    words.push(found[1].replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single))
  }
  return words
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
