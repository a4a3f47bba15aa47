import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChecker } from 'mlp-check'

/**
 * Judges every shipped answer and every answer of the tests at many seeds: no verdict may hang on
 * one. `npm run build && node scripts/seeds.js`, `node scripts/seeds.js 10 ex7 ex19` for another
 * number of seeds and some exercises alone.
 */
const [count = '20', ...only] = process.argv.slice(2)
const seeds = Array.from({ length: Number(count) }, (_, k) => k + 1)

const folders = readdirSync('solutions')
/** `ex01-tanh` answers `ex1`, `softplus` itself. */
const folderOf = (id) =>
  folders.find((folder) => folder === id || folder.replace(/^ex0*/, 'ex').startsWith(`${id}-`))

const checker = await openChecker()
const answers = checker
  .exercises()
  .filter(({ id }) => only.length === 0 || only.includes(id))
  .map(({ id }) => ({ id, folder: folderOf(id) }))
  .flatMap(({ id, folder }) =>
    [
      [join('solutions', folder, 'solution.ts'), true],
      ...files(join('solutions', folder, 'also-right')).map((file) => [file, true]),
      ...files(join('solutions', folder, 'mistakes')).map((file) => [file, false]),
      ...files(join('test/fixtures/answers', id, 'right')).map((file) => [file, true]),
      ...files(join('test/fixtures/answers', id, 'wrong')).map((file) => [file, false]),
    ].map(([file, isRight]) => ({ exercise: id, file, isRight })),
  )

let differing = 0
let wrong = 0
for (const { exercise, file, isRight } of answers) {
  const source = readFileSync(file, 'utf8')
  const scores = []
  for (const seed of seeds) {
    const { submissions } = await checker.grade({ exercise, source, seed, points: 512 })
    const [{ status, score }] = submissions
    scores.push(`${status} ${score}`)
    if ((status === 'passed') !== isRight) wrong++
  }
  if (new Set(scores).size === 1) continue
  differing++
  console.log(`${file}: ${scores.map((score, k) => `${score} at ${seeds[k]}`).join(', ')}`)
}
await checker.close()

const judged = `${answers.length} answers at ${seeds.length} seeds`
console.log(`${judged}: ${differing} whose verdict or score differs, ${wrong} wrong verdicts`)
process.exitCode = differing + wrong > 0 ? 1 : 0

function files(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}
