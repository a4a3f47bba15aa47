import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Judges shipped mistakes and broken files with the built command, and keeps the records that the
 * terminal's golden files are rendered from. Run it after a change of the checks:
 *
 *     npm run build && node scripts/failing-reports.js && npx vitest run test/reporters --update
 */
const FOLDER = 'test/fixtures/failing-reports'
const MOST_OF_ONE = 6

const faulty = files('test/fixtures/faulty').map((file) => ['ex1', file])
const mistakes = readdirSync('solutions').flatMap((folder) => {
  const exercise = /^ex0*(\d+)/.exec(folder)
  const name = exercise ? `ex${exercise[1]}` : folder
  const most = ['ex1', 'ex2', 'ex11', 'ex12', 'ex13'].includes(name) ? MOST_OF_ONE : 1
  return files(join('solutions', folder, 'mistakes'))
    .slice(0, most)
    .map((file) => [name, file])
})

// What no mistake leads to any more goes.
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const [exercise, file] of [...faulty, ...mistakes]) {
  const report = JSON.parse(judged(exercise, file))
  const name = `${exercise}-${basename(file, '.ts')}.json`
  writeFileSync(join(FOLDER, name), `${JSON.stringify(timeless(report), null, 1)}\n`)
}

function files(folder) {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** A wrong answer ends the command with a code of its own; its report is on standard output all the same. */
function judged(exercise, file) {
  const argv = ['bin/mlp-check.js', exercise, file, '--no-types', '--reporter', 'json']
  try {
    return execFileSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 26 })
  } catch (error) {
    return error.stdout
  }
}

/** Without what the next run or the next change of any exercise gives another value. */
function timeless(report) {
  const submissions = report.submissions.map((submission) => ({ ...submission, durationMs: 0 }))
  const node = 'v20.20.2'
  // Of the pack only what it is: its hash changes with every word of an exercise.
  const pack = { ...report.pack, sha256: '0'.repeat(64) }
  return {
    ...report,
    pack,
    node,
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 0,
    submissions,
  }
}
