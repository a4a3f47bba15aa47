import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Compares the two backends over every function of the pack and all its sample points, and prints
 * the tables of docs/reference.md. Each backend computes in a process of its own.
 *
 *   node bench/backends.js [--exhaustive]
 *
 * Exit code 0 where they agree, 1 where they do not; 0 and a line `skipped: …` where the native
 * backend is not here.
 */

const root = resolve(import.meta.dirname, '..')
const exhaustive = process.argv.includes('--exhaustive')
const folder = mkdtempSync(join(root, 'dist', 'backends-'))

try {
  await bundleComparison()
  const [tfjs, native] = await Promise.all([compute('tfjs'), compute('tfjs-node')])
  if (native.missing) {
    console.log(`skipped: ${native.missing}`)
  } else {
    const { agreementOf } = await import(join(folder, 'comparison.js'))
    process.exitCode = print(tfjs, native, agreementOf)
  }
} finally {
  rmSync(folder, { recursive: true })
}

async function bundleComparison() {
  const bundle = await rolldown({
    input: { comparison: join(root, 'bench/comparison.ts') },
    platform: 'node',
    logLevel: 'silent',
  })
  await bundle.write({ dir: folder, format: 'esm' })
  await bundle.close()
}

/** In a process of its own: there must never be two copies of the library in one. */
function compute(backend) {
  return new Promise((done, fail) => {
    const child = fork(join(folder, 'comparison.js'), [backend, exhaustive ? 'exhaustive' : ''], {
      serialization: 'advanced',
    })
    child.on('message', done)
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`${backend} ended with ${code} and no answer`)))
  })
}

function print(tfjs, native, agreementOf) {
  const rows = tfjs.tables.map((table, i) => agreementOf(table, native.tables[i]))
  console.log(
    `tfjs ${tfjs.report.version} beside tfjs-node ${native.report.version}, Node ${process.version}\n`,
  )
  console.log(
    '| function | points | kinks | disputed tfjs | disputed tfjs-node | error tfjs | error tfjs-node | apart |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const row of rows) {
    const cells = [row.function, row.points, row.kinks, ...row.disputed]
    console.log(`| ${[...cells, ...row.error.map(short), short(row.apart)].join(' | ')} |`)
  }
  printKinks(tfjs.kinks, native.kinks)
  const broken = rows.filter((row) => row.broken > 0)
  for (const row of broken) console.log(`${row.function}: ${row.broken} points beyond the budget`)
  const points = rows.reduce((total, row) => total + row.points, 0)
  console.log(
    `\n${rows.length} functions, ${points} points, ${rows.length - broken.length} agree, ${broken.length} do not`,
  )
  return broken.length === 0 && rows.length > 0 ? 0 : 1
}

function printKinks(tfjs, native) {
  console.log('\n| formula | at | exact, from the left | from the right | tfjs | tfjs-node |')
  console.log('|---|---|---|---|---|---|')
  for (const [i, kink] of tfjs.entries()) {
    const cells = [kink.at, kink.left, kink.right, kink.tensorflow, native[i].tensorflow]
    console.log(`| \`${kink.formula}\` | ${cells.map(rounded).join(' | ')} |`)
  }
}

function short(value) {
  return value === 0 ? '0' : value.toExponential(1)
}

/** float32 results show noise beyond seven digits. */
function rounded(value) {
  return String(Number(value.toPrecision(7)))
}
