#!/usr/bin/env node
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Puts the platform packages that package-lock.json lacks back into it. npm leaves out what the
 * registry of the day does not offer, and npm 11 then refuses `npm ci` everywhere. Such packages are
 * optional and pinned to one exact version by their parent; only the one for the platform at hand is
 * ever installed. Run it after `npm install`; it prints what it added.
 *
 *   node scripts/complete-lock.js [--check]     with --check, only exit code 1 where some are missing
 */
const file = resolve(import.meta.dirname, '..', 'package-lock.json')
const checkOnly = process.argv.includes('--check')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []

for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (path === '' || !/^\d+\.\d+\.\d+$/.test(version)) continue
    if (lockedVersion(path, name) === version) continue
    // Beside its parent: further up another version of it may lie.
    const place = path.replace(/node_modules\/(@[^/]+\/)?[^/]+$/, `node_modules/${name}`)
    lock.packages[place] = {
      version,
      ...platformOf(name),
      ...(parent.dev && { dev: true }),
      optional: true,
    }
    added.push(`${name} ${version}`)
  }
}

if (added.length > 0 && !checkOnly) {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  writeFileSync(`${file}.new`, `${JSON.stringify(lock, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}
for (const line of added) console.log(line)
console.log(`${added.length} ${checkOnly ? 'missing' : 'added'}`)
process.exitCode = checkOnly && added.length > 0 ? 1 : 0

/** The version that Node's resolution finds from a package's folder. */
function lockedVersion(path, name) {
  const inside = lock.packages[`${path}/node_modules/${name}`]
  if (inside) return inside.version
  const above = path.lastIndexOf('/node_modules/')
  if (above >= 0) return lockedVersion(path.slice(0, above), name)
  return lock.packages[`node_modules/${name}`]?.version
}

/** From names such as `@oxc-parser/binding-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].find((word) =>
    words.includes(word),
  )
  const cpu = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'].find((word) =>
    words.includes(word),
  )
  const libc = { musl: 'musl', gnu: 'glibc' }[words.at(-1)]
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && libc && { libc: [libc] }),
    ...(os && { os: [os] }),
  }
}
