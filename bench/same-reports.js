import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Judges every solution, every mistake and every attack of the hostile corpus here and in another
 * checkout, both built, and compares the reports byte by byte, times apart:
 *
 *     node bench/same-reports.js ../other-checkout
 */
const here = resolve(import.meta.dirname, '..')
const [, , other] = process.argv
if (other === undefined) throw new Error('name the other checkout')
const there = resolve(other)
const AT_ONCE = 2

const attacks = mkdtempSync(join(tmpdir(), 'mlp-check-attacks-'))
const files = [...shipped(), ...(await hostile())]
let same = 0
const different = []
const judged = files[Symbol.iterator]()
await Promise.all(Array.from({ length: AT_ONCE }, work))
rmSync(attacks, { recursive: true })
for (const { exercise, file } of different) console.log(`differs: ${exercise} ${file}`)
console.log(`${files.length} submissions: ${same} reports the same, ${different.length} differ`)
process.exitCode = different.length === 0 ? 0 : 1

async function work() {
  for (const one of judged) {
    const reports = [await report(here, one), await report(there, one)]
    if (reports[0] === reports[1]) same++
    else different.push(one)
  }
}

function shipped() {
  return readdirSync(join(here, 'solutions')).flatMap((folder) =>
    readdirSync(join(here, 'solutions', folder), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({
        exercise: folder.replace(/^ex0*(\d+)-.*/, 'ex$1'),
        file: join(here, 'solutions', folder, name),
      })),
  )
}

/** The corpus is TypeScript of the tests: bundled, and written as files. */
async function hostile() {
  const bundle = await rolldown({
    input: join(here, 'test/hostile/families/index.ts'),
    platform: 'node',
  })
  const [{ code }] = (await bundle.generate({ format: 'esm', codeSplitting: false })).output
  const { FAMILIES } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return Object.values(FAMILIES)
    .flat()
    .map(({ source }, index) => {
      const file = join(attacks, `attack-${index}.ts`)
      writeFileSync(file, source)
      return { exercise: 'ex1', file }
    })
}

function report(checkout, { exercise, file }) {
  const argv = [join(checkout, 'bin/mlp-check.js'), exercise, basename(file), '--no-types']
  const options = { cwd: resolve(file, '..'), encoding: 'utf8', maxBuffer: 1 << 28 }
  return new Promise((done, fail) => {
    // Two checkouts that both print nothing would agree in everything.
    execFile(
      process.execPath,
      [...argv, '--reporter', 'json'],
      options,
      (_error, stdout, stderr) =>
        stdout === ''
          ? fail(new Error(`${argv[0]} made no report: ${stderr}`))
          : done(timeless(stdout)),
    )
  })
}

function timeless(stdout) {
  return stdout.replace(/"(startedAt|durationMs)": [^,\n]+/g, '"$1": 0')
}
