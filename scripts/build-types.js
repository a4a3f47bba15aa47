import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/**
 * The types of the library's entries, and of what they mention, into dist/types. The compiler writes
 * declarations for everything that it reads; only those that an entry reaches are kept.
 */
const root = resolve(import.meta.dirname, '..')
const all = mkdtempSync(join(root, 'dist', 'declarations-'))
const target = join(root, 'dist', 'types')

try {
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', all]
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, ...options, '--rootDir', '.'], { cwd: root })
  rmSync(target, { recursive: true, force: true })
  const from = join(all, 'src')
  const known = new Set()
  keep(join(from, 'index.d.ts'))
  keep(join(from, 'reference/kit.d.ts'))

  function keep(file) {
    if (known.has(file)) return
    known.add(file)
    const text = readFileSync(file, 'utf8')
    const place = join(target, relative(from, file))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"))
    for (const [, path] of text.matchAll(/(?:from|import\()\s*'(\.[^']*)\.ts'/g)) {
      keep(join(dirname(file), `${path}.d.ts`))
    }
  }
} finally {
  rmSync(all, { recursive: true, force: true })
}
