import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What reference tables are computed by: the sources of formulas and references. */
const SOURCES = ['src/exact', 'src/formula', 'src/prover', 'src/reference', 'src/tensorflow']

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
