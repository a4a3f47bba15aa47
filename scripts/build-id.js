import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What reference tables are computed by: the sources of formulas and references. */
const SOURCES = [
  'src/exact',
  'src/formula',
  'src/prover',
  'src/reference',
  'src/tensorflow',
  'src/node',
]

/** Writes a hash of everything that runs: two builds of one version are two tools. */
export function writeFingerprint(folder) {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (/\.(js|cjs|wasm)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  writeFileSync(join(folder, 'fingerprint'), hash.digest('hex'))
}

/** Writes a hash of those sources, which is part of every key of the table cache. */
export function writeBuildId(folder) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const name of readdirSync(source, { recursive: true }).sort()) {
      if (!name.endsWith('.ts')) continue
      hash.update(name).update(readFileSync(join(source, name)))
    }
  }
  writeFileSync(join(folder, 'build-id'), hash.digest('hex').slice(0, 16))
}

/** All that a build is made of. */
const INPUTS = ['src', 'scripts', 'exercises', 'package.json', 'package-lock.json']

/** A hash of everything that a build is made of. */
export function inputsHash() {
  const hash = createHash('sha256').update(process.version)
  for (const input of INPUTS) {
    const names = input.includes('.') ? [''] : readdirSync(input, { recursive: true }).sort()
    for (const name of names) {
      const file = join(input, name)
      if (statSync(file).isFile()) hash.update(file).update('\0').update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

export function isUpToDate(folder, inputs) {
  const file = join(folder, 'inputs')
  return existsSync(file) && readFileSync(file, 'utf8') === inputs
}
