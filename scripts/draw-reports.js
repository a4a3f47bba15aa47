import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Prints the reports of failing answers, drawn from the shipped mistakes and from the answers whose
 * truth is known, for somebody to read word by word:
 *
 *     npm run build && node scripts/draw-reports.js [seed] [count]
 */
const [seed = 1, count = 200] = process.argv.slice(2).map(Number)
const answers = 'test/fixtures/answers'

const corpus = [
  ...readdirSync('solutions').flatMap((folder) =>
    filesIn(join('solutions', folder, 'mistakes')).map((file) => [idOf(folder), file]),
  ),
  ...readdirSync(answers).flatMap((id) =>
    filesIn(join(answers, id, 'wrong')).map((file) => [id, file]),
  ),
]

console.log(`seed ${seed}: ${Math.min(count, corpus.length)} of ${corpus.length} failing answers`)
for (const [id, file] of drawn(corpus, count)) {
  console.log(`\n#### ${id} ${file}\n${reportOn(id, file)}`)
}

function idOf(folder) {
  return folder.replace(/^ex0*(\d+)-.*/, 'ex$1')
}

function filesIn(folder) {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Fisher and Yates's shuffle, by the generator of Numerical Recipes. */
function drawn(items, most) {
  const rest = [...items]
  let state = seed >>> 0
  const below = (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return Array.from(
    { length: Math.min(most, rest.length) },
    () => rest.splice(below(rest.length), 1)[0],
  )
}

/** A wrong answer ends the command with a code of its own; its report is on standard output all the same. */
function reportOn(id, file) {
  const argv = ['bin/mlp-check.js', id, file, '--no-types', '--no-color', '--all']
  try {
    return execFileSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 26 })
  } catch (error) {
    return error.stdout
  }
}
