#!/usr/bin/env node
import { createHash } from 'node:crypto'
import { appendFileSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Where the tables of references are kept between runs, and by what key: of the program, of the
 * pack that is judged by, and of V8, whose functions differ in the last digit between releases. A
 * pack that changes has another key, so that nothing old is ever brought back for it.
 */
const { EXERCISES = 'builtin', RUNNER_TEMP, GITHUB_OUTPUT } = process.env
const root = join(import.meta.dirname, '..', '..')

/** As for the whole action: 2 where an input makes no sense. */
function hashOfPack() {
  try {
    return hashOf(EXERCISES === 'builtin' ? join(root, 'exercises') : EXERCISES)
  } catch (error) {
    console.error(
      `mlp-check: the input "exercises" names no folder that can be read: ${error.message}`,
    )
    return process.exit(2)
  }
}

const key = [
  'mlp-check-tables',
  process.platform,
  `v8-${process.versions.v8}`,
  readFileSync(join(root, 'dist', 'fingerprint'), 'utf8')
    .trim()
    .slice(0, 16),
  hashOfPack().slice(0, 16),
].join('-')
const lines = `key=${key}\nfolder=${join(RUNNER_TEMP ?? root, 'mlp-check-tables')}\n`
if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, lines)
else process.stdout.write(lines)

/** Of the names and the bytes of all files below a folder; what is a link is none of the pack. */
function hashOf(folder) {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((it) => join(it.parentPath, it.name))
  for (const file of files.sort()) {
    const name = file.slice(folder.length).replaceAll(sep, '/')
    hash.update(`${name}\n${lstatSync(file).size}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
