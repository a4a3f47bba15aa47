#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/**
 * All that a release consists of, without releasing it: the tarball, a list of what it was built from, since it is bundled (SPDX and
 * CycloneDX, by npm), what to attest of the build, and a checksum of each. It publishes nothing.
 *
 *     npm version --no-git-tag-version 0.1.0 && node scripts/release.js FOLDER
 *
 * Exit code 1 where a step fails or the checkout has changes that are not committed.
 */
const root = join(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? 'release')

try {
  process.exitCode = main()
} catch (error) {
  console.error(`release: ${error.message}`)
  process.exitCode = 1
}

function main() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const changes = run('git', ['status', '--porcelain'])
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder])
  for (const format of ['spdx', 'cyclonedx']) {
    const list = run('npm', ['sbom', '--package-lock-only', '--sbom-format', format])
    writeFileSync(join(folder, `${name}-${version}.${format}.json`), list)
  }
  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  write('provenance.json', provenance(tarball, changes === ''))
  const sums = readdirSync(folder).map((file) => `${sha256(file)}  ${file}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
  for (const line of sums) process.stdout.write(line)
  if (changes === '') return 0
  console.error(`release: these are not committed, so that no commit has them:\n${changes}`)
  return 1
}

/** What an attestation of in-toto says of a build (SLSA 1.0), for whoever signs it. */
function provenance(tarball, isClean) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: basename(tarball), digest: { sha256: sha256(tarball) } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        externalParameters: { command: 'node scripts/release.js' },
        internalParameters: { node: process.version, committed: isClean },
        resolvedDependencies: [
          { name: 'source', digest: { gitCommit: run('git', ['rev-parse', 'HEAD']).trim() } },
          { name: 'package-lock.json', digest: { sha256: hash(join(root, 'package-lock.json')) } },
        ],
      },
    },
  }
}

function write(file, value) {
  writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`)
}

function sha256(file) {
  return hash(join(folder, file))
}

function hash(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function run(program, words) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
  return stdout
}
